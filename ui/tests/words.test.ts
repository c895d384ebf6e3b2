/** Every sentence lives in the Fluent files, in every language, with the same values. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRightToLeft, languages, speak, t } from "../src/i18n/i18n.svelte";
import { shortDay } from "../src/time/words";
import { choices, locales, messages, placeables } from "./sentences";

const english = messages("en");
const plurals = new Set(["one", "two", "few", "many"]);

describe("sentences", () => {
  it.each(languages.filter((one) => one !== "en"))("are all there in %s, with the same values", (language) => {
    const theirs = messages(language);
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, message] of english) {
      const own = theirs.get(id);
      expect(placeables(own?.value), `${language}: ${id}`).toEqual(placeables(message.value));
      const attributes = (of: typeof own) => of?.attributes.map((one) => [one.id.name, placeables(one.value)]) ?? [];
      expect(attributes(own), `${language}: ${id}`).toEqual(attributes(message));
    }
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
