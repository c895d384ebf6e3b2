/**
 * Which key was meant. Letters go by the character that is typed, so that they are where the keycap says on a German
 * or Turkish layout; on Arabic, Hebrew, Cyrillic and Greek layouts they go by the place of the key.
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
  PageDown: "pagedown",
  PageUp: "pageup",
  "+": "plus",
  // On many layouts plus takes Shift, and people press the key without it.
  "=": "plus",
  "-": "minus",
};

const otherScript = /^[\u0370-\u052f\u0590-\u06ff]$/u;

/** The letter, digit or name of the key, without what is held down with it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "code">): string {
  const known = named[event.key];
  if (known) return known;
  if (otherScript.test(event.key)) {
    const place = /^(?:Key|Digit)(.)$/.exec(event.code);
    if (place?.[1]) return place[1].toLowerCase();
    if (event.code === "Slash") return "/";
    if (event.code === "Comma") return ",";
  }
  return event.key.toLowerCase();
}

/** What was pressed, or nothing when it can only be part of typing. */
export function comboOf(event: KeyboardEvent, mac: boolean): Combo | undefined {
  if (event.isComposing || event.altKey || event.getModifierState?.("AltGraph")) return undefined;
  const main = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return undefined;
  const name = keyName(event);
  // A sign such as "?" or "/" is whatever makes it on this layout, with Shift or without.
  const sign = (name.length === 1 && !/[a-z0-9]/.test(name)) || name === "plus" || name === "minus";
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
