/** Tells the core what is on the screen, so that it sends news about that and nothing else. */
import { platform } from "../platform/context";
import type { InboxFilter, Watch } from "../wire/bindings";

let watched: Watch = { inbox: null, rows: 0, conversation: null };

async function tell(): Promise<void> {
  await platform().commands.watch(watched);
}

export function watchInbox(inbox: InboxFilter | null, rows: number): Promise<void> {
  watched = { ...watched, inbox, rows };
  return tell();
}

export function watchConversation(conversation: string | null): Promise<void> {
  watched = { ...watched, conversation };
  return tell();
}
