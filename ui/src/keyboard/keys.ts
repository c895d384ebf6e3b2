/**
 * Hears the keyboard for the whole window and calls whoever offers the command. A screen offers commands while it is
 * shown; the newest offer wins. What nobody offers is left to the web view.
 */
import { app } from "../state/app.svelte";
import { comboOf, isTyping } from "./combo";
import { type Command, isSingle } from "./keymap";
import { keys } from "./live.svelte";

type Handler = (event: KeyboardEvent) => boolean | undefined;

const offers = new Map<Command, Handler[]>();

/** Offers commands until the answer is called. A handler answers `false` to leave the key to whoever offered earlier. */
export function offer(handlers: Partial<Record<Command, Handler>>): () => void {
  const entries = Object.entries(handlers) as [Command, Handler][];
  for (const [command, handler] of entries) offers.set(command, [...(offers.get(command) ?? []), handler]);
  return () => {
    for (const [command, handler] of entries) {
      offers.set(
        command,
        (offers.get(command) ?? []).filter((one) => one !== handler),
      );
    }
  };
}

/** Keys of the web view itself that would lose work or leave the page. */
const withheld = new Set([
  "ctrl+r",
  "ctrl+shift+r",
  "f5",
  "ctrl+p",
  "ctrl+g",
  "ctrl+s",
  "ctrl+o",
  "ctrl+t",
  "ctrl+n",
  "ctrl+j",
]);

/** What also works over a dialog that has to be answered first; everything else is about the screen below it. */
const overDialogs = new Set<Command>(["quick-note", "keys", "text-larger", "text-smaller", "text-usual"]);

export function hearKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const combo = comboOf(event, app.mac);
  if (!combo) return;
  const command = keys.everywhere(combo);
  const single = isSingle(combo);
  if (withheld.has(combo)) event.preventDefault();
  if (!command) return;
  if (single && (isTyping(event.target) || app.settings?.single_keys === false)) return;
  // Inside a dialog or menu only keys that work anywhere are heard.
  if (single && event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]')) return;
  // What lies over the whole screen has the keys; a picker above the dock lies over nothing.
  if (event.target instanceof Element && event.target.closest('[aria-modal="true"]') && !overDialogs.has(command))
    return;
  if (perform(command, event)) event.preventDefault();
}

/** Whether anything on the screen offers this command now. */
export function isOffered(command: Command): boolean {
  return (offers.get(command)?.length ?? 0) > 0;
}

/** Does a command as if its key had been pressed; lists of commands use it too. False when nobody took it. */
export function perform(command: Command, event: KeyboardEvent = new KeyboardEvent("keydown")): boolean {
  return [...(offers.get(command) ?? [])].reverse().some((handler) => handler(event) !== false);
}
