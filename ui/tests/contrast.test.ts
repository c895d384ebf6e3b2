/**
 * Recomputes the contrast of every pair of colours that the window puts together, from the token file itself.
 * WCAG 2.2: 4.5 for text, 3 for what has to be seen but not read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(process.cwd(), "src/styles/tokens.css"), "utf8");

type Colour = [number, number, number];

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("\n}", start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? "", (value ?? "").trim()]),
  );
}

const light = block(":root");
const dark = new Map([...light, ...block('[data-theme="dark"]')]);

/** OKLCH to linear sRGB, after Ottosson; then the 8 bits a screen shows. */
function colour(text: string): Colour {
  const [l, c, h] = (/oklch\(([\d.]+) ([\d.]+) ([\d.]+)/.exec(text) ?? []).slice(1).map(Number) as Colour;
  if (l === undefined || c === undefined || h === undefined) throw new Error(`not a colour: ${text}`);
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const lms = [
    l + 0.3963377774 * a + 0.2158037573 * b,
    l - 0.1055613458 * a - 0.0638541728 * b,
    l - 0.0894841775 * a - 1.291485548 * b,
  ];
  const [x, y, z] = lms.map((one) => one ** 3) as Colour;
  const linear: Colour = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
  return linear.map((one) => {
    const held = Math.min(1, Math.max(0, one));
    const gamma = held <= 0.0031308 ? 12.92 * held : 1.055 * held ** (1 / 2.4) - 0.055;
    return Math.round(gamma * 255) / 255;
  }) as Colour;
}

function luminance(of: Colour): number {
  const [r, g, b] = of.map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string>, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const value = tokens.get(`--${name}`);
    if (!value) throw new Error(`no token --${name}`);
    return luminance(colour(value));
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const surfaces = ["bg-app", "bg-pane", "bg-surface", "bg-raised", "bg-sunken", "bg-hover", "bg-selected"];
const plain = [...surfaces, "bg-selected-idle"];
const channels = ["ch-instagram", "ch-whatsapp", "ch-sms", "ch-phone", "ch-messenger", "ch-email"];

/** front, backs, least contrast */
const pairs: [string[], string[], number][] = [
  [["ink-1", "ink-2"], [...plain, "bg-pressed"], 4.5],
  [["ink-3"], plain, 4.5],
  [["accent-ink"], [...surfaces, "bubble-in", "bubble-out", "accent-soft"], 4.5],
  [["ink-on-accent"], ["accent", "accent-hover", "accent-pressed", "urgent-solid"], 4.5],
  [["pencil-ink"], ["bg-app", "bg-pane", "bg-surface", "pencil-bg", "bg-selected"], 4.5],
  [["time-ink"], ["time-soft", "bg-app", "bg-pane", "bg-surface", "bg-selected"], 4.5],
  [["urgent-ink"], ["urgent-soft", "bg-app", "bg-pane", "bg-surface", "bg-selected"], 4.5],
  [["ok-ink"], ["ok-soft", "bg-app", "bg-pane", "bg-surface"], 4.5],
  [["ink-1"], ["time-soft", "urgent-soft", "ok-soft", "pencil-bg", "bubble-in"], 4.5],
  [["note-ink", "note-ink-2"], ["note-bg"], 4.5],
  [["bubble-out-ink"], ["bubble-out"], 4.5],
  [["bubble-meta"], ["bg-surface", "bubble-in", "bubble-out"], 4.5],
  [["ink-on-tooltip"], ["bg-tooltip"], 4.5],
  [channels, [...surfaces, "bg-pressed"], 3],
  [["line-control"], ["bg-app", "bg-pane", "bg-surface", "bg-sunken"], 3],
  [["pencil-line"], ["bg-app", "bg-pane", "bg-surface", "pencil-bg"], 3],
  [["focus"], plain, 3],
  [["accent"], ["bg-app", "bg-pane", "bg-surface", "bg-selected"], 3],
  [["time-solid", "urgent-solid", "ok-solid"], ["bg-app", "bg-pane", "bg-surface", "bg-selected"], 3],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("colours in %s", (_, tokens) => {
  const checks = pairs.flatMap(([fronts, backs, least]) =>
    fronts.flatMap((front) => backs.map((back) => [front, back, least] as const)),
  );

  it.each(checks)("%s on %s reaches %s", (front, back, least) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(least);
  });
});

describe("the calculation", () => {
  it("knows black on white", () => {
    const two = new Map([
      ["--a", "oklch(0 0 0)"],
      ["--b", "oklch(1 0 0)"],
    ]);
    expect(contrast(two, "a", "b")).toBeCloseTo(21, 1);
  });

  it("finds the lowest value of the design's own table for the dimmest ink", () => {
    expect(Math.min(...plain.map((surface) => contrast(light, "ink-3", surface)))).toBeCloseTo(4.82, 1);
    expect(Math.min(...plain.map((surface) => contrast(dark, "ink-3", surface)))).toBeCloseTo(5.04, 1);
  });
});
