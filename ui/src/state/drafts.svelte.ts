/**
 * What was typed and not sent, for every conversation that was open.
 *
 * Holds: what is on the screen is the newest; the core's copy follows within half a second, and at once when the
 * conversation is left or the window goes away, so that a crash costs at most the last word. Words that come from the
 * core never replace words that were typed here and are not saved yet, and what is sent takes only itself away. Each
 * draft is of one person: whoever sits down gets their own, and letters of the one before go on being kept as theirs.
 */
import { platform } from "../platform/context";
import type { DraftFile, DraftView, SendLater } from "../wire/bindings";
import { app } from "./app.svelte";

const WAIT = 400;

/** What was handed over: the words as they stood, unchanged, and what went with them. */
export type Was = { reply: string; quote: string | null; files: readonly string[] };

/** What of a field was not in it yet when its words were handed over. Words that were changed since then all stay. */
function typedSince(was: string, stands: string): string {
  return stands.startsWith(was) ? stands.slice(was.length).trimStart() : stands;
}

export class Draft {
  reply = $state("");
  note = $state("");
  quote = $state<string | null>(null);
  files = $state.raw<readonly DraftFile[]>([]);
  /** Who types it: the words stay theirs, also when somebody else has sat down before they are kept. */
  readonly by = app.clinic?.staff.id ?? null;
  /** When it is to leave, after a scheduled reply was taken back to be edited. Kept with the words. */
  later = $state.raw<SendLater | null>(null);
  /** Typed here and not yet kept by the core. */
  dirty = false;
  /** The core could not keep it. */
  refused = false;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The last hand-over to the core; over when its answer is here. */
  keeping: Promise<void> = Promise.resolve();

  constructor(
    readonly conversation: string,
    from: DraftView,
  ) {
    this.load(from);
  }

  load(from: DraftView): void {
    this.reply = from.reply;
    this.note = from.note;
    this.quote = from.quote;
    this.files = from.files;
    this.later = from.later;
    this.dirty = false;
  }
}

class Drafts {
  /** By who writes and where. */
  #kept = new Map<string, Draft>();
  /** The draft of the open conversation. */
  open = $state.raw<Draft | undefined>(undefined);

  #key(id: string): string {
    return `${app.clinic?.staff.id ?? ""} ${id}`;
  }

  #of(id: string): Draft | undefined {
    return this.#kept.get(this.#key(id));
  }

  /** The open conversation's draft. Words that were typed here since the start are never older than the core's. */
  take(id: string, from: DraftView): void {
    const known = this.#of(id);
    if (known) {
      known.files = from.files;
      this.open = known;
      return;
    }
    const fresh = new Draft(id, from);
    this.#kept.set(this.#key(id), fresh);
    this.open = fresh;
  }

  /** News about the dock: files are the core's, words are ours while the conversation is open. */
  hear(id: string, from: DraftView): void {
    const known = this.#of(id);
    if (known) known.files = from.files;
  }

  /** Something was typed: keep it soon. */
  changed(id: string): void {
    const draft = this.#of(id);
    if (!draft) return;
    draft.dirty = true;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => this.#keep(draft), WAIT);
  }

  /** Hands the words over now. */
  async keep(id: string | undefined): Promise<void> {
    const draft = id === undefined ? undefined : this.#of(id);
    if (draft) await this.#keep(draft);
  }

  async #keep(draft: Draft): Promise<void> {
    if (draft.dirty) draft.keeping = this.#handOver(draft);
    await draft.keeping;
  }

  async #handOver(draft: Draft): Promise<void> {
    clearTimeout(draft.timer);
    draft.dirty = false;
    const { conversation, reply, note, quote, later, by } = draft;
    const answer = await platform().commands.draftSave({ conversation, reply, note, quote, later, by });
    // Not kept (disk full, say): the words stay here and are handed over again with the next letter.
    draft.refused = answer.status === "error";
    if (draft.refused) draft.dirty = true;
  }

  /** Words that the core could not keep. */
  get unkept(): boolean {
    return [...this.#kept.values()].some((draft) => draft.refused);
  }

  async keepAll(): Promise<void> {
    await Promise.all([...this.#kept.values()].map((draft) => this.#keep(draft)));
  }

  /** The reply went out as it stood when Send was pressed. What was typed or added since then stays. */
  sent(id: string, was: Was): void {
    const draft = this.#of(id);
    if (!draft) return;
    draft.reply = typedSince(was.reply, draft.reply);
    if (draft.quote === was.quote) draft.quote = null;
    draft.files = draft.files.filter((file) => !was.files.includes(file.id));
    draft.later = null;
    this.#agree(id, draft);
  }

  /** The note is in the timeline as it stood when it was kept. What was typed since then stays. */
  noted(id: string, was: string): void {
    const draft = this.#of(id);
    if (!draft) return;
    draft.note = typedSince(was, draft.note);
    this.#agree(id, draft);
  }

  /** Shows a message that was taken back into the dock. `was` stood in the field when the core was asked for it. */
  takenBack(id: string, from: DraftView, was: string): void {
    const draft = this.#of(id);
    if (!draft) return;
    const { reply, note } = draft;
    clearTimeout(draft.timer);
    draft.load(from);
    draft.note = note;
    if (reply !== was) draft.reply = [from.reply.slice(0, -was.length || undefined).trimEnd(), reply].join("\n");
    this.#agree(id, draft);
  }

  /** What stands in the field leaves at this time when it is sent; `null`: at once. */
  setLater(id: string, later: SendLater | null): void {
    const draft = this.#of(id);
    if (!draft) return;
    draft.later = later;
    this.#agree(id, draft);
  }

  /** Makes the core's copy what stands here, at once. */
  #agree(id: string, draft: Draft): void {
    draft.dirty = true;
    void this.keep(id);
  }

  /** Keeps everything whenever the window is left; the answer stops that. */
  watchLeaving(): () => void {
    const leave = () => void this.keepAll();
    addEventListener("blur", leave);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      removeEventListener("blur", leave);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    };
  }

  /** Somebody else sits down: what is kept is asked for anew, what is not yet kept stays until it is. */
  turn(): void {
    for (const [key, draft] of this.#kept) if (!draft.dirty) this.#kept.delete(key);
    this.open = undefined;
  }

  /** Forgets everything, when another clinic is opened. */
  forget(): void {
    this.#kept.clear();
    this.open = undefined;
  }
}

export const drafts = new Drafts();
