/** Words for a screen reader only, said once and politely. */
class Announcer {
  words = $state("");

  say(words: string): void {
    // The same words twice in a row are news too; an invisible difference makes them be read again.
    this.words = words === this.words ? `${words}\u00a0` : words;
  }
}

export const announcer = new Announcer();
