/**
 * What every test of accessibility rules shares: the rules of axe, and what axe leaves alone but a screen reader does
 * not: a name that points nowhere, and one name for two things.
 *
 * Contrast is computed in `contrast.test.ts` and again in the real window; here is no drawing to look at.
 */
import axe from "axe-core";
import { vi } from "vitest";
import type { Settings } from "../src/wire/bindings";
import type { Desk } from "./clinic";

export const looks: [string, Partial<Settings>][] = [
  ["light", { theme: "light" }],
  ["dark", { theme: "dark" }],
  ["Arabic", { locale: "ar" }],
  ["French", { locale: "fr" }],
  ["Spanish", { locale: "es" }],
];

const pointers = ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "aria-owns", "for"];

/** A part that is closed may name what it will open; everything else has to name something that is there. */
function dangling(): string[] {
  const found: string[] = [];
  for (const name of pointers)
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (name === "aria-controls" && element.getAttribute("aria-expanded") === "false") continue;
      for (const id of (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean))
        if (!document.getElementById(id)) found.push(`${name} points nowhere: ${element.outerHTML.slice(0, 160)}`);
    }
  return found;
}

function twice(): string[] {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `two things are called ${id}`);
}

/** Menus hang outside the tree of the window, and run as it does only when they are told to. */
function crooked(): string[] {
  const menus = [...document.querySelectorAll<HTMLElement>('[role="menu"]')];
  return menus.flatMap((menu) =>
    menu.closest("[dir]")?.getAttribute("dir") === document.documentElement.dir ? [] : ["a menu runs the wrong way"],
  );
}

/** A menu lies over everything and takes the focus, as a dialog does; only dialogs are known to the rule of landmarks. */
function inMenu(target: readonly unknown[]): boolean {
  const element = document.querySelector(String(target[0]));
  return element?.closest('[role="menu"]') != null || element?.querySelector('[role="menu"]') != null;
}

/** Everything that a screen reader would trip over in what is drawn now. */
export async function problems(off: readonly string[] = []): Promise<string[]> {
  vi.useRealTimers();
  const rules = Object.fromEntries(
    ["color-contrast", "scrollable-region-focusable", ...off].map((id) => [id, { enabled: false }]),
  );
  const { violations } = await axe.run(document, { rules });
  const broken = violations.flatMap((one) =>
    one.nodes
      .filter((node) => !(one.id === "region" && inMenu(node.target)))
      .map((node) => `${one.id}: ${node.html.slice(0, 160)}`),
  );
  return [...broken, ...dangling(), ...twice(), ...crooked()];
}

/** Opens somebody by id, whatever the language of the buttons. */
export async function open(desk: Desk, name: string): Promise<void> {
  const row = document.querySelector<HTMLElement>(`[data-row="${desk.person(name).id}"]`);
  if (!row) throw new Error(`${name} is not in the list`);
  await desk.user.click(row);
  await desk.passes(50);
}

/** What is drawn at this place; a state that did not come about must not pass for one without faults. */
export function drawn(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is drawn at ${selector}`);
  return found;
}
