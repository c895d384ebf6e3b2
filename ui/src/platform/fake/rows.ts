/** How the in-memory clinic makes rows, counts and cards out of conversations: the core's rules in small. */
import type {
  DeliveryState,
  IdentityView,
  InboxCounts,
  InboxFilter,
  InboxRow,
  PatientCard,
  Preview,
  RowMark,
  StuckView,
} from "../../wire/bindings";
import type { Conversation } from "./build";

/** How our messages stand, the oldest first. */
function states(of: Conversation, ...which: DeliveryState["is"][]): DeliveryState[] {
  const all = of.items.flatMap((item) => (item.body.is === "message" && item.body.delivery?.state) || []);
  return all.filter((state) => which.includes(state.is));
}

function notSent(of: Conversation): number {
  return states(of, "held_back", "failed", "unknown").length;
}

function unclear(of: Conversation): number {
  return states(of, "unknown").length;
}

function queued(of: Conversation): number {
  return states(of, "leaving", "queued", "sending").length;
}

function stuck(of: Conversation): StuckView | null {
  const newest = states(of, "held_back", "failed").at(-1);
  if (newest?.is === "held_back") return { is: "held_back", why: newest.why };
  return newest?.is === "failed" ? { is: "failed", why: newest.why } : null;
}

function mark(of: Conversation): RowMark {
  if (notSent(of) > unclear(of)) return "not_sent";
  if (unclear(of) > 0) return "unclear";
  if (queued(of) > 0 && of.waitingSince === null) return "queued";
  if (of.done) return "done";
  if (of.waitingSince === null) return "answered";
  return of.opened ? "opened" : "unopened";
}

function preview(of: Conversation): Preview {
  const last = of.items.findLast((item) => item.body.is !== "note") ?? of.items.at(-1);
  if (!last) return { is: "empty" };
  const body = last.body;
  if (body.is === "note") return { is: "note", text: body.text };
  if (body.is === "call") {
    const voicemail = body.recordings.find((one) => one.voicemail);
    return {
      is: "call",
      outcome: body.outcome,
      ours: body.ours,
      voicemail_seconds: voicemail?.seconds ?? null,
      transcript: voicemail?.transcript[0]?.text ?? null,
    };
  }
  if (body.taken_back) return { is: "taken_back" };
  const content = body.content;
  switch (content.is) {
    case "text":
    case "story_reply":
    case "template":
      return { is: "text", text: content.body, ours: body.ours };
    case "media":
      return { is: "attachment", kind: body.attachments[0]?.kind ?? "file", text: content.caption, ours: body.ours };
    case "location":
      return { is: "location" };
    case "unsupported":
      return { is: "unsupported" };
    default:
      return { is: "story" };
  }
}

export function lastAt(of: Conversation): number {
  return of.items.at(-1)?.at ?? 0;
}

/** An hour after the patient wrote; the in-memory clinic never closes. */
export function goalAt(of: Conversation): number | null {
  return of.waitingSince === null ? null : of.waitingSince + 60 * 60_000;
}

export function row(of: Conversation): InboxRow {
  return {
    id: of.id,
    name: of.name,
    name_is_handle: of.nameIsHandle,
    channel: of.channel,
    mark: mark(of),
    waiting_since: of.waitingSince,
    goal_at: goalAt(of),
    last_at: lastAt(of),
    preview: preview(of),
    window: of.window,
    not_sent: notSent(of),
    unclear: unclear(of),
    queued: queued(of),
    stuck: stuck(of),
    has_draft: of.composer.draft.reply !== "" || of.composer.draft.files.length > 0,
    writing: of.others.find((one) => one.writing)?.writing ?? null,
    new_patient: of.patient === null,
  };
}

export function listed(all: readonly Conversation[], filter: InboxFilter): Conversation[] {
  const inQueue: Record<InboxFilter["queue"], (one: Conversation) => boolean> = {
    waiting: (one) => one.waitingSince !== null && !one.done,
    not_sent: (one) => notSent(one) > 0,
    done: (one) => one.done,
    all: () => true,
    mentioned: (one) => one.mentioned,
  };
  const some = all.filter((one) => (!filter.channel || one.channel === filter.channel) && inQueue[filter.queue](one));
  return filter.queue === "waiting"
    ? some.sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))
    : some.sort((a, b) => lastAt(b) - lastAt(a));
}

export function counts(all: readonly Conversation[]): InboxCounts {
  const waiting = all.filter((one) => one.waitingSince !== null && !one.done);
  return {
    waiting: waiting.length,
    unopened: waiting.filter((one) => !one.opened).length,
    not_sent: all.reduce((sum, one) => sum + notSent(one), 0),
    unclear: all.reduce((sum, one) => sum + unclear(one), 0),
    longest_since: waiting.length ? Math.min(...waiting.map((one) => one.waitingSince ?? 0)) : null,
    mentions: all.filter((one) => one.mentioned).length,
  };
}

export function card(of: Conversation, all: readonly Conversation[], staff: string): PatientCard {
  const siblings = of.patient ? all.filter((one) => one.patient?.id === of.patient?.id) : [of];
  const identity = (one: Conversation): IdentityView => ({
    id: `identity-${one.id}`,
    channel: one.channel,
    address: one.address,
    display_name: one.nameIsHandle ? null : one.name,
    link: one.patient
      ? { id: `link-${one.id}`, how: one.id === of.id ? "first" : "staff", by: staff, at: one.patient.since }
      : null,
    opted_out: one.composer.opted_out,
    last_wrote: one.items.findLast((item) => item.body.is === "message" && !item.body.ours)?.at ?? null,
    conversation: one.id,
  });
  return {
    patient: of.patient,
    identities: siblings.map(identity),
    could_be: of.couldBe,
    recent_calls: of.items.filter((item) => item.body.is === "call").length,
  };
}
