/** Reactions of staff: whose choices are open, and what a press asks the core for. What is shown comes from the core. */
import { errorWords } from "../i18n/errors";
import { platform } from "../platform/context";
import { toasts } from "./toasts.svelte";

class Reacting {
  /** The message whose choices are open. */
  open = $state<string | undefined>(undefined);

  /** What is to stand at a message; `null` takes ours away. */
  async set(message: string, emoji: string | null): Promise<void> {
    this.open = undefined;
    const answer = await platform().commands.reactionSet(message, emoji);
    if (answer.status === "error") toasts.trouble(errorWords(answer.error));
  }
}

export const reacting = new Reacting();
