/** The people at the desk of the in-memory clinic: who sits there, whose draft is whose, what a shift leaves the next. */
import type { DraftView, HandoverView, NotePiece, StaffView } from "../../wire/bindings";
import type { Commands } from "../platform";
import { type Conversation, MINUTE, nextId } from "./build";
import { type FakeClinic, ok, refused } from "./clinic";

type Kept = { draft: DraftView; since: number; last: number };
type Pad = Omit<HandoverView, "unread" | "seen"> & { seenBy: Set<string> };

export const edie: StaffView = { id: "staff-edie", name: "Edie Marlowe", initials: "EM", colour: 1, left_at: null };
export const callum: StaffView = { id: "staff-callum", name: "Callum Reid", initials: "CR", colour: 2, left_at: null };

const nothing: DraftView = { reply: "", note: "", files: [], quote: null, later: null };

function key(conversation: string, staff: string): string {
  return `${conversation} ${staff}`;
}

/** The words of a note in pieces; whole and first names are found, as far as the screen needs it. */
function piecesOf(text: string, people: readonly StaffView[]): NotePiece[] {
  const names = people.flatMap((one) => [one.name, one.name.split(" ")[0] ?? one.name, one.initials]);
  const longest = [...new Set(names)].sort((a, b) => b.length - a.length);
  const found = new RegExp(`(@(?:${longest.join("|")}))(?![\\p{L}\\p{N}])`, "giu");
  return text
    .split(found)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, mention: longest.some((name) => same(piece, `@${name}`)) }));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export class StaffRoom {
  people: StaffView[] = [edie, callum];
  pad: Pad[] = [];
  readonly #clinic: FakeClinic;
  readonly #drafts = new Map<string, Kept>();
  readonly #looked = new Map<string, number>();
  /** `conversation staff`, while unread. */
  readonly #named = new Set<string>();

  constructor(clinic: FakeClinic) {
    this.#clinic = clinic;
  }

  get me(): StaffView {
    const phase = this.#clinic.info.phase;
    return phase.phase === "open" ? phase.staff : edie;
  }

  find(staff: string): StaffView | undefined {
    return this.people.find((one) => one.id === staff);
  }

  /** A person types, whoever sits at the desk. */
  types(of: Conversation, staff: string, words: Partial<DraftView>, since = this.#clinic.now()): void {
    const now = this.#clinic.now();
    const before = this.#drafts.get(key(of.id, staff));
    const draft = { ...(before?.draft ?? nothing), ...words };
    const begun = before && before.draft.reply !== "" ? before.since : since;
    this.#drafts.set(key(of.id, staff), { draft, since: begun, last: Math.max(since, now - MINUTE) });
    if (staff === this.me.id) of.composer.draft = { ...of.composer.draft, ...words };
    this.#shown(of);
    this.#clinic.changed(of);
  }

  draftOf(of: Conversation, staff: string): DraftView {
    if (staff === this.me.id) return of.composer.draft;
    return this.#drafts.get(key(of.id, staff))?.draft ?? nothing;
  }

  looks(of: Conversation): void {
    this.#looked.set(key(of.id, this.me.id), this.#clinic.now());
    this.#shown(of);
  }

  /** Whoever sits here has read the notes that name them. */
  reads(of: Conversation): void {
    this.#named.delete(key(of.id, this.me.id));
    this.#shown(of);
  }

  names(of: Conversation, text: string): NotePiece[] {
    const pieces = piecesOf(text, this.people);
    for (const piece of pieces.filter((one) => one.mention)) {
      const called = piece.text.slice(1);
      const whom = this.people.filter((one) =>
        [one.name, one.name.split(" ")[0] ?? "", one.initials].some((name) => same(name, called)),
      );
      for (const one of whom) if (one.id !== this.me.id) this.#named.add(key(of.id, one.id));
    }
    this.#shown(of);
    return pieces;
  }

  sits(staff: StaffView): void {
    for (const of of this.#clinic.conversations) {
      const before = this.#drafts.get(key(of.id, this.me.id));
      const last = before?.last ?? this.#clinic.now();
      this.#drafts.set(key(of.id, this.me.id), { draft: of.composer.draft, since: before?.since ?? last, last });
    }
    const { info } = this.#clinic;
    if (info.phase.phase === "open") this.#clinic.info = { ...info, phase: { ...info.phase, staff } };
    for (const of of this.#clinic.conversations) {
      of.composer.draft = this.#drafts.get(key(of.id, staff.id))?.draft ?? nothing;
      this.#shown(of);
    }
  }

  /** What whoever sits at the desk sees of the others on a conversation. */
  #shown(of: Conversation): void {
    of.mentioned = this.#named.has(key(of.id, this.me.id));
    const named = of.items.findLast(({ body }) => body.is === "note" && body.pieces.some((one) => one.mention));
    for (const item of of.items) if (item.body.is === "note") item.body.for_me = of.mentioned && item === named;
    of.others = this.people
      .filter((one) => one.id !== this.me.id)
      .map((one) => {
        const kept = this.#drafts.get(key(of.id, one.id));
        const writes = kept && (kept.draft.reply !== "" || kept.draft.files.length > 0);
        return {
          staff: one.id,
          name: one.name,
          initials: one.initials,
          colour: one.colour,
          writing: writes ? { name: one.name, since: kept.since, last: kept.last } : null,
          looked_at: this.#looked.get(key(of.id, one.id)) ?? null,
        };
      })
      .filter((one) => one.writing !== null || one.looked_at !== null);
  }
}

type Some = Pick<
  Commands,
  | "staffList"
  | "staffAdd"
  | "staffEdit"
  | "staffLeave"
  | "staffReturn"
  | "staffSwitch"
  | "draftOf"
  | "handovers"
  | "handoverAdd"
  | "handoverSeen"
>;

export function fakeStaff(clinic: FakeClinic): Some {
  const room = clinic.room;
  const stale = () => clinic.say([{ is: "stale", topics: ["staff"] }]);
  const taken = (name: string, except?: string) =>
    room.people.some((one) => one.id !== except && one.left_at === null && same(one.name, name));
  const put = (changed: StaffView) => {
    room.people = room.people.map((one) => (one.id === changed.id ? changed : one));
    if (changed.id === room.me.id && clinic.info.phase.phase === "open") clinic.info.phase.staff = changed;
    stale();
  };
  const initials = (name: string) => {
    const words = name.split(/\s+/);
    return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
  };
  return {
    staffList: async () => ok(structuredClone(room.people)),
    staffAdd: async (edit) => {
      const name = edit.name.trim();
      if (name === "" || taken(name)) return refused("field_invalid", { field: "name" });
      const made = { ...edit, name, initials: edit.initials || initials(name), id: nextId("staff"), left_at: null };
      room.people = [...room.people, made];
      stale();
      return ok(made);
    },
    staffEdit: async (staff, edit) => {
      const known = room.find(staff);
      if (!known) return refused("not_found");
      if (taken(edit.name, staff)) return refused("field_invalid", { field: "name" });
      const changed = { ...known, ...edit, initials: edit.initials || initials(edit.name) };
      put(changed);
      return ok(changed);
    },
    staffLeave: async (staff) => {
      const known = room.find(staff);
      if (!known) return refused("not_found");
      if (staff === room.me.id) return refused("not_allowed");
      put({ ...known, left_at: clinic.now() });
      return ok(null);
    },
    staffReturn: async (staff) => {
      const known = room.find(staff);
      if (!known) return refused("not_found");
      put({ ...known, left_at: null });
      return ok(null);
    },
    staffSwitch: async (staff) => {
      const known = room.find(staff);
      if (!known) return refused("not_found");
      if (known.left_at !== null) return refused("not_allowed");
      room.sits(known);
      stale();
      return clinic.info.phase.phase === "open" ? ok(structuredClone(clinic.info.phase)) : refused("not_open");
    },
    draftOf: async (conversation, staff) => {
      const of = clinic.find(conversation);
      return of ? ok(structuredClone(room.draftOf(of, staff))) : refused("not_found");
    },
    handovers: async () =>
      ok(
        room.pad.map(({ seenBy, ...one }) => ({
          ...one,
          seen: seenBy.has(room.me.id),
          unread: one.by.id !== room.me.id && !seenBy.has(room.me.id),
        })),
      ),
    handoverAdd: async (text) => {
      if (text.trim() === "") return refused("nothing_to_send");
      room.pad = [
        { id: nextId("handover"), by: room.me, at: clinic.now(), text: text.trim(), seenBy: new Set() },
        ...room.pad,
      ];
      stale();
      return ok(null);
    },
    handoverSeen: async (handover, seen) => {
      const one = room.pad.find((note) => note.id === handover);
      if (!one) return refused("not_found");
      if (seen) one.seenBy.add(room.me.id);
      else one.seenBy.delete(room.me.id);
      stale();
      return ok(null);
    },
  };
}
