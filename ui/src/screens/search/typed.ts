/**
 * What was typed into the palette, understood: `>` for commands only, `@` for people only, and the filters that the core
 * knows (`from:`, `channel:`, `has:`, `before:`, `after:`), offered while one is being typed.
 */
type Mode = "all" | "commands" | "people";
export type Typed = { mode: Mode; words: string };

export const filters = ["from", "channel", "has", "before", "after"] as const;
export type Filter = (typeof filters)[number];

export function understand(text: string): Typed {
  const start = text.trimStart();
  if (start.startsWith(">")) return { mode: "commands", words: start.slice(1).trim() };
  if (start.startsWith("@")) return { mode: "people", words: start.slice(1).trim() };
  return { mode: "all", words: text };
}

/** Filters to offer: all of them before anything is typed, later those that the last word begins. */
export function filtersFor(text: string): Filter[] {
  if (text.trim() === "") return [...filters];
  const last = /(?:^|\s)(\S+)$/.exec(text)?.[1]?.toLowerCase();
  return last ? filters.filter((one) => last.length > 1 && one !== last && `${one}:`.startsWith(last)) : [];
}

/** The text with a filter begun at its end. */
export function withFilter(text: string, filter: Filter): string {
  return `${text.replace(/\S+$/, "")}${filter}:`;
}

/** Fewer digits than the search looks for in numbers. */
export function tooFewDigits(words: string): boolean {
  const plain = words.replace(/[\s().+-]/g, "");
  return /^\d{1,3}$/.test(plain);
}
