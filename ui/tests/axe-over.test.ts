/** Automatic accessibility rules on what lies over the inbox and beside it: menus, pickers, panels, dialogs, patients. */
import { describe, expect, it } from "vitest";
import { callum } from "../src/platform/fake/staff";
import { people } from "../src/state/people.svelte";
import { staff } from "../src/state/staff.svelte";
import { drawn, looks, open, problems } from "./axe";
import { type Desk, type Open, openClinic } from "./clinic";
import { family } from "./people";

async function press(desk: Desk, keys: string): Promise<void> {
  await desk.user.keyboard(keys);
  await desk.passes(300);
}

async function click(desk: Desk, selector: string): Promise<void> {
  await desk.user.click(drawn(selector));
  await desk.passes(300);
}

/** Farah's conversation with these keys pressed in its field. */
const written = (keys: string) => async (desk: Desk) => {
  await open(desk, "Farah Mansour");
  drawn('[data-pane="dock"] textarea').focus();
  await press(desk, keys);
};

const picker = (key: string) => async (desk: Desk) => {
  await open(desk, "Farah Mansour");
  drawn("[data-pane-focus][data-row]").focus();
  await press(desk, key);
  drawn('.picker [role="option"]');
};

const patients = async (desk: Desk) => {
  people.typed = "";
  people.shows = "everybody";
  people.open = undefined;
  await press(desk, "{Control>}3{/Control}");
  drawn('.patients [role="option"]');
};

const list = "Name,Phone,Colour\nFarah Mansour,1,red\nNora Lind,2,blue\n,3,green\n";

/** The import of this file, gone on with by these buttons. */
const importing =
  (text: string, ...buttons: string[]) =>
  async (desk: Desk) => {
    await patients(desk);
    await click(desk, '[data-pane="list"] header button');
    await desk.user.upload(
      drawn('[role="dialog"] input[type="file"]') as HTMLInputElement,
      new File([text], "list.csv"),
    );
    await desk.passes(300);
    for (const button of buttons) await click(desk, `[role="dialog"] .foot button${button}`);
  };

const states: [string, Open, (desk: Desk) => Promise<void>][] = [
  [
    "rows that are selected, and the bar of what can be done with them",
    {},
    async (desk) => {
      drawn("[data-row]").focus();
      await press(desk, "x");
      await press(desk, "{Shift>}{ArrowDown}{/Shift}");
      drawn('[role="toolbar"]');
    },
  ],
  [
    "the menu of a line",
    {},
    async (desk) => {
      drawn("[data-row]").focus();
      await press(desk, "{Shift>}{F10}{/Shift}");
      drawn('[role="menuitem"]');
    },
  ],
  ["putting aside", {}, picker("s")],
  [
    "putting aside until what cannot be read",
    {},
    async (desk) => {
      await picker("s")(desk);
      await press(desk, "perhaps");
    },
  ],
  ["giving to somebody", {}, picker("a")],
  [
    "labels",
    {},
    async (desk) => {
      await desk.clinic.commands.labelAdd("Crown", 2);
      await picker("l")(desk);
    },
  ],
  ["the filter", {}, picker("f")],
  [
    "the other ways to send",
    {},
    async (desk) => {
      await written("See you then")(desk);
      await click(desk, '[data-pane="dock"] .send [aria-haspopup="menu"]');
      drawn('[role="menuitem"]');
    },
  ],
  [
    "choosing when a reply leaves",
    {},
    async (desk) => {
      await written("See you then{Control>}{Shift>}S{/Shift}{/Control}")(desk);
      drawn('[role="dialog"] [role="combobox"]');
    },
  ],
  [
    "a time that cannot be read",
    {},
    async (desk) => {
      await written("See you then{Control>}{Shift>}S{/Shift}{/Control}")(desk);
      await press(desk, "perhaps{Enter}");
    },
  ],
  [
    "the saved replies",
    {},
    async (desk) => {
      await written("/em")(desk);
      drawn('#saved-replies [role="option"]');
    },
  ],
  ["no saved reply by that name", {}, written("/zzzz")],
  [
    "a saved reply with blanks",
    {},
    async (desk) => {
      await written("/two")(desk);
      await press(desk, "{Enter}");
    },
  ],
  [
    "the emoji to react with, and a reaction on its way",
    {},
    async (desk) => {
      await open(desk, "Ottilie Brandt");
      desk.clinic.network(false);
      await click(desk, '[data-act="react"]');
      await press(desk, "{Enter}");
      await click(desk, '[data-act="react"]');
      drawn('[role="menuitemradio"][aria-checked="true"]');
    },
  ],
  [
    "the emoji",
    {},
    async (desk) => {
      await written("{Control>}e{/Control}")(desk);
      await expect.poll(() => document.querySelectorAll('#emoji-grid [role="option"]').length).toBeGreaterThan(10);
    },
  ],
  [
    "emoji that are not found",
    {},
    async (desk) => {
      await written("{Control>}e{/Control}")(desk);
      await press(desk, "zzzz");
    },
  ],
  [
    "the pad with nothing on it",
    {},
    async (desk) => {
      await click(desk, '[data-person] ~ [aria-haspopup="dialog"]');
      drawn('[role="dialog"]');
    },
  ],
  [
    "the pad with a note",
    {},
    async (desk) => {
      desk.clinic.room.pad = [{ id: "left", by: callum, at: desk.clinic.now(), text: "Back", seenBy: new Set() }];
      await staff.read();
      staff.padOpen = true;
      await desk.passes(300);
      drawn('[role="dialog"] li');
    },
  ],
  [
    "who is on the desk, in the narrow window",
    { width: 1024 },
    async (desk) => {
      await click(desk, ".rail-person");
      drawn('[role="menuitem"]');
    },
  ],
  [
    "the quick note about somebody",
    {},
    async (desk) => {
      await open(desk, "Farah Mansour");
      await press(desk, "{Control>}{Shift>}N{/Shift}{/Control}");
      drawn('[role="dialog"] textarea');
    },
  ],
  [
    "the quick note, looking for somebody",
    {},
    async (desk) => {
      await press(desk, "{Control>}{Shift>}N{/Shift}{/Control}");
      if (!document.querySelector('[role="dialog"] [role="combobox"]')) await click(desk, ".slip .about button");
      await press(desk, "far");
      drawn('#quick-note-found [role="option"]');
    },
  ],
  ["all patients", { people: family }, patients],
  [
    "a patient with the history",
    { people: family },
    async (desk) => {
      await patients(desk);
      await click(desk, '.patients [role="option"]');
      drawn(".patients dl, .patients dt");
    },
  ],
  [
    "a new patient",
    { people: family },
    async (desk) => {
      await patients(desk);
      await click(desk, '[data-pane="list"] header button:last-of-type');
      drawn(".patients form, .patients input");
    },
  ],
  [
    "two patients side by side",
    { people: family },
    async (desk) => {
      await patients(desk);
      await click(desk, ".twins");
      await click(desk, '[data-pane="list"] ul button');
      drawn('[role="dialog"] table');
    },
  ],
  [
    "an import, before a file is chosen",
    { people: family },
    async (desk) => {
      await patients(desk);
      await click(desk, '[data-pane="list"] header button');
    },
  ],
  ["a file that is no list", { people: family }, importing("\0")],
  ["what the columns of a file are", { people: family }, importing(list)],
  ["what would become of the rows", { people: family }, importing(list, ".primary")],
  ["a file that breaks off further down", { people: family }, importing(`${list}Torn "quote,4,red\n`, ".primary")],
  ["an import that is done", { people: family }, importing(list, ".primary", ".primary")],
  ["an import that was taken back", { people: family }, importing(list, ".primary", ".primary", "")],
  ["a number that a family shares", { people: family }, (desk) => open(desk, "+44 7700 900 318")],
];

describe.each(looks)("accessibility rules in %s", (_, settings) => {
  it.each(states)("find nothing on %s", async (_name, options, prepare) => {
    const desk = await openClinic({ ...options, settings });
    await prepare(desk);
    expect(await problems()).toEqual([]);
  });
});
