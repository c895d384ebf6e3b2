/**
 * Puts news into the two lists on the screen. Pure: lists in, lists out.
 *
 * Holds: patches are applied in the order they come; the window never sorts what the core sorted, except the timeline,
 * whose items carry their place. A patch that does not fit (a place beyond the end) means that something was missed,
 * and the answer is `undefined`: read the list again.
 */
import type { InboxRow, RowPatch, TimelineItem } from "../wire/bindings";

export function applyRowPatches(rows: readonly InboxRow[], patches: readonly RowPatch[]): InboxRow[] | undefined {
  const next = [...rows];
  for (const patch of patches) {
    const id = patch.is === "put" ? patch.row.id : patch.id;
    const old = next.findIndex((row) => row.id === id);
    if (old >= 0) next.splice(old, 1);
    if (patch.is === "put") {
      if (patch.at > next.length) return undefined;
      next.splice(patch.at, 0, patch.row);
    }
  }
  return next;
}

/** Orders two places of the timeline. They are decimal numbers that outgrow a JavaScript number, so: longer is later. */
export function comparePositions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function applyTimeline(
  items: readonly TimelineItem[],
  put: readonly TimelineItem[],
  removed: readonly string[],
): TimelineItem[] {
  const fresh = new Map(put.map((item) => [item.id, item]));
  const gone = new Set(removed);
  const next: TimelineItem[] = [];
  for (const item of items) {
    if (gone.has(item.id)) continue;
    // What waited for its time stands where it left from then on.
    const news = fresh.get(item.id);
    if (news && news.position !== item.position) continue;
    next.push(news ?? item);
    fresh.delete(item.id);
  }
  if (fresh.size > 0) {
    next.push(...[...fresh.values()].filter((item) => !gone.has(item.id)));
    next.sort((a, b) => comparePositions(a.position, b.position));
  }
  return next;
}
