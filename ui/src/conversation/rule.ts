/** What a rule of the desk wrote, and did not send after all. */
import type { TimelineItem } from "../wire/bindings";
import type { MessageItem } from "./group";

/** A rule's message that was given up: there are no words to show, only that there were some, and why they stayed here. */
export function isGivenUp(item: TimelineItem): item is MessageItem {
  if (item.body.is !== "message" || item.body.origin.is !== "rule") return false;
  const state = item.body.delivery?.state.is;
  return (
    (state === "held_back" || state === "failed") && item.body.content.is === "text" && item.body.content.body === ""
  );
}
