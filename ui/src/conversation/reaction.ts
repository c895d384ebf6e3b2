/** What the reactions at a message mean for whoever wants to add one. */
import { left } from "../dock/window";
import type { ComposerView, ConversationHead, MessageView, ReactionView } from "../wire/bindings";

/** Those that a front desk needs; any other is found by its name. */
export const usual = ["❤️", "👍", "🙏", "😊", "😢", "🎉"] as const;

/** Ours as it is wanted now: the one on its way, else the one that stands. */
export function mine(reactions: readonly ReactionView[]): ReactionView | undefined {
  return reactions.findLast((one) => one.ours && one.state.is !== "there") ?? reactions.find((one) => one.ours);
}

/** What staff want to stand there. */
export function wanted(reactions: readonly ReactionView[]): string | null {
  const own = mine(reactions);
  return own && (own.state.is === "there" || own.state.is === "going") ? own.emoji : null;
}

/** What stands there of ours whatever is wanted, as far as the provider said. */
export function standing(reactions: readonly ReactionView[]): string | null {
  const stands = ({ state }: ReactionView) =>
    state.is === "there" || state.is === "leaving" || (state.is === "stopped" && state.leaving);
  return reactions.find((one) => one.ours && stands(one))?.emoji ?? null;
}

/** Whether a reaction to this message can leave now. Beyond the first day a channel takes words, and no reaction. */
export function canReact(
  message: MessageView,
  composer: ComposerView | undefined,
  head: ConversationHead | undefined,
  now: number,
): boolean {
  if (message.ours || message.taken_back || !head || !composer?.can_react) return false;
  if (composer.opted_out || !composer.connected) return false;
  const time = left(head.window, now);
  return time.is === "none" || (time.is === "open" && !time.human);
}
