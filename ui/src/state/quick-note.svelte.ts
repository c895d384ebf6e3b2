/**
 * The quick note: about whoever is calling, from anywhere, without leaving what one is doing.
 *
 * Holds: it touches no draft and opens no conversation; its words stay until they are kept with somebody, also when it
 * is closed, belong to who wrote them, and go when another clinic is opened. Whom it is about is asked anew each time it opens and never changes
 * by itself while it is open.
 */
import { platform } from "../platform/context";
import type { WireError } from "../wire/bindings";
import { conversation } from "./conversation.svelte";
import { unfinished } from "./unfinished.svelte";

const WORDS = "quick-note";

export type About = {
  conversation: string;
  name: string;
  /** How we come to them; the time of a call. */
  how: { is: "calling"; since: number } | { is: "here" } | { is: "chosen" };
};

class QuickNote {
  open = $state(false);
  about = $state.raw<About | undefined>(undefined);
  /** The core has said who is calling. */
  asked = $state(false);
  error = $state.raw<WireError | undefined>(undefined);
  #keeping = false;
  #round = 0;

  get words(): string {
    return unfinished.of<{ text: string }>(WORDS)?.text ?? "";
  }

  set words(text: string) {
    unfinished.begin(WORDS, { text: "" }).text = text;
  }

  /** Opens it and asks who is calling; where nobody is, it is about the open conversation, if there is one. */
  async show(): Promise<void> {
    if (this.open) return;
    this.open = true;
    this.asked = false;
    this.error = undefined;
    const { id, head } = conversation;
    this.about = id && head ? { conversation: id, name: head.name, how: { is: "here" } } : undefined;
    const round = ++this.#round;
    const answer = await platform().commands.callingNow();
    if (round !== this.#round) return;
    this.asked = true;
    // Whoever chose somebody meanwhile meant them.
    if (answer.status !== "ok" || answer.data === null || this.about?.how.is === "chosen") return;
    const { conversation: with_, name, since } = answer.data;
    this.about = { conversation: with_, name, how: { is: "calling", since } };
  }

  choose(with_: string, name: string): void {
    this.about = { conversation: with_, name, how: { is: "chosen" } };
  }

  close(): void {
    this.open = false;
    this.#round += 1;
  }

  /** Keeps the note; answers with whom, or nothing when it could not be kept. */
  async keep(): Promise<string | undefined> {
    const { about } = this;
    const words = this.words.trim();
    if (!about || words === "" || this.#keeping) return undefined;
    this.#keeping = true;
    const answer = await platform().commands.noteAdd(about.conversation, words);
    this.#keeping = false;
    if (answer.status === "error") {
      this.error = answer.error;
      return undefined;
    }
    this.words = "";
    this.close();
    return about.name;
  }
}

export const quickNote = new QuickNote();
