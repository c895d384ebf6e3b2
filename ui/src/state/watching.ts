/**
 * What is on the screen: the core sends news about that and nothing else. Whoever asks for a list or a conversation says
 * so with the question; whatever else changes is said by itself.
 */
import { platform } from "../platform/context";
import type { InboxFilter, Watch } from "../wire/bindings";

let watched: Watch = { inbox: null, rows: 0, conversation: null };

async function tell(): Promise<void> {
  await platform().commands.watch(watched);
}

/** From now on this list is on the screen; the answer is what is open beside it. */
export function turnToInbox(inbox: InboxFilter, rows: number): string | null {
  watched = { ...watched, inbox, rows };
  return watched.conversation;
}

/** From now on this conversation is on the screen, beside what the answer holds. */
export function turnToConversation(conversation: string): Watch {
  watched = { ...watched, conversation };
  return watched;
}

/** So many rows of the list are held now. */
export function watchRows(rows: number): Promise<void> {
  watched = { ...watched, rows };
  return tell();
}

/** No conversation is open. */
export function watchNoConversation(): Promise<void> {
  watched = { ...watched, conversation: null };
  return tell();
}
