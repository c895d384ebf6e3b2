/**
 * The list: which queue, its rows, the counts, and what is chosen.
 *
 * Holds: the order is the core's. A list that could not be patched is read again as a whole; until then the old rows
 * stay, because a slightly old list helps more than an empty one. News that arrive while an answer is under way may be
 * older or newer than it, so the list is then read once more.
 */
import { SvelteSet } from "svelte/reactivity";
import { applyRowPatches } from "../feed/apply";
import { feed } from "../feed/feed";
import { platform } from "../platform/context";
import type { InboxCounts, InboxFilter, InboxRow, OwnerFilter, Queue, WireError } from "../wire/bindings";
import { recall, remember } from "./memory";
import { turnToInbox, watchRows } from "./watching";

const PAGE = 60;
/** Rows of every further page: somebody goes down the list, and a held key takes thirty rows a second. */
const MORE = 180;
/** How many rows below are fetched ahead: two seconds of a held key, and more than a turn of the wheel. */
export const AHEAD = 60;
/** How long, in milliseconds, the rows of the list before may stay while another one is being read. */
const STAYS = 200;
/** The queues, in the order of the sidebar. */
export const queues: readonly Queue[] = [
  "waiting",
  "mentioned",
  "snoozed",
  "scheduled",
  "not_sent",
  "answered",
  "done",
  "all",
  "spam",
];

export const anyone: OwnerFilter = { is: "anyone" };

/** A whole queue. */
export function whole(queue: Queue): InboxFilter {
  return { queue, channel: null, owner: anyone, label: null, new_patients: false };
}

export function sameOwner(a: OwnerFilter, b: OwnerFilter): boolean {
  return a.is === b.is && (a.is !== "staff" || b.is !== "staff" || a.id === b.id);
}

export function sameFilter(a: InboxFilter, b: InboxFilter): boolean {
  return (
    a.queue === b.queue &&
    a.channel === b.channel &&
    a.label === b.label &&
    a.new_patients === b.new_patients &&
    sameOwner(a.owner, b.owner)
  );
}

class Inbox {
  filter = $state.raw<InboxFilter>(whole("waiting"));
  rows = $state.raw<readonly InboxRow[]>([]);
  counts = $state.raw<InboxCounts>({
    waiting: 0,
    unopened: 0,
    mine: 0,
    nobodys: 0,
    snoozed: 0,
    scheduled: 0,
    not_sent: 0,
    unclear: 0,
    longest_since: null,
    mentions: 0,
  });
  next = $state<string | null>(null);
  loaded = $state(false);
  error = $state.raw<WireError | undefined>(undefined);
  /** What something is to be done with, together. Rows that leave the list are selected no longer. */
  readonly selected = new SvelteSet<string>();
  /** The conversation that is open, whether its row is in this list or not. */
  chosen = $state<string | undefined>(undefined);

  /** The list to show; until it is read, the one before stays as it is, with its name. */
  #wanted = this.filter;
  #asked = 0;
  #reading = false;
  #overtaken = false;
  /** For which reading of the list the next page is being fetched; a page for an older one holds nobody up. */
  #fetching: number | undefined;

  /** Begins with the queue of last time and follows the news; the answer stops it. */
  start(): () => void {
    const queue = recall("queue") as Queue | undefined;
    this.#wanted = whole(queue && queues.includes(queue) ? queue : "waiting");
    this.filter = this.#wanted;
    void this.#read();
    return feed.listen({
      inbox: (news) => {
        this.counts = news.counts;
        if (this.#reading) {
          if (sameFilter(news.filter, this.#wanted)) this.#overtaken = true;
          return;
        }
        if (!sameFilter(news.filter, this.filter)) return;
        const patched = applyRowPatches(this.rows, news.patches);
        if (patched) this.#hold(patched);
        else void this.#read();
      },
      resync: () => this.#readAgain(),
    });
  }

  /** Another queue, whole; or the same one narrowed in another way. */
  show(filter: InboxFilter): void {
    remember("queue", filter.queue);
    this.#wanted = filter;
    this.selected.clear();
    // Nobody misses what is empty, and it would be said of the wrong list.
    if (this.rows.length === 0) this.#turn();
    void this.#read();
  }

  /** Turns to the wanted list, whose rows are not here yet. */
  #turn(): void {
    this.filter = this.#wanted;
    this.rows = [];
    this.next = null;
    this.loaded = false;
  }

  /** Reads the list again, as many rows as it held. */
  reload(): Promise<void> {
    return this.#read();
  }

  async more(): Promise<void> {
    if (this.#fetching === this.#asked || this.next === null || this.#turns()) return;
    const [asked, filter, after] = [this.#asked, this.filter, this.next];
    this.#fetching = asked;
    const answer = await platform().commands.inboxMore(filter, after, MORE);
    if (asked !== this.#asked || filter !== this.filter) return;
    this.#fetching = undefined;
    if (answer.status === "error") return;
    const known = new Set(this.rows.map((row) => row.id));
    this.rows = [...this.rows, ...answer.data.rows.filter((row) => !known.has(row.id))];
    this.next = answer.data.next;
    void watchRows(this.rows.length);
  }

  /** Another list than the one that is shown is being read. */
  #turns(): boolean {
    return !sameFilter(this.#wanted, this.filter);
  }

  /** The row after this one, or the one before at the end of the list. Among those who wait, only who waits. */
  neighbour(id: string, without: readonly string[] = []): InboxRow | undefined {
    const here = this.rows.find((row) => row.id === id);
    const waits = (row: InboxRow) => row.group === "waiting" || (row.group === "pinned" && row.waiting_since !== null);
    const some = this.rows.filter(
      (row) => row.id === id || (!without.includes(row.id) && (this.filter.queue !== "waiting" || waits(row))),
    );
    if (!here) return some[0];
    const at = some.indexOf(here);
    return some[at + 1] ?? some[at - 1];
  }

  /** The row after the chosen one, or before it; the first when what is chosen is not in this list. */
  beside(step: 1 | -1): InboxRow | undefined {
    const at = this.rows.findIndex((row) => row.id === this.chosen);
    if (at + step > this.rows.length - AHEAD) void this.more();
    return at < 0 ? this.rows[0] : this.rows[at + step];
  }

  #hold(rows: readonly InboxRow[]): void {
    this.rows = rows;
    if (this.selected.size === 0) return;
    const here = new Set(rows.map((row) => row.id));
    for (const id of this.selected) if (!here.has(id)) this.selected.delete(id);
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
    const filter = this.#wanted;
    const limit = this.#turns() ? PAGE : Math.max(PAGE, this.rows.length);
    const long = setTimeout(() => {
      if (asked === this.#asked && this.#turns()) this.#turn();
    }, STAYS);
    const answer = await platform().commands.inboxOpen(filter, limit, turnToInbox(filter, limit));
    clearTimeout(long);
    if (asked !== this.#asked) return;
    if (this.#turns()) this.#turn();
    this.#reading = false;
    this.loaded = true;
    if (this.#overtaken) void this.#read();
    if (answer.status === "error") {
      this.error = answer.error;
      return;
    }
    this.error = undefined;
    this.#hold(answer.data.rows);
    this.counts = answer.data.counts;
    this.next = answer.data.next;
  }
}

export const inbox = new Inbox();
