/** Every screen beside the inbox by keys alone: F6 goes round its panes, Esc closes what lies on top and nothing else. */
import { screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { app } from "../src/state/app.svelte";
import { people } from "../src/state/people.svelte";
import { drawn } from "./axe";
import { type Desk, openClinic } from "./clinic";
import { family } from "./people";

const pane = () => document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset.pane;

async function press(desk: Desk, keys: string): Promise<void> {
  await desk.user.keyboard(keys);
  await desk.passes(300);
}

/** Where F6 comes by until it is back where it began. */
async function round(desk: Desk): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (let n = 0; n < 8; n += 1) {
    await press(desk, "{F6}");
    if (found.includes(pane())) break;
    found.push(pane());
  }
  return found.sort();
}

async function patients(): Promise<Desk> {
  people.typed = "";
  people.shows = "everybody";
  people.open = undefined;
  const desk = await openClinic({ people: family });
  await press(desk, "{Control>}3{/Control}");
  return desk;
}

describe("F6", () => {
  it("goes round a patient: the list, the card, the history, the bar", async () => {
    const desk = await patients();
    await press(desk, "/{ArrowDown}{Enter}");
    expect(await round(desk)).toEqual(["card", "conversation", "list", "status"]);
  });

  it("goes round insights: what is shown, the figures, the calls, the bar", async () => {
    const desk = await openClinic();
    await press(desk, "{Control>}6{/Control}");
    expect(await round(desk)).toEqual(["card", "conversation", "list", "status"]);
  });

  it("goes round the settings: the pages, the page, the bar", async () => {
    const desk = await openClinic();
    await press(desk, "{Control>},{/Control}");
    expect(await round(desk)).toEqual(["conversation", "list", "status"]);
  });
});

describe("Esc", () => {
  it("closes a picker over selected rows, and only then lets go of the rows", async () => {
    const desk = await openClinic();
    desk.row(/^Ottilie/).focus();
    await press(desk, "x");
    await press(desk, "s");
    expect(screen.getByRole("combobox")).toHaveFocus();
    await press(desk, "{Escape}");
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(screen.getByRole("toolbar")).toBeInTheDocument();
    expect(desk.row(/^Ottilie/)).toHaveFocus();
    await press(desk, "{Escape}");
    expect(screen.queryByRole("toolbar")).toBeNull();
  });

  it("closes the quick note over patients, and what is open behind it stays", async () => {
    const desk = await patients();
    await press(desk, "/{ArrowDown}{Enter}");
    const opened = people.open;
    const before = document.activeElement;
    await press(desk, "{Control>}{Shift>}N{/Shift}{/Control}");
    drawn('[role="dialog"]');
    await press(desk, "{Escape}");
    expect(document.querySelector('[role="dialog"]')).toBeNull();
    expect(people.open).toBe(opened);
    expect(document.activeElement).toBe(before);
  });

  it("closes the choosing of a time, and the words stay in the field that has the focus", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "See you then");
    await press(desk, "{Control>}{Shift>}S{/Shift}{/Control}");
    drawn('[role="dialog"]');
    await press(desk, "{Escape}");
    expect(document.querySelector('[role="dialog"]')).toBeNull();
    expect(desk.field()).toHaveFocus();
    expect(desk.field()).toHaveValue("See you then");
  });
});

describe("a form of the settings", () => {
  it.each(["Save", "Cancel"])("gives the focus back after %s", async (name) => {
    const desk = await openClinic();
    app.openSettings("saved");
    await desk.passes(50);
    const edit = screen.getAllByRole("button", { name: /^Edit/ })[1] as HTMLElement;
    const called = edit.getAttribute("aria-label");
    edit.focus();
    await press(desk, "{Enter}");
    expect(document.activeElement?.closest("form")).not.toBeNull();
    screen.getByRole("button", { name }).focus();
    await press(desk, "{Enter}");
    expect(document.activeElement).toHaveAttribute("aria-label", called);
  });
});
