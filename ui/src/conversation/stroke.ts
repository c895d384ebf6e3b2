/** How a message of ours is drawn: a dashed line is never true yet, a solid one always is. */
import type { DeliveryState } from "../wire/bindings";

export type Stroke = "ink" | "pencil" | "unsure" | "held" | "failed";

export function stroke(state: DeliveryState | undefined): Stroke {
  switch (state?.is) {
    case "leaving":
    case "scheduled":
    case "queued":
    case "sending":
      return "pencil";
    case "unknown":
      return "unsure";
    case "accepted":
      return state.receipt_overdue ? "unsure" : "ink";
    case "held_back":
      return "held";
    case "failed":
      return "failed";
    default:
      return "ink";
  }
}
