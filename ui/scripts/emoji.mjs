/**
 * Writes assets/emoji/<language>.txt from emojibase-data (MIT; names from Unicode's CLDR): one emoji a line, with its
 * name and the words it is found by, apart by tabs. Run after that package was updated: `node scripts/emoji.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";

/** Parts of other signs (skin tones, hair), which are nothing alone. */
const COMPONENTS = 2;

for (const language of ["en", "de", "fr", "es"]) {
  const entries = JSON.parse(readFileSync(`node_modules/emojibase-data/${language}/compact.json`, "utf8"));
  const lines = entries
    .filter((one) => one.unicode && one.group !== undefined && one.group !== COMPONENTS)
    .map((one) => [one.unicode, one.label, (one.tags ?? []).join(" ")].join("\t"));
  writeFileSync(`../assets/emoji/${language}.txt`, `${lines.join("\n")}\n`);
}
