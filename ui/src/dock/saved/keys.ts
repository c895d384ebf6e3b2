/** The keys of saved replies in the reply field: the list above it, and Tab from blank to blank. */

import { t } from "../../i18n/i18n.svelte";
import { announcer } from "../../state/announcer.svelte";
import { type Blank, blanksIn, nextBlank, previousBlank } from "./blanks";
import { saved } from "./saved.svelte";

/** Whether the key was for a saved reply. */
export function savedKey(combo: string | undefined, field: HTMLTextAreaElement): boolean {
  if (saved.open) {
    if (combo === "down") saved.move(1);
    else if (combo === "up") saved.move(-1);
    else if (combo === "esc") saved.decline();
    else if (combo === "enter" || combo === "tab") return saved.press();
    else return false;
    return true;
  }
  if (combo === "tab") return select(field, nextBlank(field.value, field.selectionEnd));
  if (combo === "shift+tab") return select(field, previousBlank(field.value, field.selectionStart));
  return false;
}

/** Selects a blank, so that the next letter replaces it, and says which it is. */
export function select(field: HTMLTextAreaElement, blank: Blank | undefined): boolean {
  if (!blank) return false;
  field.focus();
  field.setSelectionRange(blank.from, blank.to);
  announcer.say(t("saved-blank", { name: blank.name, n: blanksIn(field.value).length }));
  return true;
}
