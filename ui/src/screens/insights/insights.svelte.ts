/**
 * What Insights shows: the days, the channel, the figures.
 *
 * Holds: an answer to an older question is thrown away; while the core counts, it is asked again every second, and what
 * is counted stays on the screen. Asking the same again takes nothing from the slow answers that were read. Nothing is kept of a conversation but the way to it.
 */
import { platform } from "../../platform/context";
import type {
  ChannelName,
  InsightsRange,
  InsightsTable,
  InsightsView,
  SlowAnswer,
  WireError,
} from "../../wire/bindings";

/** While it counts, and afterwards. */
const SOON = 1_000;
const LATER = 60_000;

export const lengths = [7, 28, 90] as const;

export class Insights {
  range = $state.raw<InsightsRange>({ is: "days", days: 28 });
  channel = $state<ChannelName | null>(null);
  view = $state.raw<InsightsView | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);
  tables = $state(false);
  /** Slow answers beyond those of the view, and where more are. */
  slowest = $state.raw<SlowAnswer[] | undefined>(undefined);
  more = $state<string | null>(null);

  /** How often the figures were asked for. */
  #asked = 0;
  /** How often other days or another channel were chosen: what the slow answers belong to. */
  #question = 0;
  /** The question of which a page is being read. */
  #reading: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get counting(): boolean {
    return this.view !== undefined && this.view.progress.done < this.view.progress.of;
  }

  /** Asks until the answer is called. */
  start(): () => void {
    void this.load();
    return () => {
      this.#asked += 1;
      this.#question += 1;
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    clearTimeout(this.#timer);
    const answer = await platform().commands.insights(this.range, this.channel);
    if (asked !== this.#asked) return;
    if (answer.status === "ok") {
      this.view = answer.data;
      this.error = undefined;
    } else {
      // What was there stays; the tables do too.
      this.error = answer.error;
    }
    this.#timer = setTimeout(() => void this.load(), this.counting || !this.view ? SOON : LATER);
  }

  choose(change: { range?: InsightsRange; channel?: ChannelName | null }): void {
    if (change.range) this.range = change.range;
    if (change.channel !== undefined) this.channel = change.channel;
    this.#question += 1;
    this.slowest = undefined;
    this.more = null;
    void this.load();
  }

  /** The next page of slow answers; once, however often it is pressed. */
  async readSlowest(): Promise<void> {
    const question = this.#question;
    if (this.#reading === question) return;
    this.#reading = question;
    const answer = await platform().commands.insightsSlowest(this.range, this.channel, this.more);
    if (question !== this.#question) return;
    this.#reading = undefined;
    if (answer.status === "error") {
      this.error = answer.error;
      return;
    }
    this.slowest = [...(this.more === null ? [] : (this.slowest ?? [])), ...answer.data.rows];
    this.more = answer.data.next;
  }

  /** Writes a table; the path or what went wrong. */
  save(table: InsightsTable) {
    return platform().commands.insightsExport(this.range, this.channel, table);
  }
}
