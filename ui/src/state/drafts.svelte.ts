/**
 * What was typed and not sent, for every conversation that was open.
 *
 * Holds: what is on the screen is the newest; the core's copy follows within half a second, and at once when the
 * conversation is left or the window goes away, so that a crash costs at most the last word. Words that come from the
 * core never replace words that were typed here and are not saved yet.
 */
import { platform } from "../platform/context";
import type { DraftFile, DraftView } from "../wire/bindings";

const WAIT = 400;

export class Draft {
  reply = $state("");
  note = $state("");
  quote = $state<string | null>(null);
  files = $state.raw<readonly DraftFile[]>([]);
  /** Typed here and not yet kept by the core. */
  dirty = false;
  timer: ReturnType<typeof setTimeout> | undefined;

  constructor(from: DraftView) {
    this.load(from);
  }

  load(from: DraftView): void {
    this.reply = from.reply;
    this.note = from.note;
    this.quote = from.quote;
    this.files = from.files;
    this.dirty = false;
  }
}

class Drafts {
  #kept = new Map<string, Draft>();
  /** The draft of the open conversation. */
  open = $state.raw<Draft | undefined>(undefined);

  /** The open conversation's draft. Words that were typed here since the start are never older than the core's. */
  take(id: string, from: DraftView): void {
    const known = this.#kept.get(id);
    if (known) {
      known.files = from.files;
      this.open = known;
      return;
    }
    const fresh = new Draft(from);
    this.#kept.set(id, fresh);
    this.open = fresh;
  }

  /** News about the dock: files are the core's, words are ours while the conversation is open. */
  hear(id: string, from: DraftView): void {
    const known = this.#kept.get(id);
    if (known) known.files = from.files;
  }

  /** Something was typed: keep it soon. */
  changed(id: string): void {
    const draft = this.#kept.get(id);
    if (!draft) return;
    draft.dirty = true;
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => this.keep(id), WAIT);
  }

  /** Hands the words over now. */
  keep(id: string | undefined): void {
    const draft = id === undefined ? undefined : this.#kept.get(id);
    if (!id || !draft?.dirty) return;
    clearTimeout(draft.timer);
    draft.dirty = false;
    const { reply, note, quote } = draft;
    void platform()
      .commands.draftSave({ conversation: id, reply, note, quote })
      .then((answer) => {
        // Not kept (disk full, say): the words stay here and are handed over again with the next letter.
        if (answer.status === "error") draft.dirty = true;
      });
  }

  keepAll(): void {
    for (const id of this.#kept.keys()) this.keep(id);
  }

  /** The reply went out: nothing of it stays, the note does. */
  sent(id: string): void {
    const draft = this.#kept.get(id);
    if (!draft) return;
    clearTimeout(draft.timer);
    draft.reply = "";
    draft.quote = null;
    draft.files = [];
    if (draft.note !== "") this.changed(id);
    else draft.dirty = false;
  }

  /** Shows exactly this, for a message that was taken back into the dock. */
  replace(id: string, from: DraftView): void {
    const draft = this.#kept.get(id);
    if (!draft) return;
    clearTimeout(draft.timer);
    draft.load(from);
  }

  /** Keeps everything whenever the window is left; the answer stops that. */
  watchLeaving(): () => void {
    const leave = () => this.keepAll();
    addEventListener("blur", leave);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      removeEventListener("blur", leave);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    };
  }

  /** Forgets everything, when another clinic is opened. */
  forget(): void {
    this.#kept.clear();
    this.open = undefined;
  }
}

export const drafts = new Drafts();
