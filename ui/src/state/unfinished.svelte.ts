/**
 * What somebody began to write in a form and has neither saved nor given up, by what it is about.
 *
 * Holds: it is there again when the form is opened again, whatever took the form away (another screen, another
 * conversation, Esc); it belongs to who wrote it, so whoever sits down next finds their own; saving it or Cancel
 * forgets it, and so does another clinic. A form in which nothing was changed leaves nothing behind. It lives in memory
 * only: a crash costs the form, never what was saved. Refused: asking whether it may be thrown away.
 */
import { SvelteMap } from "svelte/reactivity";
import { app } from "./app.svelte";

type Begun = { value: object; words: () => string; at: string };

class Unfinished {
  readonly #all = new SvelteMap<string, Begun>();

  #mine(what: string): string {
    return `${app.clinic?.staff.id ?? ""} ${what}`;
  }

  /** What whoever sits here began. */
  of<T extends object>(what: string): T | undefined {
    return this.#all.get(this.#mine(what))?.value as T | undefined;
  }

  /** What the fields of a form are bound to: what was begun before, else `start`. */
  begin<T extends object>(what: string, start: T, words?: () => string): T {
    const known = this.of<T>(what);
    if (known) return known;
    const value = $state(start);
    const said = words ?? (() => JSON.stringify(value));
    this.#all.set(this.#mine(what), { value, words: said, at: said() });
    return value;
  }

  /** It was saved, or somebody gave it up. */
  end(value: object | undefined): void {
    for (const [key, one] of this.#all) if (one.value === value) this.#all.delete(key);
  }

  /** Its form goes away: nothing is kept where nothing was changed. */
  rest(value: object | undefined): void {
    for (const [key, one] of this.#all) if (one.value === value && one.words() === one.at) this.#all.delete(key);
  }

  /** Another clinic is opened. */
  forget(): void {
    this.#all.clear();
  }
}

export const unfinished = new Unfinished();
