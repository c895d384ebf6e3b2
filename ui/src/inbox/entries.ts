/** The list as it is drawn: rows in the core's order with a heading wherever their group changes. */
import { t } from "../i18n/i18n.svelte";
import { dayKey, dayName } from "../time/words";
import type { InboxCounts, InboxRow, Queue } from "../wire/bindings";

export type Entry =
  | { kind: "heading"; key: string; words: string; count: number | null }
  | { kind: "row"; key: string; row: InboxRow; index: number; last: boolean };

/** The words are made only for a heading that is drawn: a list may be very long, and its days few. */
type Group = { key: string; words: () => string };

function group(row: InboxRow, queue: Queue, unclear: boolean, now: number): Group {
  const notSent = () => t(unclear ? "group-not-sent-unclear" : "group-not-sent");
  const day = (at: number): Group => ({ key: dayKey(at), words: () => dayName(at, now) });
  switch (row.group) {
    case "pinned":
    case "waiting":
    case "answered_today":
      return { key: row.group, words: () => t(`group-${row.group.replaceAll("_", "-")}`) };
    case "not_sent":
      return { key: "not_sent", words: notSent };
    case "listed":
      if (queue === "not_sent") return { key: "not_sent", words: notSent };
      if (queue === "scheduled" && row.scheduled !== null) return day(row.scheduled);
      if (queue !== "snoozed") return day(row.last_at);
  }
  const until = row.snoozed?.until ?? null;
  if (until === null) return { key: "until-they-write", words: () => t("group-until-they-write") };
  return day(until);
}

export function entries(
  rows: readonly InboxRow[],
  queue: Queue,
  counts: InboxCounts,
  filtered: boolean,
  now: number,
): Entry[] {
  const made: Entry[] = [];
  const unclear = rows.some((row) => row.unclear > 0);
  let current = "";
  rows.forEach((row, index) => {
    const { key, words } = group(row, queue, unclear, now);
    if (key !== current) {
      current = key;
      const before = made.at(-1);
      if (before?.kind === "row") before.last = true;
      const count = key === "waiting" && !filtered ? counts.waiting : queue === "not_sent" ? rows.length : null;
      made.push({ kind: "heading", key: `heading-${key}`, words: words(), count });
    }
    made.push({ kind: "row", key: row.id, row, index, last: false });
  });
  const end = made.at(-1);
  if (end?.kind === "row") end.last = true;
  return made;
}
