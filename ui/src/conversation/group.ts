/**
 * Turns the items into what the timeline draws: days, groups of one sender, cards.
 *
 * A group is what one side wrote within five minutes. The time stands under its last message, and under any message
 * whose state somebody has to see.
 */
import { dayKey } from "../time/words";
import type { DeliveryState, MessageView, SharedView, TimelineItem } from "../wire/bindings";
import { isGivenUp } from "./rule";
import { type Writer, writerOf } from "./writers";

const TOGETHER = 5 * 60_000;

export type MessageItem = TimelineItem & { body: { is: "message" } & MessageView };

type Shown =
  | { kind: "day"; key: string; at: number }
  | { kind: "group"; key: string; ours: boolean; writer: Writer; items: { item: MessageItem; meta: boolean }[] }
  | { kind: "single"; key: string; item: TimelineItem };

function isMessage(item: TimelineItem): item is MessageItem {
  return item.body.is === "message";
}

/** Settled well: nothing about it needs a person. */
function isSettled(state: DeliveryState): boolean {
  switch (state.is) {
    case "delivered":
    case "read":
      return true;
    case "accepted":
      return !state.receipt_overdue;
    default:
      return false;
  }
}

function belongs(before: MessageItem, next: MessageItem): boolean {
  return (
    before.body.ours === next.body.ours &&
    before.body.origin.is === next.body.origin.is &&
    next.at - before.at < TOGETHER
  );
}

function needsMeta(item: MessageItem, next: MessageItem | undefined): boolean {
  if (!next) return true;
  const [state, after] = [item.body.delivery?.state, next.body.delivery?.state];
  if (!state) return false;
  return !isSettled(state) || (after !== undefined && state.is !== after.is);
}

/** What waits for its time is still to come: it stands below everything that has happened. */
function isAhead(item: TimelineItem): boolean {
  return isMessage(item) && item.body.delivery?.state.is === "scheduled";
}

export function shownItems(all: readonly TimelineItem[], shared: SharedView | null = null): Shown[] {
  const ahead = all.filter(isAhead);
  const items = ahead.length === 0 ? all : [...all.filter((item) => !isAhead(item)), ...ahead];
  const shown: Shown[] = [];
  let day = "";
  let group: MessageItem[] = [];

  const close = () => {
    const [first] = group;
    if (first) {
      shown.push({
        kind: "group",
        key: first.id,
        ours: first.body.ours,
        writer: writerOf(shared, first),
        items: group.map((item, i) => ({ item, meta: needsMeta(item, group[i + 1]) })),
      });
    }
    group = [];
  };

  for (const item of items) {
    const today = dayKey(item.at);
    if (today !== day) {
      close();
      day = today;
      shown.push({ kind: "day", key: `day-${today}`, at: item.at });
    }
    if (isMessage(item) && !isGivenUp(item)) {
      const before = group.at(-1);
      if (before && !(belongs(before, item) && writerOf(shared, before)?.name === writerOf(shared, item)?.name))
        close();
      group.push(item);
    } else {
      close();
      shown.push({ kind: "single", key: item.id, item });
    }
  }
  close();
  return shown;
}
