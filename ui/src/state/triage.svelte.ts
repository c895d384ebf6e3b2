/**
 * Deciding about conversations, and taking it back.
 *
 * Holds: every decision says in a few words what it did, with a way back; Ctrl+Z takes back the newest one, however long
 * ago its words went away, and Ctrl+Y does it again. Taking back never touches what was decided later; the core sees to
 * that.
 */
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import type { TriageAct } from "../wire/bindings";
import { toasts } from "./toasts.svelte";

type Decision = { ids: readonly string[]; act: TriageAct; name: string };
type Made = Decision & { undo: string; at: number };

/** Decisions after which one turns to the next conversation. */
const leaving = new Set<TriageAct["is"]>(["done", "snooze", "spam", "unopened"]);

/** What was done, for one person by name or for many. */
function words({ ids, act, name }: Decision): string {
  const which = "on" in act ? `${act.is}-${act.on ? "on" : "off"}` : act.is;
  const to = act.is === "assign" && act.to === null ? "nobody" : which;
  return ids.length === 1 ? t(`toast-${to}`, { name }) : t(`toast-many-${to}`, { n: ids.length });
}

class Triage {
  #made: Made[] = [];
  #undone: Decision[] = [];
  /** Called with the one conversation that was brought back by taking a decision back. */
  broughtBack: ((id: string) => void) | undefined;

  /** When the newest decision that can be taken back was made. */
  get newestAt(): number {
    return this.#made.at(-1)?.at ?? 0;
  }

  /** Decides; false when nothing changed. `name` stands in the words when it is about one conversation. */
  async decide(ids: readonly string[], act: TriageAct, name: string): Promise<boolean> {
    this.#undone = [];
    return this.#do({ ids, act, name });
  }

  async #do(decision: Decision): Promise<boolean> {
    const answer = await platform().commands.triage([...decision.ids], decision.act);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return false;
    }
    const { undo } = answer.data;
    if (undo === null) return false;
    const made = { ...decision, undo, at: platform().now() };
    this.#made = [...this.#made.slice(-49), made];
    toasts.say(words(decision), { words: t("undo"), run: () => void this.#takeBack(made) });
    return true;
  }

  /** Takes the newest decision back; false when there is none. */
  undo(): boolean {
    const newest = this.#made.at(-1);
    if (!newest) return false;
    void this.#takeBack(newest);
    return true;
  }

  /** Decides again what was taken back last; false when there is nothing. */
  redo(): boolean {
    const last = this.#undone.at(-1);
    if (!last) return false;
    this.#undone = this.#undone.slice(0, -1);
    void this.#do(last);
    return true;
  }

  /** Forgets what could be taken back, when another clinic is opened. */
  forget(): void {
    this.#made = [];
    this.#undone = [];
  }

  async #takeBack(made: Made): Promise<void> {
    if (!this.#made.includes(made)) return;
    this.#made = this.#made.filter((one) => one !== made);
    const answer = await platform().commands.triageUndo(made.undo);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    this.#undone = [...this.#undone.slice(-49), made];
    toasts.say(t("toast-undone"));
    const [id] = made.ids;
    if (id !== undefined && made.ids.length === 1 && leaving.has(made.act.is)) this.broughtBack?.(id);
  }
}

export const triage = new Triage();
