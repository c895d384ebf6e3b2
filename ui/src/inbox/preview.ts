/** The words of a row's second and third line, made from what last happened. */

import { isWriting } from "../conversation/writing";
import { currentLanguage, t } from "../i18n/i18n.svelte";
import { languageTitle } from "../i18n/language";
import { shortName } from "../state/staff.svelte";
import { position, upcoming } from "../time/words";
import type { FailureView, HoldView, InboxRow, Preview, SnoozeView, StuckView } from "../wire/bindings";

/**
 * What was said, in two pieces that are drawn apart: whose words they are, in the desk's language, and the words, in
 * whatever language they were written. In one line the second would take the direction of the first and be cut at the
 * wrong end.
 */
export type Said = { before: string; words: string };

function call(preview: Extract<Preview, { is: "call" }>): Said {
  if (preview.voicemail_seconds === null) {
    const how = `call-${preview.ours ? "out" : "in"}-${preview.outcome.replaceAll("_", "-")}`;
    return { before: "", words: t(how, { by: "" }) };
  }
  const length = position(preview.voicemail_seconds);
  return preview.transcript === null
    ? { before: "", words: t("preview-voicemail", { length }) }
    : { before: t("preview-voicemail-said", { length }), words: t("preview-quoted", { words: preview.transcript }) };
}

function from(ours: boolean, words: string, before = ""): Said {
  return { before: [ours ? t("preview-ours") : "", before].filter(Boolean).join(" "), words };
}

export function said(preview: Preview): Said {
  switch (preview.is) {
    case "text":
      return from(preview.ours, preview.text);
    case "attachment": {
      const kind = t(`kind-${preview.kind}`);
      return preview.text ? from(preview.ours, preview.text, t("preview-file", { kind })) : from(preview.ours, kind);
    }
    case "call":
      return call(preview);
    case "note":
      return { before: t("preview-note"), words: preview.text };
    case "location":
      return from(false, t("location"));
    case "story":
      return from(false, t("preview-story"));
    case "unsupported":
      return from(false, t("unsupported"));
    case "taken_back":
      return from(false, t("preview-taken-back"));
    case "empty":
      return from(false, t("no-messages-yet"));
  }
}

/** Why, in a few words, where there is room; what the channel gave no reason for has none. */
const reasons: Record<HoldView | FailureView, string> = {
  window_closed: "stuck-window",
  outside_window: "stuck-window",
  late_reply_refused: "stuck-window",
  opted_out: "stuck-opted-out",
  account_gone: "stuck-account",
  sign_in_needed: "stuck-account",
  missing_right: "stuck-account",
  account_restricted: "stuck-account",
  does_not_fit: "stuck-content",
  content_refused: "stuck-content",
  template_refused: "stuck-content",
  attachment_gone: "stuck-file",
  unreachable: "stuck-person",
  unavailable: "stuck-person",
  provider_down: "stuck-channel",
  missed_time: "stuck-time",
  patient_wrote: "stuck-wrote",
  rate_limited: "stuck-channel",
  not_sent: "",
  refused: "",
  // What a rule wrote is never stuck in the list: it is given up by itself.
  practice_open: "",
  rule_off: "",
  answered: "",
  too_late: "",
};

function stuckWords(stuck: StuckView | null, n: number, alone: boolean): string {
  const what = t(stuck?.is === "failed" ? "reason-failed" : "reason-not-sent", { n });
  const why = stuck && alone ? reasons[stuck.why] : "";
  return why ? t("reason-because", { what, why: t(why) }) : what;
}

/** What stands beside the channel, and how much it matters; what matters little goes first where room is scarce. */
type Reason = { words: string; tone: "trouble" | "unsure" | "plain" | "quiet" };

/** The time is asked for only where the words depend on it, so that the other rows stand still while the clock moves. */
export function rowReasons(row: InboxRow, now: () => number): Reason[] {
  const found: Reason[] = [];
  const certain = row.not_sent - row.unclear;
  if (certain > 0) found.push({ words: stuckWords(row.stuck, certain, row.unclear === 0), tone: "trouble" });
  if (row.unclear > 0) found.push({ words: t("reason-unclear", { n: row.unclear }), tone: "unsure" });
  if (found.length > 0) return found;
  if (row.writing) {
    const name = shortName(row.writing.name);
    return [{ words: t(isWriting(row.writing, now()) ? "other-writing" : "other-began", { name }), tone: "plain" }];
  }
  if (row.back) found.push({ words: t("reason-back"), tone: "plain" });
  if (row.snoozed) found.push({ words: snoozedWords(row.snoozed, now()), tone: "plain" });
  if (row.preview.is === "call" && row.preview.outcome === "missed")
    found.push({ words: t("reason-missed"), tone: "plain" });
  if (row.shared_by > 1) found.push({ words: t("shared-by", { n: row.shared_by }), tone: "plain" });
  if (row.owner) found.push({ words: row.owner.me ? t("reason-yours") : row.owner.name, tone: "quiet" });
  const language = row.language.said ?? row.language.guessed;
  if (language !== null && language !== currentLanguage())
    found.push({ words: languageTitle(language), tone: "quiet" });
  if (found.length === 0 && row.new_patient) found.push({ words: t("reason-not-linked"), tone: "quiet" });
  return found.slice(0, 2);
}

/** Until when something is put aside. */
export function snoozedWords(snoozed: SnoozeView, now: number): string {
  return snoozed.until === null
    ? t("reason-until-they-write")
    : t("reason-snoozed", { when: upcoming(snoozed.until, now) });
}
