/** The labels there are, and the people who can be given something. Read again when the core says that they are old. */
import { feed } from "../feed/feed";
import { platform } from "../platform/context";
import type { LabelView, StaffView } from "../wire/bindings";

class Labels {
  all = $state.raw<readonly LabelView[]>([]);
  staff = $state.raw<readonly StaffView[]>([]);

  /** Reads them and follows the news; the answer stops it. */
  start(): () => void {
    void this.read();
    void this.readStaff();
    return feed.listen({
      stale: (topics) => {
        if (topics.includes("labels")) void this.read();
        if (topics.includes("staff")) void this.readStaff();
      },
      resync: () => {
        void this.read();
        void this.readStaff();
      },
    });
  }

  async read(): Promise<void> {
    const answer = await platform().commands.labels();
    if (answer.status === "ok") this.all = answer.data;
  }

  async readStaff(): Promise<void> {
    const answer = await platform().commands.staffList();
    if (answer.status === "ok") this.staff = answer.data.filter((one) => one.left_at === null);
  }

  /** The labels of a conversation, in their order. */
  of(ids: readonly string[]): LabelView[] {
    return this.all.filter((one) => ids.includes(one.id));
  }
}

export const labels = new Labels();
