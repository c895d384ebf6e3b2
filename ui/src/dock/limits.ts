/** What a channel takes, checked here before anything is sent or uploaded. The core checks again. */
import type { AttachmentLimitView, FileKind, TextLimitView } from "../wire/bindings";

const encoder = new TextEncoder();

/** How long a text is in the channel's own counting. */
function textLength(text: string, limit: TextLimitView): number {
  return limit.bytes ? encoder.encode(text).length : [...text].length;
}

/** How much room is left; negative when the text is too long. */
export function roomLeft(text: string, limit: TextLimitView): number {
  return limit.most - textLength(text, limit);
}

type FileVerdict = { ok: true; kind: FileKind } | { ok: false; why: "kind" } | { ok: false; why: "size"; most: number };

const byEnding: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  heic: "image/heic",
  pdf: "application/pdf",
  mp4: "video/mp4",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  wav: "audio/wav",
};

/** Whether the channel takes a file of this name, kind and size. */
export function judgeFile(
  name: string,
  type: string,
  size: number,
  limits: readonly AttachmentLimitView[],
): FileVerdict {
  const mime = type || (byEnding[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "");
  const fitting = limits.filter((limit) =>
    limit.mime.some((one) => one === mime || one === "*/*" || matchesFamily(one, mime)),
  );
  if (fitting.length === 0) return { ok: false, why: "kind" };
  const roomy = fitting.find((limit) => size <= limit.most_bytes);
  if (roomy) return { ok: true, kind: roomy.kind };
  return { ok: false, why: "size", most: Math.max(...fitting.map((limit) => limit.most_bytes)) };
}

function matchesFamily(pattern: string, mime: string): boolean {
  return pattern.endsWith("/*") && mime.startsWith(pattern.slice(0, -1));
}

/** What to hand to a file chooser. */
export function acceptList(limits: readonly AttachmentLimitView[]): string {
  return [...new Set(limits.flatMap((limit) => limit.mime))].join(",");
}
