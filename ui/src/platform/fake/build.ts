/** Builds invented conversations, in the words of a front desk, for the in-memory clinic. */
import type {
  AttachmentView,
  CallView,
  ChannelName,
  CheckView,
  ComposerView,
  ContentView,
  CouldBe,
  DeliveryState,
  FileKind,
  MessageView,
  NotePiece,
  OriginView,
  OtherView,
  PatientView,
  TemplateView,
  TimelineItem,
  WindowView,
  WriterView,
} from "../../wire/bindings";
import { type Marks, unmarked } from "./triage";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Conversation = {
  id: string;
  name: string;
  nameIsHandle: boolean;
  channel: ChannelName;
  address: string;
  window: WindowView;
  items: TimelineItem[];
  /** Items the provider still has further back. */
  earlier: TimelineItem[];
  opened: boolean;
  marks: Marks;
  waitingSince: number | null;
  patient: PatientView | null;
  couldBe: CouldBe[];
  /** The patients who share the number. */
  sharedBy: PatientView[];
  /** Who was said to write, from which place on. */
  writers: WriterView[];
  asksFrom: string | null;
  checked: CheckView | null;
  /** Who at the desk said that no messages are wanted. */
  optedOutBy: string | null;
  composer: ComposerView;
  templates: TemplateView[];
  gapBefore: number | null;
  /** The language they write in, as the core would guess it. */
  language?: string;
  /** Who else is on it, as whoever sits at the desk sees it. */
  others: OtherView[];
  /** A note in it names whoever sits at the desk, and they have not read it. */
  mentioned: boolean;
};

let counter = 0;

/** A new id, the same in every run. */
export function nextId(kind: string): string {
  counter += 1;
  return `${kind}-${counter}`;
}

export function place(at: number): string {
  counter += 1;
  return `${Math.round(at)}${String(counter).padStart(6, "0")}`;
}

const limits: Record<
  ChannelName,
  Pick<ComposerView, "text_limit" | "attachments" | "templates" | "can_quote" | "can_react" | "can_call">
> = {
  instagram: {
    text_limit: { most: 1000, bytes: true },
    attachments: [
      { kind: "image", mime: ["image/jpeg", "image/png"], most_bytes: 8_000_000 },
      { kind: "video", mime: ["video/mp4"], most_bytes: 25_000_000 },
    ],
    templates: false,
    can_quote: false,
    can_react: true,
    can_call: false,
  },
  whatsapp: {
    text_limit: { most: 1600, bytes: false },
    attachments: [
      { kind: "image", mime: ["image/jpeg", "image/png"], most_bytes: 5_000_000 },
      { kind: "file", mime: ["application/pdf"], most_bytes: 16_000_000 },
    ],
    templates: true,
    can_quote: true,
    can_react: false,
    can_call: true,
  },
  sms: {
    text_limit: { most: 1600, bytes: false },
    attachments: [],
    templates: false,
    can_quote: false,
    can_react: false,
    can_call: true,
  },
  phone: { text_limit: null, attachments: [], templates: false, can_quote: false, can_react: false, can_call: true },
};

export function composerFor(channel: ChannelName): ComposerView {
  return {
    ...limits[channel],
    opted_out: false,
    connected: true,
    draft: { reply: "", note: "", files: [], quote: null, later: null },
  };
}

export function conversation(
  some: Partial<Conversation> & Pick<Conversation, "name" | "channel" | "address">,
): Conversation {
  return {
    id: nextId("conversation"),
    nameIsHandle: false,
    window:
      some.channel === "sms"
        ? { is: "no_limit" }
        : some.channel === "phone"
          ? { is: "not_writable" }
          : { is: "closed", since: null },
    items: [],
    earlier: [],
    opened: false,
    marks: unmarked(),
    waitingSince: null,
    patient: null,
    couldBe: [],
    sharedBy: [],
    writers: [],
    asksFrom: null,
    checked: null,
    optedOutBy: null,
    composer: composerFor(some.channel),
    templates: [],
    gapBefore: null,
    others: [],
    mentioned: false,
    ...some,
  };
}

export function patient(name: string, some: Partial<PatientView> = {}): PatientView {
  return {
    id: nextId("patient"),
    name,
    preferred_name: "",
    birth_date: null,
    language: null,
    guardian: null,
    contacts: [],
    desk_note: "",
    consents: [],
    joined: [],
    twins: [],
    since: Date.parse("2021-02-08T10:00:00Z"),
    ...some,
  };
}

function message(at: number, ours: boolean, some: Partial<MessageView> & { content: ContentView }): TimelineItem {
  return {
    id: nextId("message"),
    position: place(at),
    at,
    body: {
      is: "message",
      ours,
      origin: ours ? { is: "staff", name: "Edie Marlowe" } : { is: "patient" },
      attachments: [],
      reply_to: null,
      reactions: [],
      taken_back: false,
      delivery: null,
      ...some,
    },
  };
}

export function theirs(at: number, body: string, some: Partial<MessageView> = {}): TimelineItem {
  return message(at, false, { content: { is: "text", body }, ...some });
}

export function ours(at: number, body: string, state?: DeliveryState, some: Partial<MessageView> = {}): TimelineItem {
  return message(at, true, {
    content: { is: "text", body },
    delivery: { outbox: nextId("outbox"), state: state ?? { is: "read", at: at + 2 * MINUTE } },
    ...some,
  });
}

export function theirContent(at: number, content: ContentView, some: Partial<MessageView> = {}): TimelineItem {
  return message(at, false, { content, ...some });
}

export function byOrigin(at: number, body: string, origin: OriginView, state: DeliveryState): TimelineItem {
  return message(at, true, { content: { is: "text", body }, origin, delivery: { outbox: null, state } });
}

export function file(kind: FileKind, some: Partial<AttachmentView> = {}): AttachmentView {
  return {
    id: nextId("attachment"),
    kind,
    name: null,
    size: null,
    state: { is: "here" },
    has_thumbnail: kind === "image" || kind === "video",
    dimensions: kind === "image" ? [1200, 690] : null,
    seconds: null,
    waveform: null,
    ...some,
  };
}

/** A loudness curve that looks like somebody talking; the same for the same length. */
export function speech(points: number, seed = 7): number[] {
  let state = seed;
  const roll = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Array.from({ length: points }, (_, i) => {
    const breath = 0.55 + 0.45 * Math.sin(i / 5.3 + seed) * Math.sin(i / 17);
    return Math.round(255 * Math.min(1, Math.max(0.08, breath * (0.45 + 0.75 * roll()))));
  });
}

export function call(at: number, some: Partial<CallView> = {}): TimelineItem {
  return {
    id: nextId("call"),
    position: place(at),
    at,
    body: {
      is: "call",
      ours: false,
      outcome: "missed",
      talk_seconds: 0,
      ring_seconds: null,
      by: null,
      recordings: [],
      ...some,
    },
  };
}

export function note(at: number, text: string, by: string, pieces?: NotePiece[]): TimelineItem {
  const initials = by
    .split(" ")
    .map((word) => word[0])
    .join("");
  const said = pieces ?? [{ text, mention: false }];
  return {
    id: nextId("note"),
    position: place(at),
    at,
    body: {
      is: "note",
      text,
      by,
      initials,
      colour: by === "Callum Reid" ? 2 : 1,
      pieces: said,
      of_review: false,
      for_me: false,
    },
  };
}
