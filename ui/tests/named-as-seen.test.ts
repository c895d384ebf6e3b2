/**
 * Who speaks to the computer says what stands on a button: its name for screen readers contains those words, in every
 * language (WCAG 2.5.3). Seen in the code, since the rules that run on drawn screens see only the languages drawn.
 */
import type { Pattern } from "@fluent/syntax";
import { expect, it } from "vitest";
import { languages } from "../src/i18n/i18n.svelte";
import { called, files, isNode, type Node, names, trees, walk } from "./code";
import { messages } from "./sentences";

/** The sentences that an expression asks for by their whole names, one for each way it can turn out; a gap for a way
 * that is no such sentence. */
function asked(expression: unknown): (string | undefined)[] {
  if (!isNode(expression)) return [undefined];
  if (expression.type === "ConditionalExpression")
    return [...asked(expression.consequent), ...asked(expression.alternate)];
  if (expression.type !== "CallExpression" || called(expression) !== "t") return [undefined];
  return names((expression.arguments as Node[])[0]).map((one) => (typeof one === "string" ? one : undefined));
}

/** What is put into a name and is a sentence itself: which value is which sentence. */
function given(expression: unknown): Map<string, string> {
  const found = new Map<string, string>();
  walk(expression, (node) => {
    const [id] = node.type === "Property" ? asked(node.value) : [];
    if (id) found.set(String((node.key as Node).name), id);
    return undefined;
  });
  return found;
}

type Pair = { name: string; put: Map<string, string>; seen: string };

/** What stands on a button beside its drawings, however deep. */
function drawnOn(node: Node): Node[] {
  return ((node.fragment as Node).nodes as Node[]).flatMap((one) => {
    if (one.type === "RegularElement") {
      const hidden = (one.attributes as Node[]).some(({ name }) => name === "aria-hidden");
      return hidden ? [] : drawnOn(one);
    }
    return one.type === "ExpressionTag" ? [one] : [];
  });
}

/** A button's name and the sentences that stand on it, where its name is a sentence. */
function named(node: Node): Pair[] {
  const attribute = (node.attributes as Node[] | undefined)?.find((one) => one.name === "aria-label");
  const value = [attribute?.value].flat()[0] as Node | undefined;
  if (value?.type !== "ExpressionTag") return [];
  const put = given(value.expression);
  const said = asked(value.expression);
  return drawnOn(node).flatMap((one) => {
    const shown = asked(one.expression);
    // Two that choose alike stand beside each other.
    const pairs =
      said.length === shown.length
        ? said.map((name, at) => [name, shown[at]])
        : said.flatMap((name) => shown.map((seen) => [name, seen]));
    return pairs.flatMap(([name, seen]) => (name && seen ? [{ name, put, seen }] : []));
  });
}

const pairs = files
  .filter((file) => file.endsWith(".svelte"))
  .flatMap((file) => {
    const found: (Pair & { file: string })[] = [];
    walk(trees(file).drawn, (node) => {
      if (node.type === "RegularElement" && (node.name === "button" || node.name === "a"))
        found.push(...named(node).map((pair) => ({ file, ...pair })));
      return undefined;
    });
    return found;
  });

it("looks at the buttons that are named and written on", () => {
  expect(pairs.length).toBeGreaterThan(10);
});

it.each(languages)("names a button by what stands on it, in %s", (language) => {
  const all = messages(language);
  /** What a sentence says, with a gap where a value is put in. */
  const words = (pattern: Pattern | null | undefined, put?: Map<string, string>): string =>
    (pattern?.elements ?? [])
      .map((part) => {
        if (part.type === "TextElement") return part.value;
        const of = part.expression;
        if (of.type === "MessageReference") return words(all.get(of.id.name)?.value);
        const id = of.type === "VariableReference" ? put?.get(of.id.name) : undefined;
        return id ? words(all.get(id)?.value) : "□";
      })
      .join("");
  const spoken = (id: string, put?: Map<string, string>) =>
    ` ${words(all.get(id)?.value, put)
      .toLocaleLowerCase(language)
      .replace(/[^\p{L}\p{M}\p{N}□]+/gu, " ")
      .trim()} `;
  const wrong = pairs.filter(({ name, put, seen }) => !spoken(name, put).includes(spoken(seen)));
  expect(wrong.map(({ file, name, seen }) => `${file}: “${spoken(name)}” is written on as “${spoken(seen)}”`)).toEqual(
    [],
  );
});
