/** Words for a screen reader only, said once and politely. */
import { untrack } from "svelte";

class Announcer {
  words = $state("");

  say(words: string): void {
    // The same words twice in a row are news too; an invisible difference makes them be read again.
    // Whoever speaks does not listen: reading what was said last must not make an effect run again.
    const last = untrack(() => this.words);
    this.words = words === last ? `${words}\u00a0` : words;
  }
}

export const announcer = new Announcer();
