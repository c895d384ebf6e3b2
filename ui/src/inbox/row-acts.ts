/** What the menu of a line offers, in its order. Each act has the words and, where there is one, the key of its command. */
import { t } from "../i18n/i18n.svelte";
import type { Command } from "../keyboard/keymap";
import type { IconName } from "../parts/icons";
import { decide, pick } from "../triage/decisions";
import type { InboxRow, TriageAct } from "../wire/bindings";

type RowAct = {
  id: string;
  words: string;
  icon: IconName;
  /** The command whose key is drawn beside it. */
  command?: Command;
  run: () => unknown;
};

/** `open` opens the conversation and goes there. */
export function rowActs(row: InboxRow, open: (id: string) => void): RowAct[] {
  const about = { ids: [row.id], name: row.name };
  const decided = (act: TriageAct) => () => decide(act, about);
  return [
    { id: "open", words: t("key-open-row"), icon: "message-circle", command: "open-row", run: () => open(row.id) },
    row.mark === "done"
      ? { id: "reopen", words: t("reopen"), icon: "reply", run: decided({ is: "reopen" }) }
      : { id: "done", words: t("done"), icon: "check", command: "done-next", run: decided({ is: "done" }) },
    row.snoozed
      ? { id: "wake", words: t("wake"), icon: "alarm-clock", run: decided({ is: "wake" }) }
      : { id: "snooze", words: t("snooze"), icon: "alarm-clock", command: "snooze", run: () => pick("snooze", about) },
    { id: "assign", words: t("assign"), icon: "user-check", command: "assign", run: () => pick("assign", about) },
    { id: "label", words: t("label"), icon: "tag", command: "label", run: () => pick("label", about) },
    {
      id: "unopened",
      words: t("unopened"),
      icon: "circle-dot",
      command: "unopened",
      run: decided({ is: "unopened" }),
    },
    { id: "pin", words: t(row.pinned ? "unpin" : "pin"), icon: "pin", run: decided({ is: "pin", on: !row.pinned }) },
    {
      id: "mute",
      words: t(row.muted ? "unmute" : "mute"),
      icon: "bell-off",
      command: "mute",
      run: decided({ is: "mute", on: !row.muted }),
    },
    { id: "spam", words: t(row.spam ? "unspam" : "spam"), icon: "ban", run: decided({ is: "spam", on: !row.spam }) },
  ];
}
