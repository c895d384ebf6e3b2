/**
 * Short words at the bottom after an act, most with a way back. They are read out politely, never take the focus, and
 * stay long enough to be read; with a way back they stay longer.
 */
export type Toast = { id: number; words: string; trouble: boolean; act?: { words: string; run: () => void } };

class Toasts {
  shown = $state.raw<Toast[]>([]);
  #next = 1;

  say(words: string, act?: Toast["act"]): void {
    this.#add({ id: this.#next++, words, trouble: false, act });
  }

  trouble(words: string, act?: Toast["act"]): void {
    this.#add({ id: this.#next++, words, trouble: true, act });
  }

  drop(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  #add(toast: Toast): void {
    this.shown = [...this.shown.slice(-2), toast];
    setTimeout(() => this.drop(toast.id), toast.act || toast.trouble ? 10_000 : 5_000);
  }
}

export const toasts = new Toasts();
