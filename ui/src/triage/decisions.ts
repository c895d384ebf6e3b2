/** The decisions behind the keys, buttons and menus; each is about `targets()` unless it is told otherwise. */
import { app } from "../state/app.svelte";
import { conversation } from "../state/conversation.svelte";
import { inbox } from "../state/inbox.svelte";
import { type About, picks } from "../state/picking.svelte";
import { triage } from "../state/triage.svelte";
import type { TriageAct } from "../wire/bindings";
import { all, targets } from "./targets";

/** After these one turns to the next conversation. */
const leaves = new Set<TriageAct["is"]>(["done", "snooze", "spam", "unopened"]);

/**
 * Decides. What is open and is left by that gives way to the next one, unless `stay`; a selection is used up.
 */
export async function decide(act: TriageAct, about: About | undefined = targets(), stay = false): Promise<boolean> {
  if (!about) return false;
  const open = conversation.id;
  const leavesOpen = !stay && leaves.has(act.is) && open !== undefined && about.ids.includes(open);
  const follower = leavesOpen ? inbox.neighbour(open, about.ids) : undefined;
  if (!(await triage.decide(about.ids, act, about.name))) return false;
  inbox.selected.clear();
  // Somebody may have turned to another conversation meanwhile.
  if (!leavesOpen || conversation.towards !== open) return true;
  if (follower) await conversation.open(follower.id);
  else if (act.is === "unopened") conversation.leave();
  return true;
}

/** On where it is off; off where all of them have it. */
export function toggle(is: "pin" | "mute" | "spam", about: About | undefined = targets()): Promise<boolean> {
  if (!about) return Promise.resolve(false);
  const has = { pin: "pinned", mute: "muted", spam: "spam" } as const;
  return decide({ is, on: !all(about, (row) => row[has[is]]) }, about);
}

/** Mine from now on. */
export function takeMyself(about: About | undefined = targets()): Promise<boolean> {
  return decide({ is: "assign", to: app.clinic?.staff.id ?? null }, about);
}

/** Opens a picker about what is decided about now; false when there is nothing. */
export function pick(is: "snooze" | "assign" | "label", about: About | undefined = targets()): boolean {
  if (!about) return false;
  picks.open({ is, about });
  return true;
}
