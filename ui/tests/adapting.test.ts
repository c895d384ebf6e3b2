/**
 * What the drawn rules promise to people who set their computer up for themselves: forced colours keep what is chosen
 * visible, reduced motion stops everything, and a narrow or magnified window moves nothing out of sight.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const source = join(process.cwd(), "src");
const read = (file: string) => readFileSync(join(source, file), "utf8");
const parts = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .map((file) => [file, read(file)] as const);

const controls = read("styles/controls.css");
const forced = controls.slice(controls.indexOf("@media (forced-colors: active)"));

describe("forced colours", () => {
  it("outline whatever is chosen, wherever it is", () => {
    for (const state of [
      '[role="option"][aria-selected="true"]',
      '[role="tab"][aria-selected="true"]',
      '[aria-pressed="true"]',
    ])
      expect(forced).toContain(state);
  });

  /** A fill is taken away there, so a part that says "chosen" by a class alone has to say it with a line too. */
  const filled = parts.filter(([, text]) => /var\(--bg-selected\)/.test(text));
  it.each(filled)("%s shows what is chosen by more than a fill", (file, text) => {
    if (file.endsWith("tokens.css")) return;
    const style = text.slice(text.indexOf("<style>"));
    const said = [...style.matchAll(/([^{}]+)\{[^{}]*var\(--bg-selected\)[^{}]*\}/g)].map(
      ([, selectors = ""]) => selectors,
    );
    const known = said.every((selectors) => /aria-(selected|pressed)|data-highlighted/.test(selectors));
    const spoken = /role="option"|aria-pressed|aria-selected/.test(text);
    const lined = /forced-colors: active|border-inline-start: var\(--stroke-mark\)/.test(style);
    expect(known || spoken || lined).toBe(true);
  });
});

describe("reduced motion", () => {
  it.each(parts)("%s moves only as long as the tokens say", (_, text) => {
    const moving = [...text.matchAll(/^\s*(?:transition|animation)(?:-duration)?:\s*([^;]+);/gm)].map(
      ([, value = ""]) => value,
    );
    expect(moving.filter((value) => value !== "none" && !value.includes("var(--dur-"))).toEqual([]);
    expect(text).not.toMatch(/behavior: ?"smooth"|scroll-behavior: ?smooth/);
  });

  it("sets every length of motion to nothing", () => {
    const tokens = read("styles/tokens.css");
    const still = tokens.slice(tokens.indexOf("@media (prefers-reduced-motion: reduce)"));
    for (const [, name] of tokens.matchAll(/--(dur-[\w-]+):\s*[1-9]\d*ms/g)) expect(still).toContain(`--${name}: 0ms`);
  });
});

describe("a magnified window", () => {
  it.each(parts.filter(([, text]) => /<table[\s>]/.test(text)))(
    "%s scrolls its table in a box of its own",
    (_, text) => {
      expect(text).toMatch(/overflow(-x)?: auto|overflow: auto/);
    },
  );

  it.each(parts)("%s asks no track of a repeated grid to be wider than the page", (_, text) => {
    expect([...text.matchAll(/repeat\(auto-fi(?:ll|t), minmax\((1[2-9]|[2-9]\d)rem/g)]).toEqual([]);
  });
});
