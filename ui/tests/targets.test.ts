/**
 * Everything that a pointer presses is at least 24 CSS pixels high (WCAG 2.2, 2.5.8): jsdom draws nothing, so the
 * heights are read from the rules of each part. Words inside a sentence and boxes beside their label are let off there
 * too; here each of them is named.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const LEAST = 24;
const ROOT = 16;
const source = join(process.cwd(), "src");
const tokens = readFileSync(join(source, "styles/tokens.css"), "utf8");
const base = ["base", "controls"].map((name) => readFileSync(join(source, `styles/${name}.css`), "utf8")).join("\n");

/** Let off: they stand within a sentence, or nothing can be pressed there. */
const inSentence = new Set(["conversation/Words.svelte .address"]);

/** The smallest that a token is anywhere (dense rows, smaller letters). */
function token(name: string): number {
  const values = [...tokens.matchAll(new RegExp(`--${name}:\\s*([\\d.]+)rem`, "g"))].map(
    ([, rem]) => Number(rem) * ROOT,
  );
  if (values.length === 0) throw new Error(`no token --${name} in rem`);
  return Math.min(...values);
}

/** A length in pixels; of a choice the larger. What cannot be told is none. */
function pixels(value: string): number {
  const all = [...value.matchAll(/var\(--([\w-]+)\)|(?<![\w-])([\d.]+)(rem|em|px)\b/g)].map(
    ([, name, number, unit]) => {
      if (name) return /^(target|control|row|panehead)/.test(name) ? token(name) : 0;
      return Number(number) * (unit === "px" ? 1 : ROOT);
    },
  );
  return value.includes("min(") ? Math.min(...all, Number.POSITIVE_INFINITY) : Math.max(0, ...all);
}

type Rule = { selectors: string[]; body: string };

function rules(css: string): Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors = "", body = ""]) => ({
    selectors: selectors.split(/,(?![^(]*\))/).map((one) => one.trim()),
    body,
  }));
}

const shared = rules(base);

/** How high the rules make what carries these classes; with room around its words that counts too. */
function height(of: Rule[], classes: string[], inside: string): number {
  let tall = 0;
  for (const { selectors, body } of of) {
    const meant = selectors.some((selector) => {
      const last = (selector.split(/\s+(?![^(]*\))/).at(-1) ?? "").replace(/:global\(([^()]*)\)/g, "$1");
      const named = [...last.replace(/:[\w-]+\([^)]*\)|:[\w-]+/g, "").matchAll(/\.([\w-]+)/g)].map(
        ([, name]) => name ?? "",
      );
      if (last.includes("::")) return false;
      return named.length > 0
        ? named.every((name) => classes.includes(name))
        : /^(button|menu-item)/.test(last) && inside !== "";
    });
    if (!meant) continue;
    for (const [, value = ""] of body.matchAll(/(?:^|[;\s])(?:min-)?block-size:\s*([^;]+)/g))
      tall = Math.max(tall, pixels(value));
  }
  return tall;
}

/** The classes of everything pressed that a part draws, also those that come and go. */
function buttons(markup: string): string[][] {
  return [
    ...markup.matchAll(
      /<(?:button|DropdownMenu\.(?:Trigger|Item|CheckboxItem)|div(?=[^<]*?role="option"))\b((?:=>|[^>])*)>/g,
    ),
  ].map(([, attributes = ""]) => [
    ...(/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? "").split(/\s+/).filter((one) => /^[\w-]+$/.test(one)),
    ...[...attributes.matchAll(/\bclass:([\w-]+)/g)].map(([, name]) => name ?? ""),
  ]);
}

/** Parts draw each other's menus: those rules are global. */
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".svelte"));
const parts = files.map((file) => {
  const text = readFileSync(join(source, file), "utf8");
  const style = text.indexOf("<style>");
  return { file, markup: style < 0 ? text : text.slice(0, style), css: style < 0 ? "" : text.slice(style + 7) };
});
const everywhere = parts.flatMap((part) =>
  rules(part.css).filter((rule) => rule.selectors.some((one) => one.includes(":global("))),
);

describe("what a pointer presses", () => {
  const cases = parts.flatMap(({ file, markup, css }) =>
    buttons(markup).map(
      (classes) => [file, classes.length === 0 ? "button" : `.${classes.join(".")}`, classes, css] as const,
    ),
  );

  it("is found", () => expect(cases.length).toBeGreaterThan(150));

  it.each(cases)("%s: %s is high enough", (file, name, classes, css) => {
    if (inSentence.has(`${file} .${classes[0]}`) || classes.includes("sr")) return;
    expect(height([...rules(css), ...shared, ...everywhere], [...classes], name)).toBeGreaterThanOrEqual(LEAST);
  });

  it("and a low one is seen", () => {
    const low = rules(".one { min-block-size: 1rem; } .two { min-block-size: max(var(--target-min), 1.75rem); }");
    expect(height(low, ["one"], "")).toBeLessThan(LEAST);
    expect(height(low, ["two"], "")).toBeGreaterThanOrEqual(LEAST);
  });
});
