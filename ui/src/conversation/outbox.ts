/** What a person can decide about a message that did not simply arrive. */
import { errorWords } from "../i18n/errors";
import { platform } from "../platform/context";
import type { Answer } from "../platform/platform";
import { conversation } from "../state/conversation.svelte";
import { dock } from "../state/dock.svelte";
import { drafts } from "../state/drafts.svelte";
import { toasts } from "../state/toasts.svelte";
import type { MessageItem } from "./group";

type Act = "outboxRetry" | "outboxSendAgain" | "outboxMarkSent" | "outboxDiscard" | "outboxCheck";

export async function decide(act: Act, outbox: string): Promise<boolean> {
  const answer: Answer<null> = await platform().commands[act](outbox);
  if (answer.status === "error") toasts.trouble(errorWords(answer.error));
  return answer.status === "ok";
}

/** The words of a message; a picture without a caption has none. */
export function wordsOf({ body: { content } }: MessageItem): string {
  return "body" in content ? content.body : content.is === "media" ? (content.caption ?? "") : "";
}

/** Puts the words of a message that will not go out into the dock, so that they can go another way. */
export function intoDock(item: MessageItem): void {
  const draft = drafts.open;
  const id = conversation.id;
  const words = wordsOf(item);
  if (!draft || !id || words === "") return;
  draft.reply = draft.reply === "" ? words : `${draft.reply}\n${words}`;
  drafts.changed(id);
  dock.take("reply");
}
