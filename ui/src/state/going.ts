/**
 * Going somewhere from anywhere: to a conversation, to a patient's own page, to a list.
 *
 * Holds: where only one column fits, that column is what one went to.
 */
import type { InboxFilter } from "../wire/bindings";
import { app } from "./app.svelte";
import { conversation } from "./conversation.svelte";
import { inbox } from "./inbox.svelte";
import { layout } from "./layout.svelte";
import { people } from "./people.svelte";

/** Opens a conversation, at its end or at a place in it. */
export function toConversation(id: string, around?: { position: string; item: string }): Promise<void> {
  // What is not on the screen need not stay there until the next one is read.
  if (app.view !== "inbox" || (layout.oneAtATime && layout.turn !== "conversation")) conversation.close();
  app.view = "inbox";
  layout.turn = "conversation";
  return conversation.open(id, around);
}

/** Opens the page of a patient, with everything over all channels. */
export function toPatient(id: string): Promise<void> {
  app.view = "patients";
  layout.turn = "conversation";
  return people.show(id);
}

/** Shows a list of conversations. */
export function toList(filter: InboxFilter): void {
  app.view = "inbox";
  layout.turn = "list";
  inbox.show(filter);
}
