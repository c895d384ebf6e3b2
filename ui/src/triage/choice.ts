/** One line of a picker. */

import type { IconName } from "../parts/icons";
import { fits } from "../screens/search/fold";
import type { ChannelName } from "../wire/bindings";

export type Choice = {
  id: string;
  label: string;
  /** At the end of the line: a time, a number. */
  hint?: string;
  /** Chooses it: a number while nothing is typed, a letter pressed twice. */
  key?: string;
  icon?: IconName;
  channel?: ChannelName;
  /** A label's colour, from 0. */
  colour?: number;
  /** For choices that can be on or off. */
  checked?: boolean;
};

/** What fits the words that were typed. */
export function fitting(choices: readonly Choice[], words: string): Choice[] {
  return words.trim() === "" ? [...choices] : choices.filter((one) => fits(one.label, words));
}
