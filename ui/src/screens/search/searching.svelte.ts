/**
 * The search behind the palette: asks with every key, shows only the answer to the newest question, and fetches more of
 * the messages on request.
 *
 * Holds: an answer that comes late is thrown away, so the list never belongs to older words than the field; the last
 * list stays until the next one is there, so nothing flickers, and `settled` says that it is no answer yet. Refused: waiting until somebody stops typing; the core
 * answers within a frame.
 */
import { platform } from "../../platform/context";
import type { SearchResults, WireError } from "../../wire/bindings";

export class Searching {
  results = $state.raw<SearchResults | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);
  /** The words that `results` answers. */
  answered = $state("");
  /** The words that were asked for last. */
  #asked = $state("");
  #round = 0;
  #fetching = false;

  /** What is shown answers what is typed. */
  get settled(): boolean {
    return this.#asked === this.answered;
  }

  async ask(words: string): Promise<void> {
    const round = ++this.#round;
    this.#asked = words.trim() === "" ? "" : words;
    if (words.trim() === "") {
      this.results = undefined;
      this.error = undefined;
      this.answered = "";
      return;
    }
    const answer = await platform().commands.search(words, null);
    if (round !== this.#round) return;
    this.answered = words;
    if (answer.status === "ok") {
      this.results = answer.data;
      this.error = undefined;
    } else {
      this.results = undefined;
      this.error = answer.error;
    }
  }

  /** The next page of messages, if there is one. */
  async more(): Promise<void> {
    const shown = this.results;
    if (!shown?.more || this.#fetching) return;
    const round = this.#round;
    this.#fetching = true;
    const answer = await platform().commands.search(this.answered, shown.more);
    this.#fetching = false;
    if (round !== this.#round) return;
    if (answer.status === "ok") {
      const known = new Set(shown.messages.map((one) => `${one.item} ${one.kind}`));
      const fresh = answer.data.messages.filter((one) => !known.has(`${one.item} ${one.kind}`));
      this.results = { ...shown, messages: [...shown.messages, ...fresh], more: answer.data.more };
    } else this.error = answer.error;
  }
}
