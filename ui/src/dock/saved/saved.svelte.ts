/**
 * The list of saved replies above the dock: what was typed after `/`, what fits, which one is meant.
 *
 * Holds: an answer to an older question is thrown away; Enter and Tab take what answers the letters that stand there, and
 * wait for it where it is not there yet; Esc closes the list and keeps the text; nothing is put into the
 * field but by a person's key or click.
 */
import { errorWords } from "../../i18n/errors";
import { currentLanguage, t } from "../../i18n/i18n.svelte";
import { platform } from "../../platform/context";
import { announcer } from "../../state/announcer.svelte";
import { conversation } from "../../state/conversation.svelte";
import { toasts } from "../../state/toasts.svelte";
import type { SavedReplyView } from "../../wire/bindings";

/** What is being looked for: the words after a `/` at the start, or everything, to be put in at the cursor. */
type Wanted = { is: "typed" } | { is: "at_cursor" };

class SavedReplies {
  open = $state(false);
  typed = $state("");
  found = $state.raw<readonly SavedReplyView[]>([]);
  at = $state(0);
  /** Whether any question was answered since it was opened. */
  answered = $state(false);
  wanted: Wanted = { is: "typed" };
  /** Puts the chosen one into the field; set by the field while it is shown. */
  take: ((reply: SavedReplyView) => void) | undefined;
  /** Esc was pressed on this text: it stays closed until the text begins anew. */
  #declined = false;
  #asked = 0;
  #answeredTo = 0;
  /** Enter was pressed before the list for these letters was there. */
  #pressed = false;

  readonly chosen = $derived(this.found[this.at]);

  /** The field's text changed. */
  heard(text: string): void {
    const slash = /^\/([^\n]{0,60})$/.exec(text);
    if (!slash) {
      this.#declined = false;
      this.close();
      return;
    }
    if (this.#declined) return;
    this.wanted = { is: "typed" };
    void this.#ask(slash[1] ?? "");
  }

  /** Everything, to be put in where the cursor is. */
  offer(): void {
    this.wanted = { is: "at_cursor" };
    void this.#ask("");
  }

  async #ask(typed: string): Promise<void> {
    const id = conversation.id;
    if (!id) return;
    this.#asked += 1;
    this.#pressed = false;
    const asked = this.#asked;
    if (!this.open) this.answered = false;
    this.open = true;
    this.typed = typed;
    const answer = await platform().commands.savedReplies(id, typed, currentLanguage());
    if (asked !== this.#asked || id !== conversation.id) return;
    if (answer.status === "error") {
      this.close();
      toasts.trouble(errorWords(answer.error));
      return;
    }
    this.found = answer.data;
    this.at = 0;
    this.answered = true;
    this.#answeredTo = asked;
    if (this.#pressed) {
      this.choose();
      return;
    }
    announcer.say(t("saved-found", { n: answer.data.length }));
  }

  move(by: number): void {
    const n = this.found.length;
    if (n > 0) this.at = (this.at + by + n) % n;
  }

  /** Takes the chosen one by a key, once the list is that for the letters; false when there is nothing to take. */
  press(): boolean {
    if (this.#answeredTo === this.#asked) return this.choose();
    this.#pressed = this.open;
    return this.#pressed;
  }

  choose(reply: SavedReplyView | undefined = this.chosen): boolean {
    if (!this.open || !reply || !this.take) return false;
    const take = this.take;
    this.close();
    take(reply);
    void platform().commands.savedReplyUsed(reply.id);
    return true;
  }

  decline(): void {
    this.#declined = true;
    this.close();
  }

  close(): void {
    this.#asked += 1;
    this.#pressed = false;
    this.open = false;
    this.found = [];
    this.at = 0;
  }
}

export const saved = new SavedReplies();
