/** Saved replies of the in-memory clinic: the core's rules in small. */
import type { Code, SavedPiece, SavedReplyEdit, SavedReplyItem, WireError } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import { type Conversation, nextId } from "./build";
import type { FakeClinic } from "./clinic";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function refused(code: Code, params: WireError["params"] = {}): { status: "error"; error: WireError } {
  return { status: "error", error: { code, params } };
}

/** A reply with one text, as a test or the invented clinic needs it. */
export function savedReply(
  shortcut: string,
  title: string,
  body: string,
  more: Record<string, string> = {},
): SavedReplyItem {
  const texts = Object.entries({ en: body, ...more }).map(([language, text]) => ({ language, body: text }));
  return { id: nextId("saved"), title, shortcut, texts, used: 0 };
}

export function startingReplies(): SavedReplyItem[] {
  return [
    savedReply(
      "emergency",
      "Emergency, swelling or fever",
      "{{first_name|Hello}}, please call us now. {{practitioner}} is here.",
    ),
    savedReply(
      "emergency-night",
      "Emergency, when we are closed",
      "We are open again {{opening_hours}}. For urgent help call the emergency number.",
    ),
    savedReply(
      "email",
      "Email address for letters",
      "Which email address may we use for your letter, {{first_name|please}}?",
      {
        sq: "Në cilën adresë mund t’ju shkruajmë, {{first_name|ju lutemi}}?",
      },
    ),
  ];
}

function pieces(body: string, values: Record<string, string | undefined>): SavedPiece[] {
  const found: SavedPiece[] = [];
  let at = 0;
  for (const match of body.matchAll(/\{\{\s*([^{}|]+?)\s*(?:\|([^{}]*))?\}\}/g)) {
    if (match.index > at) found.push({ is: "words", text: body.slice(at, match.index) });
    const name = match[1] ?? "";
    const text = name in values ? (values[name] ?? match[2]?.trim()) : undefined;
    if (text === undefined) found.push({ is: "blank", name });
    else if (text !== "") found.push({ is: "value", name, text });
    at = match.index + match[0].length;
  }
  if (at < body.length) found.push({ is: "words", text: body.slice(at) });
  return found;
}

function valuesFor(name: string | undefined, clinic: FakeClinic): Record<string, string | undefined> {
  const phase = clinic.info.phase;
  return {
    patient: name,
    first_name: name?.split(" ")[0],
    practice: phase.phase === "open" ? phase.name : undefined,
    staff: phase.phase === "open" ? phase.staff.name : undefined,
    practitioner: undefined,
    next_appointment: undefined,
    opening_hours: "Mon–Fri 08:30–17:30",
    today: "Tuesday 24 November",
  };
}

const languageOf = (of: Conversation) => of.patient?.language ?? of.language;

type Some = Pick<
  Commands,
  | "savedReplies"
  | "savedReplyPreview"
  | "savedReplyList"
  | "savedReplyAdd"
  | "savedReplyEdit"
  | "savedReplyRemove"
  | "savedReplyUndo"
  | "savedReplyOrder"
  | "savedReplyUsed"
  | "savedReplyStarter"
>;

export function fakeSaved(clinic: FakeClinic): Some {
  let removed: SavedReplyItem[] = [];
  const written = (edit: SavedReplyEdit): Answer<Omit<SavedReplyItem, "id" | "used">> => {
    const texts = edit.texts.filter((one) => one.body.trim() !== "");
    if (edit.title.trim() === "") return refused("field_invalid", { field: "title" });
    if (texts.length === 0) return refused("field_invalid", { field: "text" });
    return ok({ title: edit.title.trim(), shortcut: edit.shortcut.replace(/^\//, "").trim(), texts });
  };
  return {
    savedReplies: async (conversation, text, language) => {
      const of = clinic.find(conversation);
      if (!of) return refused("not_found");
      const typed = text.trim().toLowerCase();
      const fitting = clinic.saved.filter((one) => `${one.shortcut} ${one.title}`.toLowerCase().includes(typed));
      return ok(
        fitting.map((one) => {
          const wanted = [languageOf(of), language, "en"];
          const chosen =
            wanted.map((code) => one.texts.find((text) => text.language === code)).find(Boolean) ?? one.texts[0];
          return {
            id: one.id,
            title: one.title,
            shortcut: one.shortcut,
            language: chosen?.language ?? "en",
            pieces: pieces(chosen?.body ?? "", valuesFor(of.nameIsHandle ? undefined : of.name, clinic)),
          };
        }),
      );
    },
    savedReplyPreview: async (_, body) =>
      ok(
        pieces(body, {
          ...valuesFor("Mara Lindqvist", clinic),
          practitioner: "Dr Okafor",
          next_appointment: "14:20",
        }),
      ),
    savedReplyList: async () => ok(clinic.saved),
    savedReplyAdd: async (edit) => {
      const words = written(edit);
      if (words.status === "error") return words;
      const made = { ...words.data, id: nextId("saved"), used: 0 };
      clinic.saved.push(made);
      return ok(made);
    },
    savedReplyEdit: async (id, edit) => {
      const words = written(edit);
      if (words.status === "error") return words;
      const known = clinic.saved.find((one) => one.id === id);
      if (!known) return refused("not_found");
      Object.assign(known, words.data);
      return ok(known);
    },
    savedReplyRemove: async (ids) => {
      removed = [...removed, ...clinic.saved.filter((one) => ids.includes(one.id))];
      clinic.saved = clinic.saved.filter((one) => !ids.includes(one.id));
      return ok(null);
    },
    savedReplyUndo: async (ids) => {
      clinic.saved = [...clinic.saved, ...removed.filter((one) => ids.includes(one.id))];
      removed = removed.filter((one) => !ids.includes(one.id));
      return ok(null);
    },
    savedReplyOrder: async (ids) => {
      clinic.saved.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return ok(null);
    },
    savedReplyUsed: async (id) => {
      const known = clinic.saved.find((one) => one.id === id);
      if (known) known.used += 1;
      return ok(null);
    },
    savedReplyStarter: async () => {
      const made = startingReplies();
      clinic.saved.push(...made);
      return ok(made.map((one) => one.id));
    },
  };
}
