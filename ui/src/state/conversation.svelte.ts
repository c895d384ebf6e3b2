/**
 * The open conversation: head, items, dock limits, card.
 *
 * Holds: what was open stays, whole, until the answer about the next one is here, and gives way in one step: nobody
 * sees an empty pane between two conversations. Meanwhile keys are about neither: what is to be done with the open
 * conversation waits for the next one (`settles`), and what is about to go is decided about no more. Only an answer that
 * takes long leaves the pane empty meanwhile. An answer that comes after another conversation was opened is thrown away. News
 * that arrive while the answer is under way are not lost, because the question itself says where the window looks
 * from now on, and news are applied by id. Nothing is put behind items that do not reach the end of the conversation (`newer`), as if nothing lay
 * between.
 */
import { applyTimeline } from "../feed/apply";
import { feed } from "../feed/feed";
import { errorWords } from "../i18n/errors";
import { platform } from "../platform/context";
import type { Answer } from "../platform/platform";
import type {
  ComposerView,
  ConversationHead,
  ConversationView,
  FeedItem,
  PatientCard,
  TimelineItem,
  Watch,
  WireError,
} from "../wire/bindings";
import { drafts } from "./drafts.svelte";
import { inbox } from "./inbox.svelte";
import { remember } from "./memory";
import { toasts } from "./toasts.svelte";
import { turnToConversation, watchNoConversation } from "./watching";

type News = Extract<FeedItem, { is: "timeline" }>;
type Question = (watch: Watch) => Promise<Answer<ConversationView>>;

/** How long, in milliseconds, the conversation before may stay while the next one is being read. */
const STAYS = 200;

class OpenConversation {
  id = $state<string | undefined>(undefined);
  head = $state.raw<ConversationHead | undefined>(undefined);
  items = $state.raw<readonly TimelineItem[]>([]);
  older = $state<string | null>(null);
  /** Later items lie between what is held and the end of the conversation. */
  newer = $state<string | null>(null);
  /** Counts up when somebody wants to be at the end. */
  toTheEnd = $state(0);
  gapBefore = $state<number | null>(null);
  composer = $state.raw<ComposerView | undefined>(undefined);
  card = $state.raw<PatientCard | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);
  /** An item to scroll to, from search or a quote. */
  jumpTo = $state<string | undefined>(undefined);
  /** Counts up whenever a message of the patient arrives in the open conversation. */
  arrived = $state.raw<TimelineItem | undefined>(undefined);

  /** Which is being read and is not shown yet. */
  #coming = $state<string | undefined>(undefined);
  /** Which is to be read after that; of several, the last. */
  #next = $state<string | undefined>(undefined);
  #turning = false;
  #asked = 0;
  #reading = false;
  #early: News[] = [];
  #fetching = false;

  /** The newest question for a conversation; over with its answer, or when another was asked for. */
  #shown: Promise<void> = Promise.resolve();

  /** What is open, or is about to be. */
  get towards(): string | undefined {
    return this.#next ?? this.#coming ?? this.id;
  }

  /** What is shown is what was turned to, also while that is being read anew. */
  get isSettled(): boolean {
    return this.towards === this.id && (this.head !== undefined || !this.#reading);
  }

  /** Ends when what is shown is what was turned to. */
  async settles(): Promise<void> {
    while (!this.isSettled) {
      await this.#shown;
      // With a key held down the next one is asked for a frame later.
      if (!this.isSettled) await new Promise((done) => setTimeout(done, 10));
    }
  }

  start(): () => void {
    return feed.listen({
      timeline: (news) => {
        // The answer under way may have been read before this happened.
        if (this.#reading && news.conversation === (this.#coming ?? this.id)) this.#early.push(news);
        if (news.conversation === this.id && this.head) this.#hear(news);
      },
      stale: (topics) => {
        if (topics.includes("patient_card")) void this.readCard();
      },
      resync: () => {
        void this.stay();
      },
    });
  }

  /** Opens a conversation at its newest item, or around a place found by search. */
  async open(id: string, around?: { position: string; item: string }): Promise<void> {
    this.#next = undefined;
    await this.#open(id, around);
  }

  #open(id: string, around?: { position: string; item: string }): Promise<void> {
    const { commands } = platform();
    const ask = (watch: Watch) =>
      around ? commands.conversationAround(id, around.position, watch) : commands.conversationOpen(id, watch);
    return this.#show(id, ask, around);
  }

  /**
   * Opens a conversation as soon as the one before it is there, for a key that is held down. Of several that are wanted
   * meanwhile only the last is opened: what nobody could have seen does not count as opened.
   */
  async turnTo(id: string): Promise<void> {
    this.#next = id;
    inbox.chosen = id;
    if (this.#turning) return;
    this.#turning = true;
    try {
      while (this.#next !== undefined) {
        const next = this.#next;
        this.#next = undefined;
        await this.#open(next);
        // Each that was opened is seen before the next one is.
        await new Promise((done) => requestAnimationFrame(done));
      }
    } finally {
      this.#turning = false;
    }
  }

  /**
   * What stood open is read without anybody having asked for it: somebody else sat down, the program was started, news
   * were lost on the way. Notes that name whoever is at the desk are not read by that.
   */
  async stay(id = this.towards): Promise<void> {
    if (id) await this.#show(id, (watch) => platform().commands.conversationStays(id, watch));
  }

  #show(id: string, ask: Question, around?: { item: string }): Promise<void> {
    this.#shown = this.#read(id, ask, around);
    return this.#shown;
  }

  async #read(id: string, ask: Question, around?: { item: string }): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#early = [];
    this.#reading = true;
    const again = this.id === id && this.head !== undefined;
    this.#coming = this.id === id ? undefined : id;
    if (this.#next === undefined) inbox.chosen = id;
    remember("conversation", id);
    const long = setTimeout(() => {
      if (asked === this.#asked && this.#coming) this.#turnTo(id);
    }, STAYS);
    const answer = await ask(turnToConversation(id));
    clearTimeout(long);
    if (asked !== this.#asked) return;
    this.#reading = false;
    if (this.#coming) this.#turnTo(id);
    if (answer.status === "error") {
      this.error = answer.error;
      return;
    }
    const view = answer.data;
    this.error = undefined;
    this.items = view.items;
    this.older = view.older;
    this.newer = view.newer;
    this.gapBefore = view.gap_before;
    this.composer = view.composer;
    this.card = view.card;
    this.head = view.head;
    drafts.take(id, view.composer.draft);
    for (const news of this.#early.splice(0)) this.#hear(again ? this.#unknown(news) : news);
    this.jumpTo = around?.item;
  }

  /** From what was open to the next one, whose contents are not here yet. */
  #turnTo(id: string): void {
    void drafts.keep(this.id);
    this.#empty();
    this.id = id;
  }

  /** Lets go of what is shown, without telling anybody; an answer that is under way is not waited for. */
  close(): void {
    this.#asked += 1;
    this.#reading = false;
    this.#next = undefined;
    this.#early = [];
    this.#empty();
  }

  #empty(): void {
    this.id = undefined;
    this.#coming = undefined;
    this.head = undefined;
    this.items = [];
    this.older = null;
    this.newer = null;
    this.gapBefore = null;
    this.composer = undefined;
    this.card = undefined;
    this.error = undefined;
    this.jumpTo = undefined;
    this.arrived = undefined;
  }

  /** Shows that it could not be opened, instead of what was read before. */
  blank(): void {
    const { id, error } = this;
    this.close();
    this.id = id;
    this.error = error;
  }

  /** Turns away from it: nothing is open. */
  leave(): void {
    void drafts.keep(this.id);
    this.close();
    inbox.chosen = undefined;
    void watchNoConversation();
  }

  async showEarlier(): Promise<void> {
    const [id, before] = [this.id, this.older];
    if (!id || before === null || this.#fetching) return;
    this.#fetching = true;
    const answer = await platform().commands.conversationOlder(id, before);
    this.#fetching = false;
    if (id !== this.id) return;
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    const known = new Set(this.items.map((item) => item.id));
    this.items = [...answer.data.items.filter((item) => !known.has(item.id)), ...this.items];
    this.older = answer.data.older;
  }

  async showLater(): Promise<void> {
    const [id, after] = [this.id, this.newer];
    if (!id || after === null || this.#fetching) return;
    this.#fetching = true;
    const answer = await platform().commands.conversationNewer(id, after);
    this.#fetching = false;
    if (id !== this.id || after !== this.newer) return;
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    this.items = applyTimeline(this.items, answer.data.items, []);
    this.newer = answer.data.newer;
  }

  /** Shows the newest, whatever was looked at. */
  async showNewest(): Promise<void> {
    this.toTheEnd += 1;
    if (this.id && this.newer !== null) await this.open(this.id);
  }

  /** Puts an item that the core just answered with where it belongs, ahead of the news about it. */
  put(item: TimelineItem): void {
    // It belongs at the end, and the end is not here.
    if (this.newer !== null) {
      void this.showNewest();
      return;
    }
    // News about it were faster than the answer, and know more: it may have failed already.
    if (this.items.some((one) => one.id === item.id)) return;
    this.items = applyTimeline(this.items, [item], []);
  }

  /** Takes out an item that the core just let go of. */
  drop(id: string): void {
    this.items = applyTimeline(this.items, [], [id]);
  }

  async readCard(): Promise<void> {
    const id = this.id;
    if (!id) return;
    const answer = await platform().commands.patientCard(id);
    if (answer.status === "ok" && id === this.id) this.card = answer.data;
  }

  /** Of news about what stood open already, and which may be older than what was read since: only what is missing. */
  #unknown(news: News): News {
    const { head = news.head, composer = news.composer } = this;
    const known = new Set(this.items.map((item) => item.id));
    return { ...news, put: news.put.filter((item) => !known.has(item.id)), removed: [], head, composer };
  }

  #hear(news: News): void {
    const known = new Set(this.items.map((item) => item.id));
    const fresh = news.put.findLast((item) => !known.has(item.id) && item.body.is === "message" && !item.body.ours);
    this.items = applyTimeline(this.items, news.put, news.removed);
    if (fresh) this.arrived = fresh;
    this.head = news.head;
    this.composer = news.composer;
    drafts.hear(news.conversation, news.composer.draft);
  }
}

export const conversation = new OpenConversation();
