/** Who of several people wrote an item of a conversation that they share. Places are longer than a number can hold. */
import type { SharedView, TimelineItem } from "../wire/bindings";

/** What a group of messages says about its writer: a name, or that nobody said it yet; nothing while it is not shared. */
export type Writer = { name: string | null } | undefined;

function before(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}

export function writerOf(shared: SharedView | null, item: TimelineItem): Writer {
  if (!shared || (item.body.is === "message" && item.body.ours) || item.body.is === "note") return undefined;
  if (shared.asks_from !== null && !before(item.position, shared.asks_from)) return { name: null };
  const said = shared.writers.findLast((one) => !before(item.position, one.from));
  return { name: said?.person.name ?? null };
}
