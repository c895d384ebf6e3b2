/**
 * What the practice manager looks through: one way of finding at a time, and what was looked through.
 *
 * Holds: an answer to an older question is thrown away; marking is shown at once and has a way back.
 */
import { platform } from "../../platform/context";
import type { ReviewedRow, ReviewFilter, ReviewFinding, StaffView, WireError } from "../../wire/bindings";

export const filters = ["late", "automatic", "words", "sample", "calls"] as const satisfies readonly ReviewFilter[];

export class Review {
  filter = $state<ReviewFilter>("late");
  rows = $state.raw<ReviewFinding[] | undefined>(undefined);
  more = $state(false);
  reviewed = $state.raw<ReviewedRow[]>([]);
  staff = $state.raw<StaffView[]>([]);
  error = $state.raw<WireError | undefined>(undefined);

  #asked = 0;
  /** What is being marked: a key that is held does it once. */
  #marking = new Set<string>();

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { commands } = platform();
    const [queue, history, staff] = await Promise.all([
      commands.reviewQueue(this.filter),
      commands.reviewHistory(),
      commands.staffList(),
    ]);
    if (asked !== this.#asked) return;
    this.error = queue.status === "error" ? queue.error : undefined;
    if (queue.status === "ok") {
      this.rows = queue.data.rows;
      this.more = queue.data.more;
    }
    if (history.status === "ok") this.reviewed = history.data;
    if (staff.status === "ok") this.staff = staff.data.filter((one) => one.left_at === null);
  }

  choose(filter: ReviewFilter): void {
    this.filter = filter;
    this.rows = undefined;
    void this.load();
  }

  /** Marks a conversation as looked through; the id with which that is taken back, and nothing while that is under way. */
  async mark(row: ReviewFinding): Promise<string | WireError | undefined> {
    const key = `${row.conversation} ${row.position}`;
    if (this.#marking.has(key)) return undefined;
    this.#marking.add(key);
    const answer = await platform().commands.reviewMark(row.conversation, row.position, this.filter);
    this.#marking.delete(key);
    if (answer.status === "error") return answer.error;
    // An answer that came meanwhile brought the same finding anew.
    this.rows = this.rows?.filter((one) => one.conversation !== row.conversation || one.position !== row.position);
    void this.load();
    return answer.data;
  }

  async undo(id: string): Promise<WireError | undefined> {
    const answer = await platform().commands.reviewUndo(id);
    await this.load();
    return answer.status === "error" ? answer.error : undefined;
  }

  async comment(row: ReviewFinding, staff: string, text: string): Promise<WireError | undefined> {
    const answer = await platform().commands.reviewComment(row.conversation, staff, text);
    return answer.status === "error" ? answer.error : undefined;
  }
}
