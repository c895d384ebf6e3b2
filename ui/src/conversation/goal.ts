/** How much opening time is left until the practice's goal for an answer is passed. Counted here, ticked by the screen. */
import type { ConversationHead } from "../wire/bindings";

type Goal =
  | { is: "none" }
  /** The practice is open. */
  | { is: "running"; span: number }
  /** It is closed; the clock stands still until then. */
  | { is: "closed"; opens: number; span: number }
  | { is: "over"; since: number };

export function goalOf(
  head: Pick<ConversationHead, "goal_at" | "open_until_goal" | "waiting_since">,
  now: number,
): Goal {
  const at = head.goal_at;
  if (at === null || head.waiting_since === null) return { is: "none" };
  if (now >= at) return { is: "over", since: at };
  const ahead = head.open_until_goal.filter((one) => one.to > now);
  const span = ahead.reduce((sum, one) => sum + one.to - Math.max(one.from, now), 0);
  const next = ahead[0];
  if (!next || next.from <= now) return { is: "running", span };
  return { is: "closed", opens: next.from, span };
}
