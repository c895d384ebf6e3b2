/**
 * Every command that has a key, with its usual keys, in one table. Which keys are in use is in `live.svelte.ts`.
 */
import type { Combo } from "./combo";

export type Command =
  | "search"
  | "view-inbox"
  | "view-patients"
  | "view-insights"
  | "settings"
  | "next-pane"
  | "previous-pane"
  | "undo"
  | "redo"
  | "quick-note"
  | "keys"
  | "text-larger"
  | "text-smaller"
  | "text-usual"
  | "next-row"
  | "previous-row"
  | "first-row"
  | "last-row"
  | "next-page"
  | "previous-page"
  | "open-row"
  | "back-to-list"
  | "row-menu"
  | "select"
  | "extend-down"
  | "extend-up"
  | "select-all"
  | "filter"
  | "done-next"
  | "done-stay"
  | "snooze"
  | "assign"
  | "assign-me"
  | "label"
  | "unopened"
  | "mute"
  | "pin"
  | "spam"
  | "call"
  | "reply"
  | "note"
  | "template"
  | "react"
  | "card"
  | "play"
  | "speed"
  | "seek-back"
  | "seek-on"
  | "next-conversation"
  | "previous-conversation"
  | "page-down"
  | "page-up"
  | "send"
  | "send-done"
  | "attach"
  | "schedule"
  | "emoji"
  | "take-back";

/** Where keys belong, in the order in which they are listed. */
export const groups = ["anywhere", "list", "conversation", "dock"] as const;
export type Group = (typeof groups)[number];

export type Binding = {
  command: Command;
  group: Group;
  combos: Combo[];
  /** Where the keys are heard: everywhere, or by the piece itself while it has the focus. */
  heard: "everywhere" | "by-piece";
};

export const keymap: readonly Binding[] = [
  { command: "search", group: "anywhere", combos: ["ctrl+k", "ctrl+f", "/"], heard: "everywhere" },
  { command: "view-inbox", group: "anywhere", combos: ["ctrl+1"], heard: "everywhere" },
  { command: "view-patients", group: "anywhere", combos: ["ctrl+3"], heard: "everywhere" },
  { command: "view-insights", group: "anywhere", combos: ["ctrl+6"], heard: "everywhere" },
  { command: "settings", group: "anywhere", combos: ["ctrl+,"], heard: "everywhere" },
  { command: "next-pane", group: "anywhere", combos: ["f6"], heard: "everywhere" },
  { command: "previous-pane", group: "anywhere", combos: ["shift+f6"], heard: "everywhere" },
  { command: "undo", group: "anywhere", combos: ["ctrl+z"], heard: "everywhere" },
  { command: "redo", group: "anywhere", combos: ["ctrl+y", "ctrl+shift+z"], heard: "everywhere" },
  { command: "quick-note", group: "anywhere", combos: ["ctrl+shift+n"], heard: "everywhere" },
  { command: "keys", group: "anywhere", combos: ["f1", "?"], heard: "everywhere" },
  { command: "text-larger", group: "anywhere", combos: ["ctrl+plus"], heard: "everywhere" },
  { command: "text-smaller", group: "anywhere", combos: ["ctrl+minus"], heard: "everywhere" },
  { command: "text-usual", group: "anywhere", combos: ["ctrl+0"], heard: "everywhere" },
  { command: "next-row", group: "list", combos: ["j", "down"], heard: "by-piece" },
  { command: "previous-row", group: "list", combos: ["k", "up"], heard: "by-piece" },
  { command: "first-row", group: "list", combos: ["home"], heard: "by-piece" },
  { command: "last-row", group: "list", combos: ["end"], heard: "by-piece" },
  { command: "next-page", group: "list", combos: ["pagedown"], heard: "by-piece" },
  { command: "previous-page", group: "list", combos: ["pageup"], heard: "by-piece" },
  { command: "open-row", group: "list", combos: ["enter"], heard: "by-piece" },
  { command: "back-to-list", group: "list", combos: ["esc"], heard: "by-piece" },
  { command: "row-menu", group: "list", combos: ["shift+f10", "menu"], heard: "by-piece" },
  { command: "select", group: "list", combos: ["x"], heard: "by-piece" },
  { command: "extend-down", group: "list", combos: ["shift+down"], heard: "by-piece" },
  { command: "extend-up", group: "list", combos: ["shift+up"], heard: "by-piece" },
  { command: "select-all", group: "list", combos: ["ctrl+a"], heard: "by-piece" },
  { command: "filter", group: "list", combos: ["f"], heard: "everywhere" },
  { command: "done-next", group: "conversation", combos: ["e"], heard: "everywhere" },
  { command: "done-stay", group: "conversation", combos: ["shift+e"], heard: "everywhere" },
  { command: "snooze", group: "conversation", combos: ["s"], heard: "everywhere" },
  { command: "assign", group: "conversation", combos: ["a"], heard: "everywhere" },
  { command: "assign-me", group: "conversation", combos: ["shift+a"], heard: "everywhere" },
  { command: "label", group: "conversation", combos: ["l"], heard: "everywhere" },
  { command: "unopened", group: "conversation", combos: ["u"], heard: "everywhere" },
  { command: "mute", group: "conversation", combos: ["m"], heard: "everywhere" },
  { command: "pin", group: "conversation", combos: [], heard: "everywhere" },
  { command: "spam", group: "conversation", combos: [], heard: "everywhere" },
  { command: "call", group: "conversation", combos: ["c"], heard: "everywhere" },
  { command: "reply", group: "conversation", combos: ["r", "ctrl+r"], heard: "everywhere" },
  { command: "note", group: "conversation", combos: ["n", "ctrl+j"], heard: "everywhere" },
  { command: "template", group: "conversation", combos: ["t", "ctrl+t"], heard: "everywhere" },
  { command: "react", group: "conversation", combos: [], heard: "everywhere" },
  { command: "card", group: "conversation", combos: ["p"], heard: "everywhere" },
  { command: "play", group: "conversation", combos: ["v"], heard: "everywhere" },
  { command: "speed", group: "conversation", combos: ["shift+v"], heard: "everywhere" },
  { command: "seek-back", group: "conversation", combos: ["left"], heard: "everywhere" },
  { command: "seek-on", group: "conversation", combos: ["right"], heard: "everywhere" },
  { command: "next-conversation", group: "conversation", combos: ["j"], heard: "by-piece" },
  { command: "previous-conversation", group: "conversation", combos: ["k"], heard: "by-piece" },
  { command: "page-down", group: "conversation", combos: ["space"], heard: "by-piece" },
  { command: "page-up", group: "conversation", combos: ["shift+space"], heard: "by-piece" },
  { command: "send", group: "dock", combos: ["ctrl+enter"], heard: "by-piece" },
  { command: "send-done", group: "dock", combos: ["ctrl+shift+enter"], heard: "by-piece" },
  { command: "schedule", group: "dock", combos: ["ctrl+shift+s"], heard: "everywhere" },
  { command: "attach", group: "dock", combos: ["ctrl+o"], heard: "everywhere" },
  { command: "emoji", group: "dock", combos: ["ctrl+e"], heard: "everywhere" },
  { command: "take-back", group: "dock", combos: ["up"], heard: "by-piece" },
];

/** A letter or sign alone; only these can be switched off and only these wait while somebody types. */
export function isSingle(combo: Combo): boolean {
  const bare = combo.replace("shift+", "");
  return bare.length === 1;
}
