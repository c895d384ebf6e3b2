/** The opening hours on the page: what is typed, what is kept, and the way back to what was kept before. */
import { t } from "../../i18n/i18n.svelte";
import { platform } from "../../platform/context";
import { toasts } from "../../state/toasts.svelte";
import type { HoursView, WireError } from "../../wire/bindings";
import { type Problem, problems } from "./hours";

export class Opening {
  /** What is on the screen; not kept while something in it is wrong. */
  typed = $state.raw<HoursView | undefined>(undefined);
  kept = $state.raw<HoursView | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);

  readonly problems: Map<string, Problem> = $derived(this.typed ? problems(this.typed) : new Map());

  async read(): Promise<void> {
    const answer = await platform().commands.hours();
    if (answer.status === "error") this.error = answer.error;
    else this.typed = this.kept = answer.data;
  }

  /** Something was changed: keeps it if nothing is wrong with it. */
  async change(next: HoursView): Promise<void> {
    this.typed = next;
    if (this.problems.size > 0) return;
    const before = this.kept;
    if (!(await this.#keep(next)) || !before) return;
    toasts.say(t("hours-saved"), { words: t("undo"), run: () => void this.#back(before, next) });
  }

  /** What was there before one change, piece by piece: what was changed after it stays. */
  async #back(before: HoursView, made: HoursView): Promise<void> {
    const now = this.typed ?? made;
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    const to: HoursView = {
      week: now.week.map((day, n) => (same(day, made.week[n]) ? (before.week[n] ?? day) : day)),
      exceptions: same(now.exceptions, made.exceptions) ? before.exceptions : now.exceptions,
    };
    this.typed = to;
    if (this.problems.size === 0) await this.#keep(to);
  }

  async #keep(hours: HoursView): Promise<boolean> {
    const answer = await platform().commands.hoursSave(hours);
    this.error = answer.status === "error" ? answer.error : undefined;
    if (answer.status === "ok") this.kept = hours;
    return answer.status === "ok";
  }
}
