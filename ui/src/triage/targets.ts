/**
 * What a key decides about: in the conversation, its dock or its card the one that is open; else the rows that were
 * selected, else the row with the focus, else the open conversation.
 */
import { conversation } from "../state/conversation.svelte";
import { inbox } from "../state/inbox.svelte";
import type { About } from "../state/picking.svelte";
import type { InboxRow } from "../wire/bindings";

function focusedRow(): string | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement ? active.closest<HTMLElement>("[data-row]")?.dataset.row : undefined;
}

/** What is decided about now; nothing when there is neither a selection nor a row nor an open conversation. */
export function targets(): About | undefined {
  // About what is about to give way to the next one nothing is decided any more.
  const open =
    conversation.id && conversation.head && conversation.isSettled
      ? { ids: [conversation.id], name: conversation.head.name }
      : undefined;
  // A selection that one has turned away from is not what a key means here.
  if (document.activeElement?.closest('[data-pane="conversation"], [data-pane="dock"], [data-pane="card"]'))
    return open;
  const selected = inbox.rows.filter((row) => inbox.selected.has(row.id));
  const [only] = selected;
  if (only) return { ids: selected.map((row) => row.id), name: selected.length === 1 ? only.name : "" };
  const row = rowOf(focusedRow());
  if (row) return { ids: [row.id], name: row.name };
  return open;
}

function rowOf(id: string | undefined): InboxRow | undefined {
  return id === undefined ? undefined : inbox.rows.find((row) => row.id === id);
}

/** The state of a mark among what is decided about: on when all have it. */
export function all(
  about: About,
  has: (row: Pick<InboxRow, "pinned" | "muted" | "spam" | "labels">) => boolean,
): boolean {
  return about.ids.every((id) => {
    const row = rowOf(id) ?? (id === conversation.id ? conversation.head : undefined);
    return row !== undefined && has(row);
  });
}
