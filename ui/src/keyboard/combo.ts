/**
 * Which key was meant. Letters go by the character that is typed, so that they are where the keycap says on a German
 * or Turkish layout; on Arabic, Hebrew, Cyrillic and Greek layouts they go by the place of the key. Digits go by the
 * place too where the layout types them with Shift only, as the French one does.
 *
 * Holds: nothing here ever uses Alt or Option, nor Ctrl with Alt, which is how AltGr arrives on Windows.
 */

/** `ctrl+k`, `shift+f6`, `e`, `?`. `ctrl` stands for ⌘ on a Mac. */
export type Combo = string;

const named: Record<string, string> = {
  " ": "space",
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowLeft: "left",
  ArrowRight: "right",
  Escape: "esc",
  ContextMenu: "menu",
  PageDown: "pagedown",
  PageUp: "pageup",
  "+": "plus",
  // On many layouts plus takes Shift, and people press the key without it.
  "=": "plus",
  "-": "minus",
};

const otherScript = /^[\u0370-\u052f\u0590-\u06ff]$/u;
/** What a key makes together with Shift does not say which key it is; these do. */
const ownSign = /^[a-z0-9,/?]$/;

/** Whether the letters that were pressed last were Latin: a sign alone does not say which layout is in use. */
let latin = true;

type Press = Pick<KeyboardEvent, "key" | "code"> & Partial<Pick<KeyboardEvent, "shiftKey" | "ctrlKey" | "metaKey">>;

/** The letter, digit or name of the key, without what is held down with it. */
export function keyName(event: Press): string {
  const known = named[event.key];
  if (known) return known;
  const place = /^(Key|Digit)(.)$/.exec(event.code);
  if (otherScript.test(event.key)) {
    latin = false;
    if (place?.[2]) return place[2].toLowerCase();
    if (event.code === "Slash") return event.shiftKey ? "?" : "/";
    if (event.code === "Comma") return ",";
  }
  // The dotless and the dotted I of Turkish are letters of their own, but capitals of one key each.
  const typed = event.key === "\u0130" ? "i" : event.key.toLowerCase();
  if (/^[a-z]$/.test(typed)) latin = true;
  // With Shift an Arabic layout writes "}" where V is. A Latin one that writes it there means it.
  else if (!latin && event.shiftKey && place?.[1] === "Key" && place[2] && !ownSign.test(typed))
    return place[2].toLowerCase();
  const held = event.ctrlKey || event.metaKey;
  if (held && !event.shiftKey && place?.[1] === "Digit" && place[2] && !ownSign.test(typed)) return place[2];
  return typed;
}

/** What was pressed, or nothing when it can only be part of typing. */
export function comboOf(event: KeyboardEvent, mac: boolean): Combo | undefined {
  if (event.isComposing || event.altKey || event.getModifierState?.("AltGraph")) return undefined;
  const main = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return undefined;
  const name = keyName(event);
  // A sign such as "?" or "/" is whatever makes it on this layout, with Shift or without; so is a digit that takes Shift.
  const sign = name === "plus" || name === "minus" || (name.length === 1 && !/\p{L}/u.test(name));
  return `${main ? "ctrl+" : ""}${event.shiftKey && !sign ? "shift+" : ""}${name}`;
}

/** The keycap words of a combo: `Ctrl ↵`, `⌘ K`, `Shift F6`. */
export function keycap(combo: Combo, mac: boolean): string {
  const shown: Record<string, string> = {
    ctrl: mac ? "⌘" : "Ctrl",
    shift: mac ? "⇧" : "Shift",
    enter: "↵",
    esc: "Esc",
    down: "↓",
    up: "↑",
    left: "←",
    right: "→",
    space: mac ? "␣" : "Space",
    home: "Home",
    end: "End",
    pagedown: "PgDn",
    pageup: "PgUp",
    tab: "Tab",
    menu: "☰",
    plus: "+",
    minus: "−",
  };
  return combo
    .split("+")
    .map((part) => shown[part] ?? part.toUpperCase())
    .join(" ");
}

/** Where single letters are text and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type)
  );
}
