/** The time left to reply, as the dock and the rows show it. Counted here, from the end the core told. */
import type { WindowView } from "../wire/bindings";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type Left =
  | { is: "none" }
  | { is: "open"; span: number; part: number; tone: "calm" | "low" | "last"; human: boolean }
  | { is: "closed"; since: number | null; template: boolean }
  | { is: "not_writable" };

/** A whole day, or the seven days in which a person may still write on Instagram. */
const FULL = 24 * HOUR;
const FULL_HUMAN = 7 * 24 * HOUR;

export function left(window: WindowView, now: number): Left {
  switch (window.is) {
    case "no_limit":
      return { is: "none" };
    case "not_writable":
      return { is: "not_writable" };
    case "template_only":
      return { is: "closed", since: window.since, template: true };
    case "closed":
      return { is: "closed", since: window.since, template: false };
    default: {
      const span = window.until - now;
      const human = window.is === "human_agent";
      if (span <= 0) return { is: "closed", since: window.until, template: false };
      const tone = span < 15 * MINUTE ? "last" : span < 4 * HOUR ? "low" : "calm";
      return { is: "open", span, part: Math.min(1, span / (human ? FULL_HUMAN : FULL)), tone, human };
    }
  }
}
