/** The menu of a line. */
import { fireEvent, screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { app } from "../state/app.svelte";

const menu = () => screen.getByRole("menu");

async function focuses(desk: Desk, name: RegExp) {
  desk.row(name).focus();
  await desk.passes(20);
}

describe("the menu of a line", () => {
  it.each([
    ["Shift+F10", "{Shift>}{F10}{/Shift}"],
    ["the Menu key", "{ContextMenu}"],
  ])("opens with %s at the focused line, takes arrows, and gives the focus back on Esc", async (_, press) => {
    const desk = await openClinic();
    await focuses(desk, /^Farah Mansour/);
    await desk.user.keyboard(press);
    await desk.passes(100);
    expect(menu()).toHaveAccessibleName("Menu for Farah Mansour");
    expect(within(menu()).getByRole("menuitem", { name: /^Done/ })).toHaveTextContent("E");
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(desk.row(/^Farah Mansour/)).toHaveFocus();
  });

  it("opens with the right button and does what it says to that line and no other", async () => {
    const desk = await openClinic();
    await desk.opens("Matteo Villani");
    await fireEvent.contextMenu(desk.row(/^Farah Mansour/));
    await desk.passes(100);
    await desk.user.click(within(menu()).getByRole("menuitem", { name: /^Done/ }));
    await desk.passes(400);
    expect(desk.calls("triage").at(-1)).toMatchObject({ args: [[desk.person("Farah Mansour").id], { is: "done" }] });
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.body).not.toHaveFocus();
  });

  it("opens the conversation", async () => {
    const desk = await openClinic();
    await focuses(desk, /^Farah Mansour/);
    await desk.user.keyboard("{Shift>}{F10}{/Shift}");
    await desk.passes(100);
    await desk.user.click(within(menu()).getByRole("menuitem", { name: /^Open/ }));
    await desk.passes(300);
    expect(within(desk.conversation()).getByRole("heading", { level: 2 })).toHaveTextContent("Farah Mansour");
  });
});

describe("doing again", () => {
  it.each(["{Control>}y{/Control}", "{Control>}{Shift>}z{/Shift}{/Control}"])(
    "decides once more what was taken back",
    async (press) => {
      const desk = await openClinic();
      await desk.opens("Farah Mansour");
      await desk.user.keyboard("{Shift>}e{/Shift}");
      await desk.passes(50);
      await desk.user.keyboard("{Control>}z{/Control}");
      await desk.passes(50);
      expect(desk.calls("triageUndo")).toHaveLength(1);
      await desk.user.keyboard(press);
      await desk.passes(50);
      expect(desk.calls("triage")).toHaveLength(2);
    },
  );

  it.each(["{Control>}y{/Control}", "{Control>}{Shift>}z{/Shift}{/Control}"])(
    "%s does again on every screen what was taken back there",
    async (press) => {
      const desk = await openClinic();
      await desk.opens("Farah Mansour");
      await desk.user.keyboard("m");
      await desk.passes(50);
      await desk.user.keyboard("{Control>}3{/Control}");
      await desk.passes(50);
      await desk.user.keyboard("{Control>}z{/Control}");
      await desk.passes(50);
      expect(app.view).toBe("patients");
      expect(desk.calls("triageUndo")).toHaveLength(1);
      await desk.user.keyboard(press);
      await desk.passes(50);
      expect(desk.calls("triage").map((one) => one.args[1])).toEqual([
        { is: "mute", on: true },
        { is: "mute", on: true },
      ]);
    },
  );
});
