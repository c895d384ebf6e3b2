/**
 * Which keys no command may have, and why. The usual keys of a command are always allowed for it.
 *
 * Refused: asking the system what is taken. No web view tells, and a key that works at one desk would not at the next.
 */
import type { Combo } from "./combo";
import type { Binding } from "./keymap";

/** Why not; each has a sentence. */
export type Refusal = "alt" | "bracket" | "input" | "screenshot" | "system" | "dead" | "needed" | "typing";

/** Keys for moving, choosing and writing; controls and fields need them. */
const needed = new Set([
  "enter",
  "esc",
  "space",
  "tab",
  "up",
  "down",
  "left",
  "right",
  "home",
  "end",
  "pageup",
  "pagedown",
  "backspace",
  "delete",
  "insert",
]);

const ofSystem = new Set([
  // Clipboard, and what closes, hides or switches windows on one system or another.
  ...["c", "x", "v", "a", "w", "q", "h", "m", "esc", "tab", "`"].map((name) => `ctrl+${name}`),
  ...["esc", "tab", "q", "w", "delete"].map((name) => `ctrl+shift+${name}`),
  "f10",
  "shift+f10",
  "menu",
  "printscreen",
  "pause",
  "scrolllock",
  "numlock",
  "capslock",
]);

/** Of a combo that a command would get. */
export function refusal(combo: Combo, of: Binding): Refusal | undefined {
  if (of.combos.includes(combo)) return undefined;
  const parts = combo.split("+");
  const name = parts.at(-1) ?? "";
  const ctrl = parts.includes("ctrl");
  if (parts.includes("alt")) return "alt";
  if (/^[[\]{}\\|@€~]$/.test(name)) return "bracket";
  if (ctrl && name === "space") return "input";
  // With Shift the digits may arrive as the signs above them.
  if (
    combo.startsWith("ctrl+") &&
    /^(shift\+)?[345#$%]$/.test(combo.slice(5)) &&
    (parts.includes("shift") || /[#$%]/.test(name))
  )
    return "screenshot";
  if (ofSystem.has(combo)) return "system";
  if (of.heard === "everywhere" || name === "tab") return needed.has(name) ? "needed" : undefined;
  if (of.group !== "dock") return undefined;
  if (ctrl) return needed.has(name) && name !== "enter" ? "needed" : undefined;
  return /^f\d+$/.test(name) ? undefined : "typing";
}

/** Of a press that makes no combo at all, so that whoever pressed it learns why. Nothing for a modifier on its own. */
export function refusedPress(event: KeyboardEvent): Refusal | undefined {
  if (/^(Shift|Control|Alt|AltGraph|Meta|OS|Hyper|Super|Fn|CapsLock)$/.test(event.key)) return undefined;
  if (event.altKey || event.getModifierState?.("AltGraph")) return "alt";
  if (event.key === "Dead" || event.key === "Process" || event.key === "Unidentified" || event.isComposing)
    return "dead";
  return undefined;
}

/** Whether a press is only a key that is held down for another. */
export function isModifier(event: KeyboardEvent): boolean {
  return /^(Shift|Control|Alt|AltGraph|Meta|OS|Hyper|Super|Fn|CapsLock)$/.test(event.key);
}
