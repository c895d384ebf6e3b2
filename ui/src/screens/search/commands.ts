/** Everything the palette can do: what the screen offers now, and the pages of the settings. */
import { t } from "../../i18n/i18n.svelte";
import { type Command, keymap } from "../../keyboard/keymap";
import { isOffered, perform } from "../../keyboard/keys";
import { keys } from "../../keyboard/live.svelte";
import type { IconName } from "../../parts/icons";
import { app } from "../../state/app.svelte";
import { conversation } from "../../state/conversation.svelte";
import { toList } from "../../state/going";
import { staff } from "../../state/staff.svelte";
import { views } from "../../state/views.svelte";
import type { Theme } from "../../wire/bindings";
import { pages } from "../settings/pages";

export type Doing = {
  id: string;
  label: string;
  icon: IconName;
  /** Its key, shown beside it. */
  combo: string;
  run: () => void;
};

const drawings: Partial<Record<Command, IconName>> = {
  "view-inbox": "inbox",
  "view-patients": "users",
  "view-insights": "chart-column",
  settings: "settings",
  undo: "undo-2",
  redo: "redo-2",
  "quick-note": "notebook-pen",
  "text-larger": "a-large-small",
  "text-smaller": "a-large-small",
  "text-usual": "a-large-small",
  "row-menu": "ellipsis",
  keys: "keyboard",
  filter: "list-filter",
  "done-next": "check-check",
  "done-stay": "check",
  snooze: "alarm-clock",
  assign: "user-check",
  "assign-me": "user-round",
  label: "tag",
  unopened: "circle-dot",
  mute: "bell-off",
  pin: "pin",
  spam: "ban",
  call: "phone",
  reply: "reply",
  note: "sticky-note",
  template: "text-quote",
  react: "smile-plus",
  card: "user-round",
  play: "play",
  speed: "gauge",
  send: "send",
  "send-done": "send",
  "take-back": "undo-2",
  attach: "paperclip",
  schedule: "clock",
};

/** Keys that only make sense while one holds them, such as moving in a list, are no commands to choose; nor is the
 * palette itself, from within. Every other command of the keymap is here as soon as the screen offers it. */
const unchosen: ReadonlySet<Command> = new Set<Command>([
  "search",
  "next-pane",
  "previous-pane",
  "next-row",
  "previous-row",
  "next-page",
  "previous-page",
  "first-row",
  "last-row",
  "open-row",
  "back-to-list",
  "next-conversation",
  "previous-conversation",
  "page-down",
  "page-up",
]);

function ofKeymap(here: boolean): Doing[] {
  return keymap
    .filter((one) => !unchosen.has(one.command) && isOffered(one.command))
    .filter((one) => (one.group === "conversation" || one.group === "dock") === here)
    .map(({ command }) => ({
      id: `key-${command}`,
      label: t(`key-${command}`),
      icon: drawings[command] ?? "zap",
      combo: keys.first(command),
      run: () => void perform(command),
    }));
}

/** What can be done with the open conversation. */
export function doingsHere(): Doing[] {
  return conversation.id === undefined ? [] : ofKeymap(true);
}

/** What can be done anywhere. */
export function doings(): Doing[] {
  const settings = pages
    .filter((one) => one.page !== "demo" || app.clinic?.demo)
    .map((one) => ({
      id: `page-${one.page}`,
      label: t("search-do-page", { page: t(`settings-${one.page}`) }),
      icon: one.icon,
      combo: "",
      run: () => app.openSettings(one.page),
    }));
  const looks = (["light", "dark"] as const satisfies readonly Theme[])
    .filter((theme) => theme !== app.settings?.theme)
    .map((theme) => ({
      id: `theme-${theme}`,
      label: t(`search-do-${theme}`),
      icon: theme === "dark" ? ("moon" as const) : ("sun" as const),
      combo: "",
      run: () => void (app.settings && app.save({ ...app.settings, theme })),
    }));
  const people = staff.others.map((one) => ({
    id: `person-${one.id}`,
    label: t("staff-sit-down-as", { name: one.name }),
    icon: "user-round" as const,
    combo: "",
    run: () => void staff.sitDown(one.id),
  }));
  const lists = views.all.map(({ view }) => ({
    id: `view-${view.name}`,
    label: t("search-do-list", { name: view.name }),
    icon: "inbox" as const,
    combo: "",
    run: () => toList(view.filter),
  }));
  const pad = {
    id: "handover",
    label: t("handover-title"),
    icon: "sticky-note" as const,
    combo: "",
    run: () => {
      staff.padOpen = true;
    },
  };
  return [...ofKeymap(false), ...lists, ...people, pad, ...settings, ...looks];
}
