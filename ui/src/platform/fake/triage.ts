/**
 * What staff decide about conversations, in the in-memory clinic. Each decision keeps what was before it, so that it can
 * be taken back.
 */
import type { LabelView, OwnerView, SavedView, SnoozeView, StaffView, TriageAct, WireError } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { Conversation } from "./build";
import type { FakeClinic } from "./clinic";
import { listed } from "./rows";

/** What staff decided about a conversation. */
export type Marks = {
  owner: OwnerView | null;
  snoozed: SnoozeView | null;
  /** It came back, or was marked as not opened, while nobody waited. */
  back: number | null;
  pinned: boolean;
  muted: boolean;
  spam: boolean;
  labels: string[];
  /** Marked as not opened. */
  flagged: boolean;
  done: boolean;
};

export function unmarked(): Marks {
  return {
    owner: null,
    snoozed: null,
    back: null,
    pinned: false,
    muted: false,
    spam: false,
    labels: [],
    flagged: false,
    done: false,
  };
}

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function refused<T>(code: WireError["code"]): Answer<T> {
  return { status: "error", error: { code, params: {} } };
}

/** What a decision makes of the marks, by the core's rules. */
function decided(was: Marks, act: TriageAct, now: number, staff: StaffView[], me: string): Marks {
  switch (act.is) {
    case "done":
      return { ...was, done: true, snoozed: null, back: null, flagged: false };
    case "reopen":
      return { ...was, done: false };
    case "snooze":
      return { ...was, snoozed: { until: act.until }, back: null, flagged: false };
    case "wake":
      return { ...was, snoozed: null, back: now };
    case "assign": {
      const to = staff.find((one) => one.id === act.to);
      return { ...was, owner: to ? { id: to.id, name: to.name, initials: to.initials, me: to.id === me } : null };
    }
    case "pin":
      return { ...was, pinned: act.on };
    case "mute":
      return { ...was, muted: act.on };
    case "spam":
      return act.on ? { ...was, spam: true, pinned: false, back: null, snoozed: null } : { ...was, spam: false };
    case "unopened":
      return { ...was, snoozed: null, back: now, flagged: true, done: false };
    case "label": {
      const rest = was.labels.filter((one) => one !== act.label);
      return { ...was, labels: act.on ? [...rest, act.label] : rest };
    }
  }
}

type Some = Pick<
  Commands,
  "triage" | "triageUndo" | "labels" | "labelAdd" | "labelEdit" | "labelRemove" | "savedViews" | "savedViewsSave"
>;

export function fakeTriage(clinic: FakeClinic): Some {
  const kept = new Map<string, { of: Conversation; was: Marks }[]>();
  let labels: (LabelView & { removed: boolean })[] = [];
  let views: SavedView[] = [];
  const me = () => (clinic.info.phase.phase === "open" ? clinic.info.phase.staff : undefined);
  return {
    triage: async (conversations, act) => {
      if (act.is === "snooze" && act.until !== null && act.until <= clinic.now()) return refused("field_invalid");
      const changed: { of: Conversation; was: Marks }[] = [];
      for (const id of conversations) {
        const of = clinic.find(id);
        if (!of) continue;
        const was = of.marks;
        const desk = me();
        const next = decided(was, act, clinic.now(), clinic.room.people, desk?.id ?? "");
        if (JSON.stringify(next) === JSON.stringify(was)) continue;
        of.marks = next;
        changed.push({ of, was });
        clinic.changed(of);
        if (act.is === "snooze" && act.until !== null) {
          setTimeout(() => {
            if (of.marks !== next) return;
            of.marks = { ...next, snoozed: null, back: clinic.now() };
            clinic.changed(of);
          }, act.until - clinic.now());
        }
      }
      if (changed.length === 0) return ok({ changed: 0, undo: null });
      const undo = String(kept.size + 1);
      kept.set(undo, changed);
      return ok({ changed: changed.length, undo });
    },
    triageUndo: async (undo) => {
      const changed = kept.get(undo);
      if (!changed) return refused("stale");
      kept.set(undo, []);
      for (const { of, was } of changed) {
        of.marks = was;
        clinic.changed(of);
      }
      return ok(changed.length);
    },
    labels: async () => ok(labels.filter((one) => !one.removed).map(({ id, name, colour }) => ({ id, name, colour }))),
    labelAdd: async (name, colour) => {
      if (labels.some((one) => !one.removed && one.name.toLowerCase() === name.toLowerCase()))
        return refused("same_name");
      const made = { id: `label-${labels.length + 1}`, name: name.trim(), colour, removed: false };
      labels = [...labels, made];
      clinic.say([{ is: "stale", topics: ["labels"] }]);
      return ok({ id: made.id, name: made.name, colour });
    },
    labelEdit: async (id, name, colour) => {
      labels = labels.map((one) => (one.id === id ? { ...one, name, colour } : one));
      clinic.say([{ is: "stale", topics: ["labels"] }]);
      return ok(null);
    },
    labelRemove: async (id, removed) => {
      labels = labels.map((one) => (one.id === id ? { ...one, removed } : one));
      clinic.say([{ is: "stale", topics: ["labels"] }]);
      return ok(null);
    },
    savedViews: async () =>
      ok(
        views.map((view) => {
          const n = Math.min(100, listed(clinic.conversations, view.filter).length);
          return { view, n, more: n === 100 };
        }),
      ),
    savedViewsSave: async (next) => {
      views = structuredClone(next);
      clinic.say([{ is: "stale", topics: ["settings"] }]);
      return ok(null);
    },
  };
}
