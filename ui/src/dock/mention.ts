/** Whom an "@" in a note may mean while it is typed. The core decides who is named; this only offers and completes. */
import type { StaffView } from "../wire/bindings";

/** The "@" before the cursor and the letters behind it, if a name is being typed there. */
export type Typed = { from: number; letters: string };

export function typedName(text: string, cursor: number): Typed | undefined {
  const from = text.lastIndexOf("@", cursor - 1);
  if (from < 0) return undefined;
  const before = from === 0 ? "" : (text[from - 1] ?? "");
  const letters = text.slice(from + 1, cursor);
  // An @ behind a letter is the middle of an address; a name has at most a few words and stays on its line.
  if (/[\p{L}\p{N}]/u.test(before) || /\n/.test(letters) || letters.startsWith(" ") || letters.length > 40)
    return undefined;
  return { from, letters };
}

/** Letters without their marks, so that "lukasz" finds Łukasz as far as Unicode parts the two. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Those whose name or initials begin like this; every word of a name counts. */
export function offered(letters: string, people: readonly StaffView[]): StaffView[] {
  const wanted = plain(letters);
  return people.filter((one) => {
    const name = plain(one.name);
    const starts = [name, ...name.split(" "), plain(one.initials)];
    return starts.some((start) => start.startsWith(wanted));
  });
}

/** The text with the whole name put in, and where the cursor goes. */
export function completed(text: string, typed: Typed, name: string): { text: string; cursor: number } {
  const behind = text.slice(typed.from + 1 + typed.letters.length);
  const space = behind.startsWith(" ") ? "" : " ";
  const before = `${text.slice(0, typed.from)}@${name}${space}`;
  return { text: before + behind, cursor: before.length + (space === "" ? 1 : 0) };
}
