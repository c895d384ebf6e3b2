/**
 * Enter in a field whose list is asked for with every letter.
 *
 * Holds: what Enter chooses belongs to what is typed. A press that comes before the answer waits for it and chooses
 * then; typing on takes the press back. Refused: choosing from the list that still stands there, because it answers
 * shorter words.
 */
import { untrack } from "svelte";

export class Enter {
  #pressed = $state(false);

  /** `settled`: the list belongs to what is typed. To be made while the piece with the field is. */
  constructor(settled: () => boolean, choose: () => void) {
    $effect(() => {
      if (!this.#pressed || !settled()) return;
      this.#pressed = false;
      untrack(choose);
    });
  }

  press(): void {
    this.#pressed = true;
  }

  /** Something else was typed. */
  takeBack(): void {
    this.#pressed = false;
  }
}
