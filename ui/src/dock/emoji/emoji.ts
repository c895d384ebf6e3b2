/**
 * Emoji with their names in the language of the window, from the data of Unicode's CLDR that ships with the program.
 * Albanian and Arabic have none there; they are found by their English names.
 *
 * Holds: nothing is loaded before somebody looks for an emoji, and then only one language.
 */
import type { Language } from "../../i18n/i18n.svelte";

export type Emoji = { sign: string; name: string; words: string };

/** Written by `scripts/emoji.mjs`. */
const files = import.meta.glob<string>("../../../../assets/emoji/*.txt", { query: "?raw", import: "default" });

const withNames: Record<Language, string> = { en: "en", de: "de", fr: "fr", es: "es", sq: "en", ar: "en" };

const loaded = new Map<Language, Emoji[]>();

function plain(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

export async function emojiIn(language: Language): Promise<readonly Emoji[]> {
  const known = loaded.get(language);
  if (known) return known;
  const load = files[`../../../../assets/emoji/${withNames[language]}.txt`];
  const lines = ((await load?.()) ?? "").split("\n").filter(Boolean);
  const found = lines.map((line) => {
    const [sign = "", name = "", tags = ""] = line.split("\t");
    return { sign, name, words: plain(`${name} ${tags}`) };
  });
  loaded.set(language, found);
  return found;
}

/** Those whose words begin with every word that was typed: by their name before by what they are about, those used last
 * before others. With nothing typed, those used last and then the order of Unicode. */
export function findEmoji(all: readonly Emoji[], typed: string, used: readonly string[], most: number): Emoji[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const begins = (text: string, word: string) => text.startsWith(word) || text.includes(` ${word}`);
  const rank = (one: Emoji) => {
    const name = plain(one.name);
    const byName = name === wanted.join(" ") ? 0 : wanted.every((word) => begins(name, word)) ? 1 : 2;
    const at = used.indexOf(one.sign);
    return byName * 100 + (at < 0 ? used.length : at);
  };
  return all
    .filter((one) => wanted.every((word) => begins(one.words, word)))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
