/**
 * From the open conversation to its neighbours in the list, also with the key held down.
 *
 * Holds: the list follows every press at once; conversations are opened one at a time, and of those that were passed
 * meanwhile only the last is. Refused: opening each of them, so that a held key would queue up work and mark as opened
 * what nobody could have seen.
 */
import { conversation } from "../state/conversation.svelte";
import { inbox } from "../state/inbox.svelte";

let turning = false;

/** Turns to the next conversation of the list, or the one before; at its ends nothing happens. */
export async function turn(step: 1 | -1): Promise<void> {
  const next = inbox.beside(step);
  if (!next) return;
  inbox.chosen = next.id;
  if (turning) return;
  turning = true;
  try {
    while (inbox.chosen !== undefined && inbox.chosen !== conversation.towards) {
      await conversation.open(inbox.chosen);
      // Each that was opened is seen before the next one is.
      await new Promise((done) => requestAnimationFrame(done));
    }
  } finally {
    turning = false;
  }
}
