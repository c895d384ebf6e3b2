/** The words of a row's second and third line, made from what last happened. */
import { t } from "../i18n/i18n.svelte";
import { position } from "../time/words";
import type { InboxRow, Preview } from "../wire/bindings";

function call(preview: Extract<Preview, { is: "call" }>): string {
  if (preview.voicemail_seconds === null) {
    return t(`call-${preview.ours ? "out" : "in"}-${preview.outcome.replaceAll("_", "-")}`, { by: "" });
  }
  const length = position(preview.voicemail_seconds);
  return preview.transcript === null
    ? t("preview-voicemail", { length })
    : t("preview-voicemail-words", { length, words: preview.transcript });
}

function from(ours: boolean, words: string): string {
  return ours ? t("preview-ours", { words }) : words;
}

export function previewWords(preview: Preview): string {
  switch (preview.is) {
    case "text":
      return from(preview.ours, preview.text);
    case "attachment": {
      const kind = t(`kind-${preview.kind}`);
      return from(preview.ours, preview.text ? t("preview-file-words", { kind, words: preview.text }) : kind);
    }
    case "call":
      return call(preview);
    case "note":
      return t("preview-note", { words: preview.text });
    case "location":
      return t("location");
    case "story":
      return t("preview-story");
    case "unsupported":
      return t("unsupported");
    case "taken_back":
      return t("preview-taken-back");
    case "empty":
      return t("no-messages-yet");
  }
}

/** What stands beside the channel. */
export function rowReason(row: InboxRow): string {
  if (row.mark === "not_sent")
    return row.window.is === "template_only" ? t("reason-window") : t("reason-not-sent", { n: row.not_sent });
  if (row.preview.is === "call" && row.preview.outcome === "missed") return t("reason-missed");
  if (row.channel === "phone" && row.new_patient) return t("not-linked");
  return row.new_patient ? t("reason-new") : "";
}
