/** Templates: the words with their blanks as pieces, and which blanks still miss something. */
import type { TemplateView } from "../wire/bindings";

export type TemplatePiece = { text: string } | { blank: string; value: string; missing: boolean; example: string };

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

export function complete(template: TemplateView, values: Record<string, string>): boolean {
  return template.blanks.every((blank) => (values[blank.name] ?? "").trim() !== "");
}

/** In the order of the blanks, as the core wants them. */
export function asPairs(template: TemplateView, values: Record<string, string>): [string, string][] {
  return template.blanks.map((blank) => [blank.name, (values[blank.name] ?? "").trim()]);
}
