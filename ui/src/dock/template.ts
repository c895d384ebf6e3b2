/** Templates: the words with their blanks as pieces, and which blanks still miss something. */
import type { TemplateView } from "../wire/bindings";

type TemplatePiece = { text: string } | { blank: string; value: string; missing: boolean; example: string };

/** What is put into the blanks before anybody typed. */
export function suggested(template: TemplateView): Record<string, string> {
  return Object.fromEntries(template.blanks.map((blank) => [blank.name, blank.suggestion ?? ""]));
}

export function pieces(template: TemplateView, values: Record<string, string>): TemplatePiece[] {
  const found: TemplatePiece[] = [];
  let from = 0;
  for (const match of template.body.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)) {
    if (match.index > from) found.push({ text: template.body.slice(from, match.index) });
    const name = match[1] ?? "";
    const blank = template.blanks.find((one) => one.name === name);
    const value = (values[name] ?? "").trim();
    found.push({ blank: name, value, missing: value === "", example: blank?.example ?? name });
    from = match.index + match[0].length;
  }
  if (from < template.body.length) found.push({ text: template.body.slice(from) });
  return found;
}

/** What a channel would refuse about a blank; the core checks the same before anything leaves. */
export type BlankProblem =
  | { is: "empty"; n: number }
  | { is: "line_break"; n: number }
  | { is: "gap"; n: number }
  | { is: "too_long"; n: number; over: number; most: number };

/** Characters of a template's text with its values. */
const LONGEST = 1024;

/** Everything that is wrong with the values, in the order of the blanks; `n` counts the blanks from 1. */
export function problems(template: TemplateView, values: Record<string, string>): BlankProblem[] {
  const value = (name: string) => (values[name] ?? "").trim();
  const found: BlankProblem[] = template.blanks.flatMap((blank, i): BlankProblem[] => {
    const [n, words] = [i + 1, value(blank.name)];
    if (words === "") return [{ is: "empty", n }];
    if (/\p{Cc}/u.test(words)) return [{ is: "line_break", n }];
    return words.includes("     ") ? [{ is: "gap", n }] : [];
  });
  const text = pieces(template, values).map((piece) => ("text" in piece ? piece.text : piece.value));
  const over = [...text.join("")].length - LONGEST;
  if (over > 0 && template.blanks.length > 0) {
    const lengths = template.blanks.map((blank) => value(blank.name).length);
    found.push({ is: "too_long", n: lengths.indexOf(Math.max(...lengths)) + 1, over, most: LONGEST });
  }
  return found;
}

export function complete(template: TemplateView, values: Record<string, string>): boolean {
  return problems(template, values).length === 0;
}

/** In the order of the blanks, as the core wants them. */
export function asPairs(template: TemplateView, values: Record<string, string>): [string, string][] {
  return template.blanks.map((blank) => [blank.name, (values[blank.name] ?? "").trim()]);
}
