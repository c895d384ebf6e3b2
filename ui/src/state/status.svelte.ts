/** The bar at the bottom, as the core last told it. */
import { feed } from "../feed/feed";
import { platform } from "../platform/context";
import type { StatusBar } from "../wire/bindings";

class Status {
  bar = $state.raw<StatusBar | undefined>(undefined);

  start(): () => void {
    const read = async () => {
      const answer = await platform().commands.status();
      if (answer.status === "ok") this.bar = answer.data;
    };
    void read();
    return feed.listen({
      status: (news) => {
        this.bar = news.bar;
      },
      resync: () => void read(),
    });
  }
}

export const status = new Status();
