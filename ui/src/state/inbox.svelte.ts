/**
 * The list: which queue, its rows, the counts, and what is chosen.
 *
 * Holds: the order is the core's. A list that could not be patched is read again as a whole; until then the old rows
 * stay, because a slightly old list helps more than an empty one. News that arrive while an answer is under way may be
 * older or newer than it, so the list is then read once more.
 */
import { applyRowPatches } from "../feed/apply";
import { feed } from "../feed/feed";
import { platform } from "../platform/context";
import type { ChannelName, InboxCounts, InboxFilter, InboxRow, Queue, WireError } from "../wire/bindings";
import { recall, remember } from "./memory";
import { watchInbox } from "./watching";

const PAGE = 60;
const queues: readonly Queue[] = ["waiting", "not_sent", "done", "all"];

function sameFilter(a: InboxFilter, b: InboxFilter): boolean {
  return a.queue === b.queue && a.channel === b.channel;
}

class Inbox {
  filter = $state.raw<InboxFilter>({ queue: "waiting", channel: null });
  rows = $state.raw<readonly InboxRow[]>([]);
  counts = $state.raw<InboxCounts>({
    waiting: 0,
    unopened: 0,
    not_sent: 0,
    unclear: 0,
    longest_since: null,
    mentions: 0,
  });
  next = $state<string | null>(null);
  loaded = $state(false);
  error = $state.raw<WireError | undefined>(undefined);
  /** The conversation that is open, whether its row is in this list or not. */
  chosen = $state<string | undefined>(undefined);

  #asked = 0;
  #reading = false;
  #overtaken = false;
  #fetching = false;

  /** Begins with the queue of last time and follows the news; the answer stops it. */
  start(): () => void {
    const queue = recall("queue") as Queue | undefined;
    this.filter = { queue: queue && queues.includes(queue) ? queue : "waiting", channel: null };
    void this.#read();
    return feed.listen({
      inbox: (news) => {
        this.counts = news.counts;
        if (!sameFilter(news.filter, this.filter)) return;
        const patched = this.#reading ? undefined : applyRowPatches(this.rows, news.patches);
        if (patched) this.rows = patched;
        else this.#readAgain();
      },
      resync: () => this.#readAgain(),
    });
  }

  show(queue: Queue, channel: ChannelName | null = this.filter.channel): void {
    remember("queue", queue);
    this.filter = { queue, channel };
    this.rows = [];
    this.loaded = false;
    void this.#read();
  }

  /** Reads the list again, as many rows as it held. */
  reload(): Promise<void> {
    return this.#read();
  }

  async more(): Promise<void> {
    if (this.#fetching || this.next === null) return;
    this.#fetching = true;
    const [asked, filter, after] = [this.#asked, this.filter, this.next];
    const answer = await platform().commands.inboxMore(filter, after, PAGE);
    this.#fetching = false;
    if (asked !== this.#asked || answer.status === "error") return;
    const known = new Set(this.rows.map((row) => row.id));
    this.rows = [...this.rows, ...answer.data.rows.filter((row) => !known.has(row.id))];
    this.next = answer.data.next;
    void watchInbox(this.filter, this.rows.length);
  }

  /** The row after this one, or the one before at the end of the list. */
  neighbour(id: string): InboxRow | undefined {
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) return this.rows[0];
    return this.rows[at + 1] ?? this.rows[at - 1];
  }

  #readAgain(): void {
    if (this.#reading) this.#overtaken = true;
    else void this.#read();
  }

  async #read(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#reading = true;
    this.#overtaken = false;
    const filter = this.filter;
    const limit = Math.max(PAGE, this.rows.length);
    await watchInbox(filter, limit);
    const answer = await platform().commands.inboxOpen(filter, limit);
    if (asked !== this.#asked) return;
    this.#reading = false;
    this.loaded = true;
    if (this.#overtaken) void this.#read();
    if (answer.status === "error") {
      this.error = answer.error;
      return;
    }
    this.error = undefined;
    this.rows = answer.data.rows;
    this.counts = answer.data.counts;
    this.next = answer.data.next;
  }
}

export const inbox = new Inbox();
