/**
 * The window's code and its sentences fit each other: whatever it asks for exists and is given its values, whatever
 * exists is asked for, and nothing that people read or hear is written into the code.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { called, files, isNode, type Node, names, sources, trees, treesOf, walk } from "./code";
import { messages, placeables, values } from "./sentences";

const english = messages("en");

/** Names and attributes of all sentences, as `t` is asked for them. */
const askable = [...english].flatMap(([id, message]) => [
  ...(message.value ? [id] : []),
  ...message.attributes.map((one) => `${id}.${one.id.name}`),
]);

const parsed = files.map((file) => ({ file, ...trees(file) }));

/** Every sentence that is asked for by `t`, with what it is given: the names of the values, or nobody knows. */
function* asked(): Generator<{ file: string; name: string | RegExp; given: string[] | undefined }> {
  for (const { file, drawn, run } of parsed) {
    const calls: Node[] = [];
    walk([drawn, ...run], (node) => void (node.type === "CallExpression" && called(node) === "t" && calls.push(node)));
    for (const call of calls) {
      const [what, which] = call.arguments as [Node | undefined, Node | undefined];
      const properties = which?.type === "ObjectExpression" ? (which.properties as Node[]) : undefined;
      const known = !which || properties?.every((one) => one.type === "Property");
      const given = known ? (properties ?? []).map((one) => String((one.key as Node).name)) : undefined;
      for (const name of names(what)) yield { file, name, given };
    }
  }
}

const needs = (name: string) => {
  const [id = "", attribute] = name.split(".");
  const message = english.get(id);
  return values(attribute ? message?.attributes.find((one) => one.id.name === attribute)?.value : message?.value);
};

describe("sentences", () => {
  it("that the window asks for exist, and are given every value", () => {
    const wrong: string[] = [];
    for (const { file, name, given } of asked()) {
      const found = askable.filter((one) => (typeof name === "string" ? one === name : name.test(one)));
      if (found.length === 0) wrong.push(`${file}: ${name} does not exist`);
      for (const one of typeof name === "string" ? found : [])
        for (const value of given ? needs(one).filter((need) => !given.includes(need)) : [])
          wrong.push(`${file}: ${one} is not given its { $${value} }`);
    }
    expect(wrong).toEqual([]);
  });

  it("are all asked for by somebody", () => {
    const whole = new Set<string>();
    const patterns: RegExp[] = [];
    for (const { drawn, run } of parsed)
      walk([drawn, ...run], (node) => {
        for (const name of node.type === "Literal" || node.type === "TemplateLiteral" ? names(node) : [])
          if (typeof name === "string") whole.add(name);
          else patterns.push(name);
      });
    for (const message of english.values())
      for (const pattern of [message.value, ...message.attributes.map((one) => one.value)])
        for (const name of placeables(pattern)) whole.add(name);
    // Notifications are spoken by the core, which reads the same files.
    const core = ["../../crates/desk/src", "../../src-tauri/src"].flatMap((folder) =>
      readdirSync(join(sources, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".rs"))
        .map((name) => readFileSync(join(sources, folder, name), "utf8")),
    );
    const idle = askable.filter(
      (one) =>
        !whole.has(one) &&
        !patterns.some((pattern) => pattern.test(one)) &&
        !core.some((rust) => rust.includes(`"${one}"`)),
    );
    expect(idle).toEqual([]);
  });

  const bindings = readFileSync(join(sources, "wire/bindings.ts"), "utf8");
  const codes = (type: string) => {
    const start = bindings.indexOf(`export type ${type} = `);
    const body = bindings.slice(start, bindings.indexOf(";\n\n", start));
    const words = [...body.matchAll(/^(?:\{ is: )?"([a-z_]+)"/gm)].map(([, code]) => code ?? "");
    expect(words.length, type).toBeGreaterThan(1);
    return words.map((code) => code.replaceAll("_", "-"));
  };

  it("that are put together from a code exist for every code", () => {
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

  it.each([
    ["error", "Code", []],
    ["channel", "ChannelName", []],
    ["mark", "RowMark", ["unopened", "opened"]],
    ["held", "HoldView", []],
    ["failed", "FailureView", ["code"]],
    ["could-be", "CouldBeWhy", []],
    ["state-queued", "QueuedFor", ["until"]],
  ] as const)("%s-… exist for nothing but the codes of %s", (prefix, type, others) => {
    const ends = [...codes(type), ...others];
    const left = [...english.keys()].filter(
      (id) => id.startsWith(`${prefix}-`) && !ends.includes(id.slice(prefix.length + 1)),
    );
    expect(left).toEqual([]);
  });
});

/** Attributes that are read out or shown. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder|braillelabel)|title|alt|placeholder|label|words|summary)$/;
/** Calls whose words are for the program and not for people. */
const unseen = /^(\w*Error|querySelector(All)?|closest|matches|matchMedia|createElement|supports|t|RegExp)$/;
const word = /\p{L}{2}/u;
const sentence = /\p{L}{2,}[,.:;]? \p{L}{2,}/u;
const shown = /^(label|title|words|placeholder|textContent|innerText|ariaLabel|alt)$/;

/** What is the same everywhere: the product, languages in themselves, a licence, how a key begins, what Twilio calls
 * the rights of a key, and codes of countries. The list of notices is names of works and their licences. */
const same =
  /^(Anteroom|English|Deutsch|Shqip|العربية|Français|Español|Apache-2\.0 OR MIT|AC…|SK…|Messages, Media, Content|Calls, Recordings, Transcriptions|([A-Z]{2} ?)+)$/;
const worded = (file: string) => file !== "screens/settings/notices.ts";

/** Words that people would read, in what a component draws. */
function drawnWords(drawn: Node): string[] {
  const found: string[] = [];
  /** The texts that an expression can turn out as, without what it asks or compares. */
  const results = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) results(one);
    if (!isNode(node)) return;
    if (node.type === "Text") found.push(String(node.data));
    if (node.type === "Literal" && typeof node.value === "string") found.push(node.value);
    if (node.type === "ExpressionTag") results(node.expression);
    if (node.type === "ConditionalExpression") results([node.consequent, node.alternate]);
    if (node.type === "LogicalExpression") results([node.left, node.right]);
    if (node.type === "BinaryExpression" && node.operator === "+") results([node.left, node.right]);
    if (node.type === "TemplateLiteral") {
      results(node.expressions);
      for (const { value } of node.quasis as { value: { cooked: string } }[]) found.push(value.cooked);
    }
  };
  walk(drawn, (node, above) => {
    if (node.type === "StyleDirective") return false;
    if (node.type === "Attribute") {
      if (spoken.test(String(node.name))) results(node.value);
      // What a part of ours is given may be shown by it under any name.
      else if (node.name !== "class" && above.at(-1)?.type === "Component")
        walk(
          node.value,
          (one) => void (one.type === "Text" && sentence.test(String(one.data)) && found.push(String(one.data))),
        );
      return false;
    }
    if (node.type === "ExpressionTag" || node.type === "Text") results(node);
    return undefined;
  });
  return found.filter((one) => word.test(one)).map((one) => one.trim());
}

/** Words that people would read, in what is run. */
function runWords(run: Node[]): string[] {
  const found: string[] = [];
  walk(run, (node, above) => {
    if (/^(TS|Import)/.test(node.type)) return false;
    if ((node.type === "CallExpression" || node.type === "NewExpression") && unseen.test(called(node))) return false;
    const value =
      node.type === "TemplateElement"
        ? (node.value as { cooked: string }).cooked
        : node.type === "Literal"
          ? node.value
          : "";
    if (typeof value !== "string" || value === "") return undefined;
    const over = above.at(-1);
    const name =
      over?.type === "Property" && over.value === node
        ? (over.key as Node).name
        : over?.type === "AssignmentExpression"
          ? ((over.left as Node).property as Node | undefined)?.name
          : undefined;
    const labelled = typeof name === "string" && shown.test(name) && /\p{Lu}\p{Ll}/u.test(value);
    if (sentence.test(value) || labelled) found.push(value.trim());
    return undefined;
  });
  return found;
}

it("no words are written into the code, neither drawn, nor read out, nor put together", () => {
  const written = parsed
    .filter(({ file }) => worded(file))
    .flatMap(({ file, drawn, run }) =>
      [...drawnWords(drawn), ...runWords(run)].filter((one) => !same.test(one)).map((one) => `${file}: ${one}`),
    );
  expect(written).toEqual([]);
});

describe("the search for words in the code", () => {
  const drawn = (markup: string) => {
    const root = treesOf(markup);
    return [...drawnWords(root.drawn), ...runWords(root.run)];
  };
  it.each([
    ["text", "<p>Send it</p>"],
    ["a name that is read out", '<button aria-label="Close">×</button>'],
    ["a hint", '<input placeholder="Name" />'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the component's source.
    ["a tooltip put together", "<b title={open ? `Close ${n}` : n}></b>"],
    ["a choice", '<p>{open ? "Open" : n}</p>'],
    ["a part's own words", '<Row hint="Nobody is here" />'],
    ["a script", '<script>show("Nothing was sent");</script>'],
    ["a label in a table", '<script>const tabs = [{ label: "Reply" }];</script>'],
  ])("finds %s", (_, markup) => expect(drawn(markup)).toHaveLength(1));
  it.each([
    ["a sentence asked for", '<p title={t("close")}>{t(open ? "a" : "b")}</p>'],
    ["a comparison", '<p>{#if kind === "image"}{n}{/if}</p>'],
    ["a class", '<p class="btn small" data-row="first">{n}</p>'],
    ["an error for ourselves", '<script>throw new Error("no such row");</script>'],
  ])("leaves %s alone", (_, markup) => expect(drawn(markup)).toEqual([]));
});
