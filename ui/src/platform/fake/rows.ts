/** How the in-memory clinic makes rows, counts and cards out of conversations: the core's rules in small. */
import type {
  DeliveryState,
  IdentityView,
  InboxCounts,
  InboxFilter,
  InboxRow,
  LanguageView,
  PatientCard,
  Preview,
  RowGroup,
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

/** When the first reply leaves that waits for its time. */
function scheduled(of: Conversation): number | null {
  const times = states(of, "scheduled").map((state) => (state.is === "scheduled" ? state.at : 0));
  return times.length > 0 ? Math.min(...times) : null;
}

function stuck(of: Conversation): StuckView | null {
  const newest = states(of, "held_back", "failed").at(-1);
  if (newest?.is === "held_back") return { is: "held_back", why: newest.why };
  return newest?.is === "failed" ? { is: "failed", why: newest.why } : null;
}

/** Since when somebody wants an answer here; `null` when nobody does or it is put aside. */
export function waits(of: Conversation): number | null {
  const { done, snoozed, spam, back } = of.marks;
  if (snoozed || spam) return null;
  return (done ? null : of.waitingSince) ?? back;
}

function mark(of: Conversation): RowMark {
  if (notSent(of) > unclear(of)) return "not_sent";
  if (unclear(of) > 0) return "unclear";
  if (queued(of) > 0 && waits(of) === null) return "queued";
  if (scheduled(of) !== null && waits(of) === null) return "scheduled";
  if (of.marks.snoozed) return "snoozed";
  if (waits(of) === null) return of.marks.done ? "done" : "answered";
  return of.opened && !of.marks.flagged ? "opened" : "unopened";
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

export function languageView(of: Conversation): LanguageView {
  return { said: of.patient?.language ?? null, guessed: of.language ?? null };
}

/** An hour after the patient wrote; the in-memory clinic never closes. */
export function goalAt(of: Conversation): number | null {
  return of.waitingSince === null ? null : of.waitingSince + 60 * 60_000;
}

export function row(of: Conversation, group: RowGroup): InboxRow {
  return {
    id: of.id,
    name: of.name,
    name_is_handle: of.nameIsHandle,
    channel: of.channel,
    mark: mark(of),
    waiting_since: waits(of),
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
    language: languageView(of),
    group,
    owner: of.marks.owner,
    snoozed: of.marks.snoozed,
    scheduled: scheduled(of),
    back: of.marks.back !== null && waits(of) === of.marks.back,
    pinned: of.marks.pinned,
    muted: of.marks.muted,
    spam: of.marks.spam,
    labels: of.marks.labels,
    new_patient: of.patient === null && of.sharedBy.length === 0,
    shared_by: of.sharedBy.length,
  };
}

function answered(of: Conversation): boolean {
  const { done, snoozed, spam } = of.marks;
  return waits(of) === null && !done && !snoozed && !spam && notSent(of) === 0 && of.items.length > 0;
}

/** The part of a list that a conversation stands in; none when it is not in it. */
export function groupOf(of: Conversation, filter: InboxFilter): RowGroup {
  const parts = filter.queue === "waiting" || filter.queue === "all";
  if (parts && of.marks.pinned) return "pinned";
  if (filter.queue !== "waiting") return "listed";
  if (waits(of) !== null) return "waiting";
  return notSent(of) > 0 ? "not_sent" : "answered_today";
}

const order: readonly RowGroup[] = ["pinned", "waiting", "not_sent", "answered_today", "listed"];

export function listed(all: readonly Conversation[], filter: InboxFilter): Conversation[] {
  const today = new Date(Math.max(0, ...all.map(lastAt)));
  today.setHours(0, 0, 0, 0);
  const inQueue: Record<InboxFilter["queue"], (one: Conversation) => boolean> = {
    waiting: (one) =>
      one.marks.pinned || waits(one) !== null || notSent(one) > 0 || (answered(one) && lastAt(one) >= today.getTime()),
    not_sent: (one) => notSent(one) > 0,
    answered,
    snoozed: (one) => one.marks.snoozed !== null,
    scheduled: (one) => scheduled(one) !== null,
    done: (one) => one.marks.done && waits(one) === null && !one.marks.snoozed && !one.marks.spam,
    spam: (one) => one.marks.spam,
    all: (one) => !one.marks.spam,
    mentioned: (one) => one.mentioned,
  };
  const owned = (one: Conversation) => {
    const { owner } = one.marks;
    if (filter.owner.is === "anyone") return true;
    if (filter.owner.is === "nobody") return owner === null;
    return filter.owner.is === "me" ? owner?.me === true : owner?.id === filter.owner.id;
  };
  const some = all.filter(
    (one) =>
      (!filter.channel || one.channel === filter.channel) &&
      (!filter.label || one.marks.labels.includes(filter.label)) &&
      (!filter.new_patients || one.patient === null) &&
      owned(one) &&
      inQueue[filter.queue](one),
  );
  const place = (one: Conversation) => order.indexOf(groupOf(one, filter));
  const within = (a: Conversation, b: Conversation) =>
    groupOf(a, filter) === "waiting"
      ? (waits(a) ?? 0) - (waits(b) ?? 0)
      : filter.queue === "snoozed"
        ? (a.marks.snoozed?.until ?? Number.POSITIVE_INFINITY) - (b.marks.snoozed?.until ?? Number.POSITIVE_INFINITY)
        : filter.queue === "scheduled"
          ? (scheduled(a) ?? 0) - (scheduled(b) ?? 0)
          : lastAt(b) - lastAt(a);
  return some.sort((a, b) => place(a) - place(b) || within(a, b));
}

export function counts(all: readonly Conversation[]): InboxCounts {
  const waiting = all.filter((one) => waits(one) !== null);
  return {
    waiting: waiting.length,
    unopened: waiting.filter((one) => !one.opened || one.marks.flagged).length,
    mine: waiting.filter((one) => one.marks.owner?.me).length,
    nobodys: waiting.filter((one) => !one.marks.owner).length,
    snoozed: all.filter((one) => one.marks.snoozed).length,
    scheduled: all.filter((one) => scheduled(one) !== null).length,
    not_sent: all.reduce((sum, one) => sum + notSent(one), 0),
    unclear: all.reduce((sum, one) => sum + unclear(one), 0),
    longest_since: waiting.length ? Math.min(...waiting.map((one) => waits(one) ?? 0)) : null,
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
      ? {
          id: `link-${one.id}`,
          how: one.id === of.id ? "first" : "staff",
          by: staff,
          at: one.patient.since,
          checked: one.checked,
        }
      : null,
    shared_by: one.sharedBy.length,
    opt_out: one.composer.opted_out ? { since: lastAt(one), by: one.optedOutBy } : null,
    opted_out: one.composer.opted_out,
    last_wrote: one.items.findLast((item) => item.body.is === "message" && !item.body.ours)?.at ?? null,
    conversation: one.id,
  });
  return {
    patient: of.patient,
    identities: siblings.map(identity),
    could_be: of.couldBe,
    shared_by: of.sharedBy.map((one) => ({ patient: one.id, name: one.name })),
    recent_calls: of.items.filter((item) => item.body.is === "call").length,
  };
}
