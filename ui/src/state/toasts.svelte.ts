/**
 * Short words at the bottom after an act, most with a way back. They are read out politely, never take the focus, and
 * stay long enough to be read; with a way back they stay longer, and as long as somebody is in them.
 */
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";

type Toast = {
  id: number;
  at: number;
  words: string;
  trouble: boolean;
  act?: { words: string; run: () => void };
};

class Toasts {
  shown = $state.raw<Toast[]>([]);
  /** Whether the focus is in them; told by whatever shows them. */
  held: (() => boolean) | undefined;
  #next = 1;

  say(words: string, act?: Toast["act"]): void {
    this.#add({ id: this.#next++, at: platform().now(), words, trouble: false, act });
  }

  trouble(words: string, act?: Toast["act"]): void {
    this.#add({ id: this.#next++, at: platform().now(), words, trouble: true, act });
  }

  /** The newest way back that is shown. */
  get undoable(): Toast | undefined {
    return this.shown.findLast((one) => one.act?.words === t("undo"));
  }

  /** Goes the newest way back that is shown, as if its button was pressed; false when there is none. */
  undo(): boolean {
    const toast = this.undoable;
    if (!toast) return false;
    this.drop(toast.id);
    toast.act?.run();
    return true;
  }

  drop(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  #add(toast: Toast): void {
    this.shown = [...this.shown.slice(-2), toast];
    this.#dropIn(toast.act || toast.trouble ? 10_000 : 5_000, toast.id);
  }

  #dropIn(time: number, id: number): void {
    setTimeout(() => (this.held?.() ? this.#dropIn(1_000, id) : this.drop(id)), time);
  }
}

export const toasts = new Toasts();
