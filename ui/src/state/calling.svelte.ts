/**
 * A call that was placed from here, until it is over. The desk phone rings first, so the window only tells how far it
 * is; it asks the core every two seconds and stops asking when the call is over or nobody answers the question.
 */
import { errorWords } from "../i18n/errors";
import { platform } from "../platform/context";
import type { CallProgressView } from "../wire/bindings";
import { conversation } from "./conversation.svelte";
import { toasts } from "./toasts.svelte";

const EVERY = 2_000;
/** How long the end of a call stays on the screen. */
const LINGER = 6_000;

class Calling {
  /** The conversation it belongs to. */
  of = $state<string | undefined>(undefined);
  progress = $state.raw<CallProgressView | undefined>(undefined);
  #placing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Places a call in the open conversation. A second press while one is going on does nothing. */
  async place(): Promise<void> {
    const id = conversation.id;
    if (!id || this.#placing || (this.of !== undefined && this.progress?.is !== "over")) return;
    this.#placing = true;
    const answer = await platform().commands.callPlace(id);
    this.#placing = false;
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    this.of = id;
    this.progress = { is: "ringing_desk" };
    this.#later(() => this.#ask(answer.data.call), EVERY);
  }

  /** Takes it off the screen; the call itself goes on. */
  hide(): void {
    clearTimeout(this.#timer);
    this.of = undefined;
    this.progress = undefined;
  }

  async #ask(call: string): Promise<void> {
    const answer = await platform().commands.callProgress(call);
    if (this.of === undefined) return;
    if (answer.status === "error") {
      this.hide();
      return;
    }
    this.progress = answer.data;
    if (answer.data.is === "over") this.#later(() => this.hide(), LINGER);
    else this.#later(() => this.#ask(call), EVERY);
  }

  #later(run: () => void, after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, after);
  }
}

export const calling = new Calling();
