/** After every act the focus is somewhere useful, and the next key works. */
import { fireEvent, screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { app } from "../state/app.svelte";
import { layout } from "../state/layout.svelte";

const pane = () => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane");
const row = () => (document.activeElement as HTMLElement | null)?.dataset.row;

/** Goes by keyboard to a button and presses it. */
async function presses(desk: Desk, button: HTMLElement) {
  button.focus();
  await desk.user.keyboard("{Enter}");
  await desk.passes(400);
}

describe("the focus", () => {
  it("stays in the conversation when its button marked it done and the next one came", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await presses(desk, within(desk.conversation()).getByRole("button", { name: "Done" }));
    expect(pane()).toBe("conversation");
    await desk.user.keyboard("r");
    await desk.passes(50);
    expect(desk.field()).toHaveFocus();
  });

  it("goes to the row that takes the place of one that left the list", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("e");
    await desk.passes(400);
    expect(document.body).not.toHaveFocus();
    expect(pane()).toBe("list");
    const before = row();
    await desk.user.keyboard("j");
    await desk.passes(100);
    expect(row()).not.toBe(before);
  });

  it("stays in the field when a reply is sent, by key and by button", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(100);
    expect(desk.field()).toHaveFocus();
    await desk.user.type(desk.field(), "Or at 12:20");
    await presses(desk, desk.sendButton());
    expect(pane()).toBe("dock");
  });

  it("returns to the work when the way back in a short notice was taken and the notice went", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const field = desk.field();
    field.focus();
    await desk.user.keyboard("{Escape}");
    await desk.passes(50);
    const place = pane();
    await desk.user.keyboard("{Shift>}e{/Shift}");
    await desk.passes(50);
    await presses(
      desk,
      within(screen.getByRole("region", { name: "Short notices" })).getByRole("button", { name: "Undo" }),
    );
    expect(pane()).toBe(place);
  });

  it("reaches a short notice by F6, keeps it there, and returns to the last pane of work after its Undo", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    desk.timeline().focus();
    await desk.user.keyboard("{Shift>}e{/Shift}");
    await desk.passes(50);
    expect(desk.timeline()).toHaveFocus();
    await desk.user.keyboard("{F6}{F6}{F6}{F6}");
    const undo = within(screen.getByRole("region", { name: "Short notices" })).getByRole("button", { name: "Undo" });
    expect(undo).toHaveFocus();
    await desk.passes(15_000);
    expect(undo).toBeInTheDocument();
    await desk.user.keyboard("{Enter}");
    await desk.passes(400);
    expect(desk.calls("triageUndo")).toHaveLength(1);
    expect(pane()).toBe("card");
    await desk.passes(20_000);
    await desk.user.keyboard("{F6}{F6}");
    expect(pane(), "no stop where nothing is shown").toBe("list");
  });

  it("does not return into a picker above the dock that it was not in", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Shift>}s{/Shift}{/Control}");
    await desk.passes(100);
    expect(screen.getByRole("dialog", { name: "Schedule" })).toBeVisible();
    desk.timeline().focus();
    await desk.user.keyboard("{Shift>}e{/Shift}");
    await desk.passes(50);
    await presses(
      desk,
      within(screen.getByRole("region", { name: "Short notices" })).getByRole("button", { name: "Undo" }),
    );
    expect(screen.getByRole("dialog", { name: "Schedule" })).toBeVisible();
    expect(desk.timeline()).toHaveFocus();
  });

  it("stays in the dock when a file is taken off the draft", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const chooser = document.querySelector<HTMLInputElement>('[data-pane="dock"] input[type="file"]');
    if (!chooser) throw new Error("no way to attach");
    await desk.user.upload(chooser, new File(["png"], "plan.png", { type: "image/png" }));
    await desk.passes(100);
    await presses(desk, screen.getByRole("button", { name: "Remove plan.png" }));
    expect(screen.queryByRole("button", { name: "Remove plan.png" })).toBeNull();
    expect(pane()).toBe("dock");
  });

  it.each([
    ["the list of keys", "?"],
    ["the palette", "{Control>}k{/Control}"],
    ["the quick note", "{Control>}{Shift>}n{/Shift}{/Control}"],
    ["the menu of channels", "f"],
  ])("returns to where it was when %s is closed", async (_, press) => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const before = document.activeElement;
    await desk.user.keyboard(press);
    await desk.passes(300);
    expect(document.activeElement).not.toBe(before);
    await desk.user.keyboard("{Escape}");
    await desk.passes(400);
    expect(pane()).toBe("list");
  });

  it("returns to the conversation when the drawer with the card is closed", async () => {
    const desk = await openClinic({ width: 1024 });
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("p");
    await desk.passes(100);
    expect(pane()).toBe("card");
    await desk.user.keyboard("{Escape}");
    await desk.passes(100);
    expect(layout.drawer).toBe(false);
    expect(desk.timeline()).toHaveFocus();
  });

  it("is in the window's body after a change of view, never nowhere", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    desk.rows()[0]?.focus();
    app.openSettings("look");
    await desk.passes(400);
    expect(document.body).not.toHaveFocus();
    app.view = "inbox";
    await desk.passes(400);
    expect(document.body).not.toHaveFocus();
  });

  it("is where it was when the window comes back, so that the first key works", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const field = desk.field();
    await desk.user.type(field, "Come");
    field.blur();
    expect(document.body).toHaveFocus();
    await fireEvent.focus(window);
    expect(field).toHaveFocus();
    await desk.user.keyboard(" at 11:10");
    expect(field).toHaveValue("Come at 11:10");
  });

  it("goes to the list when the window comes back and nothing had it yet", async () => {
    const desk = await openClinic();
    (document.activeElement as HTMLElement | null)?.blur();
    await fireEvent.focus(window);
    expect(pane()).toBe("list");
    const before = row();
    await desk.user.keyboard("j");
    await desk.passes(100);
    expect(row()).not.toBe(before);
  });

  it("does not move when the list changes around it", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come");
    const other = desk.person("Matteo Villani");
    desk.clinic.patientWrites(other.id, "Are you open on Friday?");
    await desk.passes(400);
    expect(desk.field()).toHaveFocus();
  });

  it("stays on the line that is put somewhere else", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("j");
    await desk.passes(100);
    const had = document.activeElement as HTMLElement;
    expect(had.dataset.row).toBeDefined();
    const mover = had.closest("[role=listbox]") as HTMLElement;
    mover.append(had);
    expect(document.body).toHaveFocus();
    await desk.passes(100);
    expect(had).toHaveFocus();
  });
});
