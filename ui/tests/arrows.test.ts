/** Who may know whom, and which values may appear where. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sources = join(process.cwd(), "src");
const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(svelte|ts|css)$/.test(name) && !name.endsWith(".test.ts"));
const text = (name: string) => readFileSync(join(sources, name), "utf8");
const offenders = (test: (name: string, body: string) => boolean) => files.filter((name) => test(name, text(name)));

describe("the window", () => {
  it("knows Tauri in one file and in the generated bindings only", () => {
    expect(offenders((_, body) => /from "@tauri-apps|import\("@tauri-apps/.test(body)).sort()).toEqual([
      "platform/tauri.ts",
      "wire/bindings.ts",
    ]);
  });

  it("calls the core through the platform: elsewhere the bindings are types", () => {
    const values = /import \{[^}]*\b(?!type\b)(commands|events)\b[^}]*\} from "[^"]*wire\/bindings"/;
    expect(
      offenders((name, body) => values.test(body.replace(/import type[^;]+;/g, "")) && name !== "platform/tauri.ts"),
    ).toEqual([]);
  });

  it("takes every colour from the tokens", () => {
    const literal = /#[0-9a-f]{3,8}\b(?![\w-]*["'`]?\))|\b(?:rgb|hsl|oklch)a?\(/i;
    expect(
      offenders((name, body) => {
        if (name === "styles/tokens.css" || name.startsWith("platform/fake/")) return false;
        const styles = name.endsWith(".css") ? body : (/<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? "");
        return literal.test(styles);
      }),
    ).toEqual([]);
  });

  it("puts nothing into the page as markup", () => {
    expect(
      offenders((_, body) => /\{@html|\.innerHTML|insertAdjacentHTML|outerHTML|document\.write/.test(body)),
    ).toEqual([]);
  });

  it("writes no style into an attribute, which its own content policy would drop", () => {
    expect(offenders((name, body) => name.endsWith(".svelte") && /\sstyle="/.test(body))).toEqual([]);
  });

  it("measures by lines and blocks, so that it can be mirrored", () => {
    const sided =
      /(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right):\s|text-align:\s*(?:left|right)|float:/;
    expect(
      offenders((name, body) =>
        sided.test(name.endsWith(".css") ? body : (/<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? "")),
      ),
    ).toEqual([]);
  });

  it("gives no four sides of which left and right differ, for those stay where they are", () => {
    const four =
      /(?<![\w-])(?:padding|margin|inset|border-width|border-radius):((?:\s+(?:[\w-]+\([^;]*?\)|[\w.%-]+)){4});/g;
    const sides = (value: string) => value.trim().match(/[\w-]+\((?:[^()]|\([^()]*\))*\)|[\w.%-]+/g) ?? [];
    /** Two tips of a line, each turned for its side. */
    const turned = new Set(["screens/connect/NetworkPath.svelte"]);
    expect(
      offenders((name, body) => {
        if (turned.has(name)) return false;
        const styles = name.endsWith(".css") ? body : (/<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? "");
        return [...styles.matchAll(four)].some(([, value = ""]) => {
          const all = sides(value);
          return all.length === 4 && all[1] !== all[3];
        });
      }),
    ).toEqual([]);
  });

  it("reads the time from the platform's clock", () => {
    expect(
      offenders(
        (name, body) => /Date\.now\(\)|new Date\(\)|performance\.now/.test(body) && !name.startsWith("platform/"),
      ),
    ).toEqual([]);
  });

  it("offers nothing that nobody takes", () => {
    const all = readdirSync(sources, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(svelte|ts)$/.test(name))
      .map((name) => [name, text(name)] as const);
    const helpers = readdirSync(join(process.cwd(), "tests"), { encoding: "utf8" }).map(
      (name) => [name, readFileSync(join(process.cwd(), "tests", name), "utf8")] as const,
    );
    const takers = new Map<string, Set<string>>();
    for (const [name, body] of [...all, ...helpers]) {
      for (const [word] of body.matchAll(/\w+/g)) {
        const known = takers.get(word) ?? new Set();
        takers.set(word, known.add(name));
      }
    }
    const idle = all
      .filter(([name]) => !name.startsWith("wire/") && !name.endsWith(".test.ts"))
      .flatMap(([name, body]) =>
        [...body.matchAll(/export (?:async )?(?:const|function|class|type|let)\s+(\w+)/g)]
          .filter(([, word = ""]) => (takers.get(word)?.size ?? 0) < 2)
          .map(([, word]) => `${name}: ${word}`),
      );
    expect(idle).toEqual([]);
  });

  it("keeps files short", () => {
    const long = files.filter(
      (name) =>
        text(name).split("\n").length > 400 &&
        !["wire/bindings.ts", "parts/icons.ts", "styles/tokens.css"].includes(name),
    );
    expect(long).toEqual([]);
  });
});
