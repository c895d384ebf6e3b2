/**
 * The in-memory clinic: a platform without a core, for tests and for working on the screen in a plain browser.
 *
 * Holds: it answers in the same types and announces in the same way as the core (numbered batches, patches for the
 * list and conversation being watched). It keeps its promises about sending: leaving, queued, sending, accepted,
 * delivered, read, one after another and never backwards. It never ships: production builds leave it out.
 */
import type {
  AppInfo,
  CallProgressView,
  ComposerView,
  ContactsFile,
  ConversationHead,
  DeliveryState,
  DraftView,
  FeedBatch,
  FeedItem,
  InboxFilter,
  Overall,
  PatientView,
  SavedReplyItem,
  SendLater,
  StatusBar,
  StatusChannel,
  TimelineItem,
  Watch,
  WireError,
} from "../../wire/bindings";
import type { Answer, Commands, Platform, Sound } from "../platform";
import { type Conversation, DAY, MINUTE, nextId, ours, theirs } from "./build";
import { fakeCommands } from "./commands";
import { FakeContacts } from "./contacts";
import { hum, pictureAddress } from "./media";
import { people } from "./people";
import { counts, goalAt, groupOf, languageView, listed, row, waits } from "./rows";
import { startingReplies } from "./saved";
import { edie, StaffRoom } from "./staff";

/** Tuesday 24 November 2026, 09:41 in London. */
export const opening = Date.parse("2026-11-24T09:41:00Z");

export type FakeOptions = {
  people?: (now: number) => Conversation[];
  info?: Partial<AppInfo>;
  demo?: boolean;
};

export function ok<T>(data: T): Answer<T> {
  return { status: "ok", data };
}

export function refused<T>(code: WireError["code"], params: Record<string, string> = {}): Answer<T> {
  return { status: "error", error: { code, params } };
}

export class FakeClinic implements Platform {
  conversations: Conversation[];
  info: AppInfo;
  offline = false;
  saved: SavedReplyItem[] = startingReplies();
  /** Every command that was called, in order, for tests. */
  readonly called: { command: string; args: unknown[] }[] = [];
  /** Bytes that were attached, by file id. */
  readonly attached = new Map<string, Uint8Array>();
  readonly pressed = new Set<string>();
  /** Titles and printings, for tests. */
  shownTitle = "";
  printed = 0;
  /** What the next questions about a placed call are answered with. */
  callSteps: CallProgressView[] = [{ is: "ringing_desk" }, { is: "ringing_patient" }, { is: "talking" }];
  channels: StatusChannel[];
  overall: Overall;
  /** Patients who never wrote. */
  cards: PatientView[] = [];
  /** Files of contacts. */
  readonly contacts = new FakeContacts();
  readonly commands: Commands;
  /** The people at the desk. */
  readonly room = new StaffRoom(this);

  #watch: Watch = { inbox: null, rows: 0, conversation: null };
  #hear: ((batch: FeedBatch) => void) | undefined;
  #number = 0;
  #started = Date.now();

  constructor(options: FakeOptions = {}) {
    const now = this.now();
    this.conversations = (options.people ?? people)(now);
    this.info = {
      phase: {
        phase: "open",
        name: "Quayside Dental",
        demo: options.demo ?? false,
        staff: edie,
        rolled_back: null,
        zone: "Europe/London",
      },
      version: "0.1.0",
      platform: "linux",
      settings: {
        theme: "light",
        locale: "en",
        density: "regular",
        text_size: "normal",
        single_keys: true,
        undo_seconds: 10,
        desk_phone: "+442079460158",
        notifications: true,
        hide_from_recording: true,
      },
      system_locale: "en-GB",
      place: null,
      demo_available: true,
      ...options.info,
    };
    this.channels = (["instagram", "whatsapp", "sms", "phone"] as const).map((channel, i) => ({
      channel,
      account: channel === "instagram" ? "account-instagram" : "account-twilio",
      freshness: { is: "up_to_date", at: now - (i % 2) * MINUTE },
    }));
    this.overall = { is: "up_to_date", at: now };
    this.commands = fakeCommands(this);
  }

  // ---- the platform

  now(): number {
    return opening + (Date.now() - this.#started);
  }

  async onFeed(hear: (batch: FeedBatch) => void): Promise<() => void> {
    this.#hear = hear;
    return () => {
      if (this.#hear === hear) this.#hear = undefined;
    };
  }

  async attach(conversation: string, name: string, bytes: Uint8Array): Promise<Answer<DraftView>> {
    const found = this.find(conversation);
    if (!found) return refused("not_found");
    const id = nextId("file");
    this.attached.set(id, bytes);
    const kind = /\.(png|jpe?g)$/i.test(name) ? "image" : /\.(mp4|mov)$/i.test(name) ? "video" : "file";
    found.composer.draft.files.push({ id, name, kind, size: bytes.length });
    this.changed(found);
    return ok(structuredClone(found.composer.draft));
  }

  async openContacts(bytes: Uint8Array): Promise<Answer<ContactsFile>> {
    return this.contacts.open(bytes);
  }

  picture(attachment: string): string {
    return pictureAddress(attachment);
  }

  async sound(attachment: string): Promise<Sound> {
    return hum(attachment.startsWith("voicemail") ? 38 : 14);
  }

  print(): void {
    this.printed += 1;
  }

  title(words: string): void {
    this.shownTitle = words;
    document.title = words;
  }

  // ---- what the core would know

  find(id: string): Conversation | undefined {
    return this.conversations.find((one) => one.id === id);
  }

  findByOutbox(outbox: string): { of: Conversation; item: TimelineItem } | undefined {
    for (const of of this.conversations) {
      const item = of.items.find((one) => one.body.is === "message" && one.body.delivery?.outbox === outbox);
      if (item) return { of, item };
    }
    return undefined;
  }

  head(of: Conversation): ConversationHead {
    return {
      name: of.name,
      name_is_handle: of.nameIsHandle,
      channel: of.channel,
      address: of.address,
      waiting_since: waits(of),
      goal_at: goalAt(of),
      open_until_goal: of.waitingSince === null ? [] : [{ from: of.waitingSince, to: goalAt(of) ?? of.waitingSince }],
      done: of.marks.done,
      owner: of.marks.owner,
      snoozed: of.marks.snoozed,
      pinned: of.marks.pinned,
      muted: of.marks.muted,
      spam: of.marks.spam,
      labels: of.marks.labels,
      window: of.window,
      account: of.channel === "instagram" ? "account-instagram" : "account-twilio",
      language: languageView(of),
      others: structuredClone(of.others),
      shared:
        of.sharedBy.length > 1
          ? {
              people: of.sharedBy.map((one) => ({ patient: one.id, name: one.name })),
              asks_from: of.asksFrom,
              writers: of.writers,
            }
          : null,
    };
  }

  composer(of: Conversation): ComposerView {
    return structuredClone(of.composer);
  }

  status(): StatusBar {
    const queued = this.conversations
      .flatMap((one) => one.items)
      .filter((item) => item.body.is === "message" && item.body.delivery?.state.is === "queued").length;
    return {
      overall: this.overall,
      channels: this.channels,
      counts: counts(this.conversations),
      queued,
      storage_trouble: null,
    };
  }

  watch(watch: Watch): void {
    this.#watch = structuredClone(watch);
  }

  // ---- what happens at the clinic

  /** A patient writes. */
  patientWrites(id: string, text: string): void {
    const of = this.find(id);
    if (!of) throw new Error("nobody by that id");
    const item = theirs(this.now(), text);
    of.items.push(item);
    of.waitingSince ??= item.at;
    of.opened = false;
    of.marks = { ...of.marks, done: false, snoozed: null };
    if (of.channel !== "sms") of.window = { is: "open", until: item.at + DAY };
    this.changed(of, [item]);
  }

  /** The network goes away, or comes back and what waited leaves. */
  network(up: boolean): void {
    this.offline = !up;
    this.overall = up ? { is: "up_to_date", at: this.now() } : { is: "offline", since: this.now() };
    this.say([{ is: "status", bar: this.status() }]);
    if (!up) return;
    for (const of of this.conversations) {
      for (const item of of.items) {
        if (item.body.is === "message" && item.body.delivery?.state.is === "queued") this.#leave(of, item);
      }
    }
  }

  /** Puts a reply into the conversation and sends it on its way. */
  accept(
    of: Conversation,
    text: string,
    some: Partial<Parameters<typeof ours>[3]> = {},
    later: SendLater | null = null,
  ): TimelineItem {
    const seconds = later ? (later.at - this.now()) / 1000 : this.info.settings.undo_seconds;
    const until = this.now() + seconds * 1000;
    const item = ours(this.now(), text, later ? { is: "scheduled", ...later } : { is: "leaving", until }, some);
    of.items.push(item);
    of.waitingSince = null;
    this.changed(of, [item]);
    setTimeout(() => this.#leave(of, item), seconds * 1000);
    return item;
  }

  setState(of: Conversation, item: TimelineItem, state: DeliveryState): void {
    const now = of.items.find((one) => one.id === item.id);
    if (now?.body.is !== "message" || !now.body.delivery) return;
    now.body.delivery.state = state;
    this.changed(of, [now]);
  }

  #leave(of: Conversation, item: TimelineItem): void {
    const now = of.items.find((one) => one.id === item.id);
    const state = now?.body.is === "message" ? now.body.delivery?.state.is : undefined;
    if (state !== "leaving" && state !== "queued" && state !== "scheduled") return;
    if (this.offline) {
      this.setState(of, item, { is: "queued", retry_at: null, waits_for: "network" });
      return;
    }
    this.setState(of, item, { is: "sending" });
    const step = (after: number, next: () => DeliveryState) => setTimeout(() => this.setState(of, item, next()), after);
    step(400, () => ({ is: "accepted", at: this.now(), receipt_overdue: false }));
    step(1600, () => ({ is: "delivered", at: this.now() }));
    step(5000, () => ({ is: "read", at: this.now() }));
  }

  /** Tells the window what changed about a conversation, if it looks. */
  changed(of: Conversation, put: TimelineItem[] = [], removed: string[] = []): void {
    const items: FeedItem[] = [];
    const filter = this.#watch.inbox;
    if (filter) items.push(this.#inboxNews(of, filter));
    if (this.#watch.conversation === of.id) {
      items.push({
        is: "timeline",
        conversation: of.id,
        put: structuredClone(put),
        removed,
        head: this.head(of),
        composer: this.composer(of),
      });
    }
    items.push({ is: "status", bar: this.status() });
    this.say(items);
  }

  #inboxNews(of: Conversation, filter: InboxFilter): FeedItem {
    const at = listed(this.conversations, filter).indexOf(of);
    return {
      is: "inbox",
      filter,
      patches: [at >= 0 ? { is: "put", at, row: row(of, groupOf(of, filter)) } : { is: "remove", id: of.id }],
      counts: counts(this.conversations),
    };
  }

  say(items: FeedItem[]): void {
    this.#number += 1;
    this.#hear?.({ number: this.#number, items: structuredClone(items) });
  }

  /** Loses the next batch, as a window that was too slow would. */
  loseNews(): void {
    this.#number += 1;
  }
}
