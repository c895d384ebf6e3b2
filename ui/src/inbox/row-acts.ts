/** What the menu of a line offers, in its order. Each act has the words and, where there is one, the key of its command. */
import { t } from "../i18n/i18n.svelte";
import type { Command } from "../keyboard/keymap";
import type { IconName } from "../parts/icons";
import { triage } from "../state/triage.svelte";
import type { InboxRow } from "../wire/bindings";

export type RowAct = {
  id: string;
  words: string;
  icon: IconName;
  /** The command whose key is drawn beside it. */
  command?: Command;
  run: () => unknown;
};

/** `open` opens the conversation and goes there. */
export function rowActs(row: InboxRow, open: (id: string) => void): RowAct[] {
  const decided = (is: "done" | "reopen") => () => triage.decide([row.id], { is }, row.name);
  return [
    { id: "open", words: t("key-open-row"), icon: "message-circle", command: "open-row", run: () => open(row.id) },
    row.mark === "done"
      ? { id: "reopen", words: t("reopen"), icon: "reply", run: decided("reopen") }
      : { id: "done", words: t("done"), icon: "check", command: "done-next", run: decided("done") },
  ];
}
