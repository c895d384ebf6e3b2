/** The Fluent files as they lie on the disk, for the tests of words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, FluentParser, type Message, type Pattern } from "@fluent/syntax";

export const locales = join(process.cwd(), "../assets/locales");
const parser = new FluentParser();

/** Every sentence of a language. A broken file and a name written twice are errors. */
export function messages(language: string): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const file of readdirSync(join(locales, language)).filter((name) => name.endsWith(".ftl"))) {
    const resource = parser.parse(readFileSync(join(locales, language, file), "utf8"));
    for (const entry of resource.body as Entry[]) {
      if (entry.type === "Junk")
        throw new Error(`${language}/${file}: ${JSON.stringify((entry as { content?: string }).content)}`);
      if (entry.type !== "Message") continue;
      const message = entry as Message;
      if (found.has(message.id.name)) throw new Error(`${language}: ${message.id.name} is written twice`);
      found.set(message.id.name, message);
    }
  }
  return found;
}

/** What a sentence is made of beside its words: `$n` for a value it needs, `name` for another sentence. */
export function placeables(pattern: Pattern | null | undefined): string[] {
  const text = JSON.stringify(pattern ?? null);
  const found = (kind: string, sign: string) =>
    [...text.matchAll(new RegExp(`"${kind}Reference","id":\\{[^}]*"name":"([\\w-]+)"`, "g"))].map(
      ([, name]) => sign + (name ?? ""),
    );
  return [...new Set([...found("Variable", "$"), ...found("Message", ""), ...found("Term", "-")])].sort();
}

/** The names of the values a sentence needs. */
export function values(pattern: Pattern | null | undefined): string[] {
  return placeables(pattern)
    .filter((one) => one.startsWith("$"))
    .map((one) => one.slice(1));
}

/** Every place where a sentence chooses between forms, and by what. */
export function choices(node: unknown): { selector: string; keys: string[] }[] {
  if (Array.isArray(node)) return node.flatMap(choices);
  if (typeof node !== "object" || node === null) return [];
  const own = node as { type?: string; selector?: unknown; variants?: { key: { name?: string; value?: string } }[] };
  const inside = Object.values(node).flatMap(choices);
  if (own.type !== "SelectExpression") return inside;
  const keys = (own.variants ?? []).map(({ key }) => key.name ?? key.value ?? "");
  return [{ selector: values(own.selector as Pattern).join(), keys }, ...inside];
}
