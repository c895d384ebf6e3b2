/** Every sentence lives in the Fluent files, in every language, with the same values. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, FluentParser, type Message, type Pattern } from "@fluent/syntax";
import { parse } from "svelte/compiler";
import { describe, expect, it } from "vitest";
import { isRightToLeft, languages, speak, t } from "../src/i18n/i18n.svelte";
import { shortDay } from "../src/time/words";

const locales = join(process.cwd(), "../assets/locales");
const sources = join(process.cwd(), "src");
const parser = new FluentParser();

function messages(language: string): Map<string, Message> {
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

/** The names of the values a sentence needs. */
function values(pattern: Pattern | null | undefined): string[] {
  return [
    ...new Set(
      [...JSON.stringify(pattern ?? null).matchAll(/"VariableReference","id":\{[^}]*"name":"(\w+)"/g)].map(
        ([, name]) => name ?? "",
      ),
    ),
  ].sort();
}

const plurals = new Set(["one", "two", "few", "many"]);

/** Every place where a sentence chooses between forms, and by what. */
function choices(node: unknown): { selector: string; keys: string[] }[] {
  if (Array.isArray(node)) return node.flatMap(choices);
  if (typeof node !== "object" || node === null) return [];
  const own = node as { type?: string; selector?: unknown; variants?: { key: { name?: string; value?: string } }[] };
  const inside = Object.values(node).flatMap(choices);
  if (own.type !== "SelectExpression") return inside;
  const keys = (own.variants ?? []).map(({ key }) => key.name ?? key.value ?? "");
  return [{ selector: values(own.selector as Pattern).join(), keys }, ...inside];
}

const english = messages("en");

/** Files of ours, without tests and without what is generated. */
const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
  (name) =>
    /\.(svelte|ts)$/.test(name) &&
    !/\.test\.ts$|bindings\.ts$|icons\.ts$|platform\/fake\//.test(name.replaceAll("\\", "/")),
);
const text = (name: string) => readFileSync(join(sources, name), "utf8");

describe("sentences", () => {
  it.each(languages.filter((one) => one !== "en"))("are all there in %s, with the same values", (language) => {
    const theirs = messages(language);
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, message] of english) {
      const own = theirs.get(id);
      // A language may leave a value out (a dual needs no number), but never ask for one it is not given.
      expect(values(message.value), `${language}: ${id}`).toEqual(expect.arrayContaining(values(own?.value)));
      expect(own?.attributes.map((one) => one.id.name) ?? [], `${language}: ${id}`).toEqual(
        message.attributes.map((one) => one.id.name),
      );
    }
  });

  it("that the window asks for exist", () => {
    const missing: string[] = [];
    for (const file of files) {
      for (const [, id] of text(file).matchAll(/(?<![\w.])t\(\s*"([a-z0-9.-]+)"/g)) {
        const [name = "", attribute] = (id ?? "").split(".");
        const message = english.get(name);
        const found = attribute ? message?.attributes.some((one) => one.id.name === attribute) : message?.value;
        if (!found) missing.push(`${file}: ${id}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("that are put together from a code exist for every code", () => {
    const bindings = readFileSync(join(sources, "wire/bindings.ts"), "utf8");
    const codes = (type: string) => {
      const start = bindings.indexOf(`export type ${type} = `);
      const body = bindings.slice(start, bindings.indexOf(";\n\n", start));
      const words = [...body.matchAll(/^(?:\{ is: )?"([a-z_]+)"/gm)].map(([, code]) => code ?? "");
      expect(words.length, type).toBeGreaterThan(1);
      return words.map((code) => code.replaceAll("_", "-"));
    };
    const wanted = [
      ...codes("Code").map((code) => `error-${code}`),
      ...codes("ChannelName").map((code) => `channel-${code}`),
      ...codes("Queue").flatMap((code) => [`queue-${code}`, `empty-${code}`]),
      ...codes("RowMark").map((code) => `mark-${code}`),
      ...codes("FileKind").map((code) => `kind-${code}`),
      ...codes("CallEnd").flatMap((code) => [`call-in-${code}`, `call-out-${code}`]),
      ...codes("QueuedFor").map((code) => `state-queued-${code}`),
      ...codes("HoldView").map((code) => `held-${code}`),
      ...codes("FailureView").map((code) => `failed-${code}`),
      ...codes("CouldBeWhy").map((code) => `could-be-${code}`),
    ];
    expect(wanted.filter((id) => !english.has(id))).toEqual([]);
  });

  it("are not written into components", () => {
    const spoken = new Set(["aria-label", "title", "alt", "placeholder", "label"]);
    const written: string[] = [];
    for (const file of files.filter((name) => name.endsWith(".svelte"))) {
      const walk = (node: unknown): void => {
        if (Array.isArray(node)) {
          for (const one of node) walk(one);
          return;
        }
        if (typeof node !== "object" || node === null) return;
        const { type, data, name, value } = node as { type?: string; data?: string; name?: string; value?: unknown };
        if (type === "Text" && /\p{L}{2}/u.test(data ?? "")) written.push(`${file}: ${data?.trim()}`);
        if (type === "Attribute") {
          if (name && spoken.has(name)) walk(value);
          return;
        }
        for (const [key, child] of Object.entries(node))
          if (key !== "css" && key !== "instance" && key !== "module") walk(child);
      };
      walk(parse(text(file), { modern: true }).fragment);
    }
    // The product's own name, languages in themselves, a licence's name and how a key begins are the same everywhere.
    expect(
      written.filter((one) => !/: (Anteroom|English|Deutsch|Shqip|العربية|Apache-2\.0 OR MIT|AC…|SK…)$/.test(one)),
    ).toEqual([]);
  });
});

describe("a language", () => {
  it("turns the page round for Arabic and keeps Western digits", async () => {
    await speak("ar");
    expect(document.documentElement.dir).toBe("rtl");
    expect(isRightToLeft()).toBe(true);
    expect(t("span-minutes", { n: 42 })).toBe("42 د");
  });

  it("isolates what runs against the sentence and nothing else", async () => {
    await speak("en");
    expect(t("linked", { name: "Farah" })).toBe("Linked to Farah.");
    expect(t("linked", { name: "ليلى" })).toBe("Linked to \u2068ليلى\u2069.");
    await speak("ar");
    expect(t("linked", { name: "Farah" })).toContain("\u2068Farah\u2069");
    expect(t("linked", { name: "ليلى" })).not.toContain("\u2068");
  });

  it.each(languages)("has a form for every number that %s tells apart", (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const short: string[] = [];
    for (const [id, message] of messages(language)) {
      for (const { selector, keys } of choices(message)) {
        if (!keys.some((key) => plurals.has(key))) continue;
        // `zero` is nothing but 0, which has a form of its own where somebody asks with it. Arabic writes 11 to 99
        // and whole hundreds alike except for a vowel that nobody writes, so its default is a form for `many` too.
        const shared = language === "ar" ? ["other", "zero", "many"] : ["other"];
        const missing = categories.filter((one) => !shared.includes(one) && !keys.includes(one));
        if (missing.length > 0) short.push(`${id}, by ${selector}: ${missing.join(" ")}`);
      }
    }
    expect(short).toEqual([]);
  });

  it("writes no straight apostrophe, and French no breaking space before its punctuation", () => {
    const written: string[] = [];
    for (const language of languages)
      for (const file of readdirSync(join(locales, language)))
        readFileSync(join(locales, language, file), "utf8")
          .split("\n")
          .forEach((line, at) => {
            const wrong = /\p{L}'\p{L}/u.test(line) || (language === "fr" && /[\w’…}] [:;?!»](\s|$)|« /u.test(line));
            if (wrong && !line.startsWith("#")) written.push(`${language}/${file}:${at + 1}: ${line}`);
          });
    expect(written).toEqual([]);
  });

  it("counts and dates in French and Spanish as they are written there", async () => {
    const midday = Date.parse("2026-10-09T12:00:00Z");
    await speak("fr");
    expect([0, 1, 2, 1_000_000].map((n) => t("calls-recent", { n }))).toEqual([
      "0 appel avec ce numéro",
      "1 appel avec ce numéro",
      "2 appels avec ce numéro",
      "1\u202f000\u202f000 d’appels avec ce numéro",
    ]);
    expect(shortDay(midday, midday)).toBe("9 oct.");
    await speak("es");
    expect([0, 1, 2, 1_000_000].map((n) => t("calls-recent", { n }))).toEqual([
      "0 llamadas con este número",
      "1 llamada con este número",
      "2 llamadas con este número",
      "1.000.000 de llamadas con este número",
    ]);
    expect(shortDay(midday, midday)).toBe("9 oct");
  });

  it("uses its own plural forms", async () => {
    await speak("ar");
    expect([1, 2, 3, 11].map((n) => t("calls-recent", { n }))).toEqual([
      "مكالمة واحدة مع هذا الرقم",
      "مكالمتان مع هذا الرقم",
      "3 مكالمات مع هذا الرقم",
      "11 مكالمة مع هذا الرقم",
    ]);
  });
});
