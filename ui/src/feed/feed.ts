/**
 * Hears the core's news and hands each piece to whoever shows it.
 *
 * Holds: batches are numbered; a hole means that one was lost, and everybody reads again instead of showing a list that
 * may be wrong. Refused: patching past a hole (a row could stay that is long gone).
 */
import type { Platform } from "../platform/platform";
import type { FeedBatch, FeedItem, StaleTopic } from "../wire/bindings";

type Of<K extends FeedItem["is"]> = Extract<FeedItem, { is: K }>;

export interface Listener {
  inbox?(news: Of<"inbox">): void;
  timeline?(news: Of<"timeline">): void;
  status?(news: Of<"status">): void;
  stale?(topics: readonly StaleTopic[]): void;
  /** Something was missed: read again. */
  resync?(): void;
}

export class Feed {
  #listeners = new Set<Listener>();
  #last: number | undefined;
  #stop: (() => void) | undefined;

  async start(platform: Platform): Promise<void> {
    this.stop();
    this.#stop = await platform.onFeed((batch) => this.hear(batch));
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#last = undefined;
  }

  /** Hears news until the answer is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hear(batch: FeedBatch): void {
    // Outside the series: the core has ended and nothing follows.
    if (batch.number === 0) {
      for (const item of batch.items) this.#tell(item);
      return;
    }
    const hole = this.#last !== undefined && batch.number !== this.#last + 1;
    this.#last = batch.number;
    if (hole) {
      for (const listener of this.#listeners) listener.resync?.();
      return;
    }
    for (const item of batch.items) this.#tell(item);
  }

  #tell(item: FeedItem): void {
    for (const listener of this.#listeners) {
      switch (item.is) {
        case "inbox":
          listener.inbox?.(item);
          break;
        case "timeline":
          listener.timeline?.(item);
          break;
        case "status":
          listener.status?.(item);
          break;
        case "stale":
          listener.stale?.(item.topics);
          break;
        case "resync":
          listener.resync?.();
          break;
      }
    }
  }
}

export const feed = new Feed();
