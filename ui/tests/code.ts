/** The window's own code as a tree, for the tests of words: components, and modules as if they were a component's script. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "svelte/compiler";

export const sources = join(process.cwd(), "src");

/** Files of ours, without tests and without what is generated. */
export const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$|bindings\.ts$|icons\.ts$|platform\/fake\//.test(name));

export const text = (name: string) => readFileSync(join(sources, name), "utf8");

export type Node = { type: string; [key: string]: unknown };

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** The trees of a file: what is drawn, and what is run. */
export function trees(file: string): { drawn: Node; run: Node[] } {
  return treesOf(file.endsWith(".svelte") ? text(file) : `<script lang="ts">\n${text(file)}\n</script>`);
}

/** The trees of a component's source. */
export function treesOf(source: string): { drawn: Node; run: Node[] } {
  const root = parse(source, { modern: true });
  return { drawn: root.fragment as unknown as Node, run: ([root.instance, root.module] as unknown[]).filter(isNode) };
}

/** Goes through a tree. `visit` answers `false` to stay out of what lies below. */
export function walk(
  node: unknown,
  visit: (node: Node, above: readonly Node[]) => boolean | undefined,
  above: readonly Node[] = [],
): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit, above);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  if (isNode(node) && visit(node, above) === false) return;
  const here = isNode(node) ? [...above, node] : above;
  for (const [key, child] of Object.entries(node)) if (key !== "loc" && key !== "metadata") walk(child, visit, here);
}

/** The name of what is called: `t`, `querySelector`, `Error`. */
export function called(node: Node): string {
  const callee = node.callee as Node | undefined;
  const name = callee?.type === "MemberExpression" ? (callee.property as Node).name : callee?.name;
  return typeof name === "string" ? name : "";
}

/** What a piece of code can be as a sentence's name: the names themselves, and patterns where a part is put in. */
export function names(node: unknown): (string | RegExp)[] {
  if (!isNode(node)) return [];
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.type === "ConditionalExpression") return [...names(node.consequent), ...names(node.alternate)];
  if (node.type === "LogicalExpression") return [...names(node.left), ...names(node.right)];
  if (node.type !== "TemplateLiteral") return [];
  const fixed = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (fixed.length === 1) return [fixed[0] ?? ""];
  const escaped = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // A pattern that begins with something put in could be anything.
  return /^[a-z]/.test(fixed[0] ?? "") ? [new RegExp(`^${escaped.join("[a-z0-9-]+")}$`)] : [];
}
