/** What the practice manager of the in-memory clinic looks through. */
import type { ComplaintWords, ReviewedRow, ReviewFilter, ReviewFinding, ReviewFound } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import { nextId, note } from "./build";
import type { FakeClinic } from "./clinic";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function refused<T>(code: "not_found" | "nothing_to_send"): Answer<T> {
  return { status: "error", error: { code, params: {} } };
}

type Some = Pick<
  Commands,
  | "reviewQueue"
  | "reviewMark"
  | "reviewUndo"
  | "reviewComment"
  | "reviewHistory"
  | "complaintWords"
  | "complaintWordsSave"
>;

const found: Record<ReviewFilter, ReviewFound> = {
  late: { is: "late", waited: 7_260, still: false },
  automatic: { is: "automatic" },
  words: { is: "word", word: "disappointed" },
  sample: { is: "sample", staff: "Callum Reid" },
  calls: { is: "call" },
};

export function fakeReview(clinic: FakeClinic): Some {
  let reviewed: ReviewedRow[] = [];
  let words: ComplaintWords = { en: ["complaint", "disappointed"], de: ["beschwerde"], ar: ["شكوى"] };
  const staff = () => (clinic.info.phase.phase === "open" ? clinic.info.phase.staff.name : "");
  const rows = (filter: ReviewFilter): ReviewFinding[] =>
    clinic.conversations
      .slice(0, 3)
      .filter((one) => !reviewed.some((row) => row.conversation === one.id))
      .map((one) => ({
        conversation: one.id,
        name: one.name,
        channel: one.channel,
        position: one.items[0]?.position ?? "0",
        item: one.items[0]?.id ?? "",
        at: one.items[0]?.at ?? clinic.now(),
        found: found[filter],
      }));
  return {
    reviewQueue: async (filter) => ok({ rows: rows(filter), more: false, since: clinic.now() - 28 * 86_400_000 }),
    reviewMark: async (conversation, _position, why) => {
      const of = clinic.find(conversation);
      if (!of) return refused("not_found");
      const id = nextId("review");
      reviewed = [
        { id, conversation, name: of.name, channel: of.channel, why, by: staff(), at: clinic.now() },
        ...reviewed,
      ];
      return ok(id);
    },
    reviewUndo: async (id) => {
      reviewed = reviewed.filter((row) => row.id !== id);
      return ok(null);
    },
    reviewComment: async (conversation, to, text) => {
      const of = clinic.find(conversation);
      const person = clinic.room.people.find((one) => one.id === to);
      if (!of || !person) return refused("not_found");
      if (text.trim() === "") return refused("nothing_to_send");
      const words = `@${person.name} ${text.trim()}`;
      const item = note(clinic.now(), words, staff(), clinic.room.names(of, words));
      if (item.body.is === "note") item.body.of_review = true;
      of.items.push(item);
      clinic.changed(of, [item]);
      return ok(null);
    },
    reviewHistory: async () => ok(reviewed),
    complaintWords: async () => ok(words),
    complaintWordsSave: async (list) => {
      words = list;
      return ok(null);
    },
  };
}
