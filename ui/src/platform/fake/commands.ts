/** The commands of the in-memory clinic, one by one as the core offers them. */
import type { DraftView, TemplateView } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import { fakeAccounts } from "./accounts";
import { fakeAutomatic } from "./automatic";
import { nextId, note } from "./build";
import type { FakeClinic } from "./clinic";
import { fakeContacts } from "./contacts";
import { fakeHours } from "./hours";
import { fakeInsights } from "./insights";
import { fakeKeys } from "./keys";
import { fakePatients } from "./patients";
import { fakeReactions } from "./reactions";
import { fakeReview } from "./review";
import { counts, groupOf, listed, row } from "./rows";
import { fakeSaved } from "./saved";
import { fakeSchedule } from "./schedule";
import { fakeSearch } from "./search";
import { fakeStaff } from "./staff";
import { fakeTriage } from "./triage";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function refused<T>(code: Parameters<typeof error>[0], params: Record<string, string> = {}): Answer<T> {
  return { status: "error", error: error(code, params) };
}

function error(
  code: "not_found" | "stale" | "outside_reply_window" | "template_incomplete" | "no_desk_phone",
  params: Record<string, string>,
) {
  return { code, params };
}

/** The words a patient reads: the template with its blanks filled. */
export function filled(template: TemplateView, values: [string, string][]): string {
  return values.reduce((text, [name, value]) => text.replaceAll(`{{${name}}}`, value), template.body);
}

/** What stays of a draft when `sent` leaves it, by the core's rule. */
function typedBehind(sent: string, stands: string): string {
  const words = stands.trimStart();
  return words.startsWith(sent.trim()) ? words.slice(sent.trim().length).trimStart() : "";
}

export function fakeCommands(clinic: FakeClinic): Commands {
  const staff = () => (clinic.info.phase.phase === "open" ? clinic.info.phase.staff.name : "");
  // One line per topic that has a file of its own.
  const { cardBeside, ...patients } = fakePatients(clinic);
  const others = {
    ...fakeAccounts(clinic),
    ...fakeAutomatic(clinic),
    ...fakeHours(),
    ...fakeContacts(clinic),
    ...fakeInsights(clinic),
    ...fakeReactions(clinic),
    ...fakeReview(clinic),
    ...fakeSaved(clinic),
    ...fakeKeys(clinic),
    ...fakeSchedule(clinic),
    ...fakeSearch(clinic),
    ...patients,
    ...fakeStaff(clinic),
    ...fakeTriage(clinic),
  };
  const fakes: Omit<Commands, keyof typeof others> = {
    appInfo: async () => ok(clinic.info),
    settingsSave: async (settings) => {
      clinic.info = { ...clinic.info, settings };
      return ok(null);
    },
    placeSave: async (place) => {
      clinic.info = { ...clinic.info, place };
      return ok(null);
    },
    inboxOpen: async (filter, limit, conversation) => {
      clinic.watch({ inbox: filter, rows: limit, conversation });
      const all = listed(clinic.conversations, filter);
      return ok({
        rows: all.slice(0, limit).map((one) => row(one, groupOf(one, filter))),
        counts: counts(clinic.conversations),
        next: all.length > limit ? (all[limit - 1]?.id ?? null) : null,
      });
    },
    inboxMore: async (filter, after, limit) => {
      const all = listed(clinic.conversations, filter);
      const from = all.findIndex((one) => one.id === after) + 1;
      return ok({
        rows: all.slice(from, from + limit).map((one) => row(one, groupOf(one, filter))),
        counts: counts(clinic.conversations),
        next: all.length > from + limit ? (all[from + limit - 1]?.id ?? null) : null,
      });
    },
    watch: async (watch) => {
      clinic.watch(watch);
      return ok(null);
    },
    conversationOpen: async (id, watch) => {
      const of = clinic.find(id);
      if (of?.mentioned) {
        clinic.room.reads(of);
        queueMicrotask(() => clinic.changed(of));
      }
      return fakes.conversationStays(id, watch);
    },
    mentionRead: async (id) => {
      const of = clinic.find(id);
      if (!of) return refused("not_found");
      clinic.room.reads(of);
      clinic.changed(
        of,
        of.items.filter((item) => item.body.is === "note"),
      );
      return ok(null);
    },
    conversationStays: async (id, watch) => {
      clinic.watch(watch);
      const of = clinic.find(id);
      if (!of) return refused("not_found");
      const news = !of.opened || of.marks.flagged;
      clinic.room.looks(of);
      if (news) {
        of.opened = true;
        of.marks = { ...of.marks, flagged: false };
        queueMicrotask(() => clinic.changed(of));
      }
      return ok({
        id,
        head: clinic.head(of),
        items: of.items,
        older: of.earlier.length > 0 ? String(of.earlier.length) : null,
        newer: null,
        gap_before: of.gapBefore,
        composer: clinic.composer(of),
        card: cardBeside(of),
      });
    },
    conversationOlder: async (id, before) => {
      const of = clinic.find(id);
      if (!of) return refused("not_found");
      const all = [...of.earlier].sort((a, b) => a.at - b.at);
      const end = Number(before);
      const from = Math.max(0, end - 50);
      return ok({ items: all.slice(from, end), older: from > 0 ? String(from) : null });
    },
    conversationNewer: async (id, after) => {
      const of = clinic.find(id);
      if (!of) return refused("not_found");
      const all = [...[...of.earlier].sort((a, b) => a.at - b.at), ...of.items];
      const rest = all.slice(all.findIndex((item) => item.position === after) + 1);
      return ok({ items: rest.slice(0, 50), newer: rest.length > 50 ? (rest[49]?.position ?? null) : null });
    },
    conversationAround: async (id, _position, watch) => {
      clinic.watch(watch);
      const of = clinic.find(id);
      if (!of) return refused("not_found");
      return ok({
        id,
        head: clinic.head(of),
        items: [...[...of.earlier].sort((a, b) => a.at - b.at), ...of.items],
        older: null,
        newer: null,
        gap_before: of.gapBefore,
        composer: clinic.composer(of),
        card: cardBeside(of),
      });
    },
    draftSave: async (draft) => {
      const of = clinic.find(draft.conversation);
      if (!of) return refused("not_found");
      const { reply, note, quote, later } = draft;
      clinic.room.types(of, draft.by ?? clinic.room.me.id, { reply, note, quote, later });
      return ok(null);
    },
    draftDetach: async (conversation, file) => {
      const of = clinic.find(conversation);
      if (!of) return refused("not_found");
      of.composer.draft.files = of.composer.draft.files.filter((one) => one.id !== file);
      return ok(of.composer.draft);
    },
    replySend: async (reply) => {
      const of = clinic.find(reply.conversation);
      if (!of) return refused("not_found");
      if (of.window.is === "template_only" || of.window.is === "closed") return refused("outside_reply_window");
      const before = of.items.find(
        (item) => item.body.is === "message" && clinic.pressed.has(`${reply.press}>${item.id}`),
      );
      if (before) return ok({ item: before, outbox: "" });
      const files = of.composer.draft.files.filter((one) => reply.files.includes(one.id));
      const draft = of.composer.draft;
      const rest = typedBehind(reply.text, draft.reply);
      of.composer.draft = {
        reply: rest,
        note: draft.note,
        quote: rest !== "" && draft.quote !== reply.quote ? draft.quote : null,
        files: draft.files.filter((one) => !reply.files.includes(one.id)),
        later: null,
      };
      const quoted = of.items.find((item) => item.id === reply.quote);
      const item = clinic.accept(
        of,
        reply.text,
        {
          origin: { is: "staff", name: staff() },
          attachments: files.map((one) => ({
            ...one,
            state: { is: "here" as const },
            has_thumbnail: one.kind === "image",
            dimensions: null,
            seconds: null,
            waveform: null,
          })),
          reply_to: quoted
            ? {
                id: quoted.id,
                ours: quoted.body.is === "message" && quoted.body.ours,
                text:
                  quoted.body.is === "message" && quoted.body.content.is === "text" ? quoted.body.content.body : null,
              }
            : null,
        },
        reply.later,
      );
      clinic.pressed.add(`${reply.press}>${item.id}`);
      return ok({ item, outbox: (item.body.is === "message" && item.body.delivery?.outbox) || "" });
    },
    noteAdd: async (conversation, text) => {
      const of = clinic.find(conversation);
      if (!of) return refused("not_found");
      const item = note(clinic.now(), text, staff(), clinic.room.names(of, text));
      of.items.push(item);
      of.composer.draft.note = typedBehind(text, of.composer.draft.note);
      clinic.changed(of, [item]);
      return ok(null);
    },
    templates: async (conversation) => {
      const of = clinic.find(conversation);
      if (!of) return refused("not_found");
      return ok({ templates: of.templates, read_at: clinic.now() });
    },
    templateSend: async (send) => {
      const of = clinic.find(send.conversation);
      const template = of?.templates.find((one) => one.id === send.template);
      if (!of || !template) return refused("not_found");
      if (send.values.some(([, value]) => value.trim() === "")) return refused("template_incomplete");
      const body = filled(template, send.values);
      const item = clinic.accept(
        of,
        body,
        {
          content: { is: "template", name: template.name, body },
          origin: { is: "staff", name: staff() },
        },
        send.later,
      );
      return ok({ item, outbox: (item.body.is === "message" && item.body.delivery?.outbox) || "" });
    },
    outboxUndo: async (outbox) => {
      const found = clinic.findByOutbox(outbox);
      if (found?.item.body.is !== "message") return refused("not_found");
      if (!["leaving", "queued"].includes(found.item.body.delivery?.state.is ?? "")) return refused("stale");
      const { of, item } = found;
      of.items = of.items.filter((one) => one.id !== item.id);
      const content = item.body.is === "message" ? item.body.content : undefined;
      const words = content && "body" in content ? content.body : "";
      const reply = [words, of.composer.draft.reply].filter((part) => part !== "").join("\n");
      const draft: DraftView = { ...of.composer.draft, reply };
      of.composer.draft = draft;
      of.waitingSince = of.items.findLast((one) => one.body.is === "message" && !one.body.ours)?.at ?? null;
      clinic.changed(of, [], [item.id]);
      return ok(draft);
    },
    outboxRetry: async (outbox) => move(clinic, outbox, "queued"),
    outboxSendAgain: async (outbox) => move(clinic, outbox, "queued"),
    outboxMarkSent: async (outbox) => move(clinic, outbox, "accepted"),
    outboxCheck: async (outbox) => move(clinic, outbox, "checking"),
    outboxDiscard: async (outbox) => {
      const found = clinic.findByOutbox(outbox);
      if (!found) return refused("not_found");
      found.of.items = found.of.items.filter((one) => one.id !== found.item.id);
      clinic.changed(found.of, [], [found.item.id]);
      return ok(null);
    },
    callPlace: async () => (clinic.info.settings.desk_phone ? ok({ call: nextId("call") }) : refused("no_desk_phone")),
    callProgress: async () => ok(clinic.callSteps.shift() ?? { is: "over", outcome: "answered" }),
    attachmentRetry: async (id) => {
      for (const of of clinic.conversations) {
        for (const item of of.items) {
          const one = item.body.is === "message" ? item.body.attachments.find((file) => file.id === id) : undefined;
          if (one) {
            one.state = { is: "here" };
            clinic.changed(of, [item]);
          }
        }
      }
      return ok(null);
    },
    attachmentSave: async () => ok("Downloads/referral.pdf"),
    recordingDeleteAtProvider: async (audio) => {
      for (const of of clinic.conversations) {
        for (const item of of.items) {
          const kept =
            item.body.is === "call" ? item.body.recordings.find((one) => one.audio?.id === audio) : undefined;
          if (!kept) continue;
          kept.deleted_at_provider = true;
          kept.deleted_at_provider_on = clinic.now();
          clinic.changed(of, [item]);
          return ok(null);
        }
      }
      return refused("not_found");
    },
    status: async () => ok(clinic.status()),
    openLink: async () => ok(null),
  };
  const every = { ...fakes, ...others } as Commands;
  return recorded(clinic, every);
}

function move(clinic: FakeClinic, outbox: string, to: "queued" | "accepted" | "checking"): Answer<null> {
  const found = clinic.findByOutbox(outbox);
  if (!found) return refused("not_found");
  if (to === "queued") clinic.setState(found.of, found.item, { is: "queued", retry_at: null, waits_for: "turn" });
  if (to === "accepted")
    clinic.setState(found.of, found.item, { is: "accepted", at: clinic.now(), receipt_overdue: false });
  if (to === "checking") clinic.setState(found.of, found.item, { is: "unknown", since: clinic.now(), checking: true });
  return ok(null);
}

/** Notes every call, so that a test can say what the window asked for. */
function recorded(clinic: FakeClinic, commands: Commands): Commands {
  const wrapped = Object.entries(commands).map(([name, run]) => [
    name,
    (...args: unknown[]) => {
      clinic.called.push({ command: name, args });
      return (run as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(wrapped) as Commands;
}
