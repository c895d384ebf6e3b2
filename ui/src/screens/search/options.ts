/** The palette's list: groups of options in their order, made from what was found and what can be done. Pure. */
import type { ConversationHit, MessageHit, PersonHit, SearchResults } from "../../wire/bindings";
import type { Doing } from "./commands";
import { fits } from "./fold";
import { type Filter, filtersFor, understand } from "./typed";

export type Option =
  | { is: "do"; id: string; doing: Doing }
  | { is: "person"; id: string; hit: PersonHit }
  | { is: "conversation"; id: string; hit: ConversationHit }
  | { is: "message"; id: string; hit: MessageHit }
  | { is: "filter"; id: string; filter: Filter };

type GroupName = "here" | "people" | "conversations" | "messages" | "do" | "filters";
type OptionGroup = { name: GroupName; options: Option[] };

/** Commands that anywhere matches would crowd out what was looked for. */
const MOST_COMMANDS = 5;

export function optionGroups(
  text: string,
  found: SearchResults | undefined,
  here: readonly Doing[],
  anywhere: readonly Doing[],
): OptionGroup[] {
  const { mode, words } = understand(text);
  const matching = (all: readonly Doing[]): Option[] =>
    all.filter((one) => fits(one.label, words)).map((doing) => ({ is: "do", id: doing.id, doing }));
  const most = mode === "all" && words.trim() !== "" ? MOST_COMMANDS : Number.POSITIVE_INFINITY;
  // Before anything is typed, what has a key is enough to choose from.
  const offered = mode === "all" && words.trim() === "" ? anywhere.filter((one) => one.combo !== "") : anywhere;

  const groups: OptionGroup[] = [];
  if (mode !== "people") groups.push({ name: "here", options: matching(here).slice(0, most) });
  if (mode !== "commands" && found) {
    groups.push({
      name: "people",
      options: found.people.map((hit) => ({ is: "person", id: `person-${hit.patient}`, hit })),
    });
    groups.push({
      name: "conversations",
      options: found.conversations.map((hit) => ({ is: "conversation", id: `conversation-${hit.conversation}`, hit })),
    });
    if (mode === "all") {
      groups.push({
        name: "messages",
        options: found.messages.map((hit) => ({ is: "message", id: `message-${hit.item}-${hit.kind}`, hit })),
      });
    }
  }
  if (mode !== "people") groups.push({ name: "do", options: matching(offered).slice(0, most) });
  if (mode === "all") {
    groups.push({
      name: "filters",
      options: filtersFor(text).map((filter) => ({ is: "filter", id: `filter-${filter}`, filter })),
    });
  }
  return groups.filter((group) => group.options.length > 0);
}
