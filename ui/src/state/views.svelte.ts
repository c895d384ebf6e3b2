/** The lists that staff keep under a name, with how much is in each. */
import { feed } from "../feed/feed";
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import type { SavedView, SavedViewCount } from "../wire/bindings";
import { toasts } from "./toasts.svelte";

/** Counting again more often than this helps nobody. */
const PAUSE = 1_000;

class Views {
  all = $state.raw<readonly SavedViewCount[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads them, and counts again whenever the list changes; the answer stops it. */
  start(): () => void {
    void this.read();
    const soon = () => {
      if (this.all.length === 0 || this.#timer) return;
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        void this.read();
      }, PAUSE);
    };
    const stop = feed.listen({
      inbox: soon,
      stale: (topics) => {
        if (topics.includes("settings") || topics.includes("labels")) void this.read();
      },
      resync: () => void this.read(),
    });
    return () => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      stop();
    };
  }

  async read(): Promise<void> {
    const answer = await platform().commands.savedViews();
    if (answer.status === "ok") this.all = answer.data;
  }

  /** Keeps these instead; false when they cannot be kept. */
  async keep(views: SavedView[]): Promise<boolean> {
    const answer = await platform().commands.savedViewsSave(views);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return false;
    }
    await this.read();
    return true;
  }

  /** Takes one away, with a way back. */
  async remove(name: string): Promise<void> {
    const before = this.all.map((one) => one.view);
    if (!(await this.keep(before.filter((one) => one.name !== name)))) return;
    toasts.say(t("view-removed", { name }), { words: t("undo"), run: () => void this.keep(before) });
  }
}

export const views = new Views();
