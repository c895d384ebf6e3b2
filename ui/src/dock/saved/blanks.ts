/**
 * Blanks in a text that is being written: `⟦name⟧`. The core has the same marks and refuses to send what has one, so a
 * blank is still one after the draft was kept, taken back or opened by a colleague.
 */
import { t } from "../../i18n/i18n.svelte";
import type { SavedPiece } from "../../wire/bindings";

export type Blank = { name: string; from: number; to: number };
type Part = { text: string; blank: boolean };

const marks = /⟦([^⟦⟧]*)⟧/g;

/** Variables that have a word in the language of the window; others are called as staff called them. */
const known = new Set([
  "patient",
  "first_name",
  "practice",
  "staff",
  "practitioner",
  "next_appointment",
  "opening_hours",
  "today",
]);

export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(marks)].map((one) => ({
    name: one[1] ?? "",
    from: one.index,
    to: one.index + one[0].length,
  }));
}

/** The next blank after a place, or the one before it. */
export function nextBlank(text: string, after: number): Blank | undefined {
  return blanksIn(text).find((one) => one.from >= after);
}

export function previousBlank(text: string, before: number): Blank | undefined {
  return blanksIn(text).findLast((one) => one.to <= before);
}

/** The text as stretches, for the layer that marks blanks behind the field. */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let at = 0;
  for (const blank of blanksIn(text)) {
    if (blank.from > at) found.push({ text: text.slice(at, blank.from), blank: false });
    found.push({ text: text.slice(blank.from, blank.to), blank: true });
    at = blank.to;
  }
  if (at < text.length) found.push({ text: text.slice(at), blank: false });
  return found;
}

/** What a variable is called on the screen. */
export function variableWord(name: string): string {
  return known.has(name) ? t(`saved-variable-${name.replaceAll("_", "-")}`) : name;
}

/** A filled reply as it stands in the field. */
export function asText(pieces: readonly SavedPiece[]): string {
  return pieces.map((piece) => (piece.is === "blank" ? `⟦${variableWord(piece.name)}⟧` : piece.text)).join("");
}
