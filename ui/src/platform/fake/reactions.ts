/** Reactions in the in-memory clinic: on their way, and there a moment later; they wait while we are offline. */
import { canReact, standing } from "../../conversation/reaction";
import type { ReactionView } from "../../wire/bindings";
import type { Commands } from "../platform";
import type { FakeClinic } from "./clinic";
import { ok, refused } from "./clinic";

export function fakeReactions(clinic: FakeClinic): Pick<Commands, "reactionSet"> {
  const by = () => (clinic.info.phase.phase === "open" ? clinic.info.phase.staff.name : "");
  return {
    reactionSet: async (message, emoji) => {
      const of = clinic.conversations.find((one) => one.items.some((item) => item.id === message));
      const item = of?.items.find((one) => one.id === message);
      if (!of || item?.body.is !== "message") return refused("not_found");
      const body = item.body;
      const stands = standing(body.reactions);
      const others = body.reactions.filter((one) => !one.ours);
      const there = (sign: string): ReactionView => ({ emoji: sign, ours: true, by: by(), state: { is: "there" } });
      const allowed = canReact(body, clinic.composer(of), clinic.head(of), clinic.now());
      if (!allowed && stands !== emoji) return refused("outside_reply_window");
      const end = () => {
        body.reactions = emoji ? [...others, there(emoji)] : others;
        clinic.changed(of, [item]);
      };
      if (stands === emoji) {
        end();
        return ok(null);
      }
      const waits_for = clinic.offline ? ("network" as const) : ("turn" as const);
      const old = stands && emoji ? [there(stands)] : [];
      const wish: ReactionView = emoji
        ? { emoji, ours: true, by: by(), state: { is: "going", waits_for } }
        : { emoji: stands ?? "", ours: true, by: by(), state: { is: "leaving", waits_for } };
      body.reactions = [...others, ...old, wish];
      clinic.changed(of, [item]);
      if (!clinic.offline) setTimeout(() => body.reactions.includes(wish) && end(), 400);
      return ok(null);
    },
  };
}
