/** The connected accounts and their health, read again whenever the core says that they changed. */
import { feed } from "../../feed/feed";
import { platform } from "../../platform/context";
import type { AccountView, WireError } from "../../wire/bindings";

export class Accounts {
  list = $state.raw<AccountView[] | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);
  #round = 0;

  async read(): Promise<void> {
    const round = ++this.#round;
    const answer = await platform().commands.accounts();
    // A slow answer must not put an older list over a newer one.
    if (round !== this.#round) return;
    if (answer.status === "ok") {
      this.list = answer.data;
      this.error = undefined;
    } else this.error = answer.error;
  }

  /** Reads now and follows until the answer is called. */
  follow(): () => void {
    void this.read();
    return feed.listen({
      status: () => void this.read(),
      stale: (topics) => topics.includes("accounts") && void this.read(),
      resync: () => void this.read(),
    });
  }
}
