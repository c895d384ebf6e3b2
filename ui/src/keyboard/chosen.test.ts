/** Keys that staff chose: what may be chosen, what becomes of a clash, and that everything shows them. */
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { t } from "../i18n/i18n.svelte";
import { app } from "../state/app.svelte";
import { type Command, keymap } from "./keymap";
import { keys } from "./live.svelte";
import { type Refusal, refusal, refusedPress } from "./refusal";

const binding = (command: Command) => {
  const found = keymap.find((one) => one.command === command);
  if (!found) throw new Error(command);
  return found;
};

describe("a key that no command may have", () => {
  it.each<[string, Command, Refusal | undefined]>([
    ["[", "reply", "bracket"],
    ["|", "reply", "bracket"],
    ["@", "reply", "bracket"],
    ["ctrl+]", "reply", "bracket"],
    ["ctrl+space", "reply", "input"],
    ["ctrl+shift+4", "reply", "screenshot"],
    ["ctrl+$", "reply", "screenshot"],
    ["ctrl+c", "reply", "system"],
    ["ctrl+w", "reply", "system"],
    ["shift+f10", "reply", "system"],
    ["enter", "reply", "needed"],
    ["ctrl+left", "reply", "needed"],
    ["tab", "next-row", "needed"],
    ["q", "send", "typing"],
    ["enter", "send", "typing"],
    ["q", "reply", undefined],
    ["ctrl+shift+x", "reply", undefined],
    ["f7", "send", undefined],
    ["space", "next-row", undefined],
  ])("%s for %s", (combo, command, why) => expect(refusal(combo, binding(command))).toBe(why));

  it("is never one of the usual ones", () => {
    for (const one of keymap) for (const combo of one.combos) expect(refusal(combo, one), combo).toBeUndefined();
  });

  it("is told from a press too, also when the press makes no combo", () => {
    const press = (init: KeyboardEventInit) => refusedPress(new KeyboardEvent("keydown", init));
    expect(press({ key: "e", altKey: true })).toBe("alt");
    expect(press({ key: "€", altKey: true, ctrlKey: true })).toBe("alt");
    expect(press({ key: "ą", modifierAltGraph: true })).toBe("alt");
    expect(press({ key: "Dead" })).toBe("dead");
    expect(press({ key: "Shift", shiftKey: true })).toBeUndefined();
  });
});

async function keysPage(): Promise<Desk> {
  const desk = await openClinic();
  app.openSettings("keys");
  await desk.passes(50);
  return desk;
}

const change = (what: string) => screen.getByRole("button", { name: new RegExp(`^${what}: .*Choose another key$`) });

async function asks(desk: Desk, button: HTMLElement): Promise<HTMLElement> {
  await desk.user.click(button);
  await desk.passes(200);
  expect(screen.getByRole("textbox", { name: "The new key" })).toHaveFocus();
  return screen.getByRole("dialog");
}

describe("the page of keys", () => {
  it("gives a command another key, which is heard and drawn everywhere and kept by the core", async () => {
    const desk = await keysPage();
    await asks(desk, change("Patient card"));
    await desk.user.keyboard("q");
    await desk.passes(200);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(desk.calls("keysSave").at(-1)).toMatchObject({ args: [[{ command: "card", combos: ["q"] }]] });
    expect(change("Patient card")).toHaveTextContent("Q");
    app.view = "inbox";
    await desk.passes(50);
    await desk.opens("Farah Mansour");
    expect(within(desk.conversation()).getByRole("button", { name: "Done" })).toHaveTextContent("E");
    await desk.user.keyboard("?");
    await desk.passes(50);
    const line = within(screen.getByRole("dialog", { name: "Keys" }))
      .getByText("Patient card")
      .closest("div");
    expect(line).toHaveTextContent("Q");
  });

  it("are there again in the next window", async () => {
    const desk = await keysPage();
    await keys.put("done-next", "e", "q");
    await desk.close();
    await keys.load();
    expect(keys.everywhere("q")).toBe("done-next");
    expect(keys.everywhere("e")).toBeUndefined();
  });

  it("offers to swap a key that is taken", async () => {
    const desk = await keysPage();
    const dialog = await asks(desk, change("Call"));
    await desk.user.keyboard("e");
    await desk.passes(50);
    expect(within(dialog).getByRole("status")).toHaveTextContent("E already does “Done, and the next one”.");
    await desk.user.click(within(dialog).getByRole("button", { name: "Swap: C does “Done, and the next one” then" }));
    await desk.passes(200);
    expect([keys.everywhere("e"), keys.everywhere("c")]).toEqual(["call", "done-next"]);
  });

  it("takes a key away where swapping would leave somebody unable to write", async () => {
    const desk = await keysPage();
    const dialog = await asks(desk, change("Call"));
    await desk.user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await desk.passes(50);
    await desk.user.click(within(dialog).getByRole("button", { name: /^Swap/ }));
    await desk.passes(200);
    expect(keys.combos("redo")).toEqual(["ctrl+y", "c"]);
    expect(keys.canSwap("reply", "r", "ctrl+enter")).toBe(false);
  });

  it("says why a key cannot be had, and goes on asking", async () => {
    const desk = await keysPage();
    const dialog = await asks(desk, change("Call"));
    await desk.user.keyboard("{Alt>}q{/Alt}");
    await desk.passes(50);
    expect(within(dialog).getByRole("status")).toHaveTextContent(t("keys-refused-alt"));
    await desk.user.keyboard("{Control>}c{/Control}");
    await desk.passes(50);
    expect(within(dialog).getByRole("status")).toHaveTextContent(t("keys-refused-system"));
    expect(desk.calls("keysSave")).toHaveLength(0);
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(change("Call")).toHaveFocus();
  });

  it("adds a key, takes one away, and gives the usual ones back, one by one and all together", async () => {
    const desk = await keysPage();
    await asks(desk, screen.getByRole("button", { name: "One more key for Call" }));
    await desk.user.keyboard("{Control>}{Shift>}c{/Shift}{/Control}");
    await desk.passes(200);
    expect(keys.combos("call")).toEqual(["c", "ctrl+shift+c"]);
    await asks(desk, screen.getByRole("button", { name: /^Patient card: / }));
    await desk.user.click(screen.getByRole("button", { name: "No key" }));
    await desk.passes(200);
    expect(keys.combos("card")).toEqual([]);
    await desk.user.click(screen.getByRole("button", { name: "The usual key again for Call" }));
    expect(keys.combos("call")).toEqual(["c"]);
    await desk.user.click(screen.getByRole("button", { name: "All keys as usual" }));
    expect(keys.combos("card")).toEqual(["p"]);
    expect(desk.calls("keysSave").at(-1)).toMatchObject({ args: [[]] });
  });

  it("gives back what a usual key took, and takes the usual key from whoever has it", async () => {
    await keysPage();
    await keys.put("call", "c", "e");
    expect(keys.combos("done-next")).toEqual([]);
    await keys.reset("done-next");
    expect([keys.combos("done-next"), keys.combos("call")]).toEqual([["e"], []]);
  });

  it("takes back what could not be kept", async () => {
    const desk = await keysPage();
    desk.clinic.commands.keysSave = async () => ({ status: "error", error: { code: "disk_full", params: {} } });
    await asks(desk, change("Call"));
    await desk.user.keyboard("q");
    await desk.passes(200);
    expect(keys.combos("call")).toEqual(["c"]);
    expect(screen.getAllByText(t("error-disk-full"))[0]).toBeInTheDocument();
  });

  it("forgets a kept key that this version refuses, and a command it does not know", async () => {
    const desk = await keysPage();
    desk.clinic.commands.keys = async () => ({
      status: "ok",
      data: [
        { command: "reply", combos: ["ctrl+space", "q"] },
        { command: "fly", combos: ["z"] },
      ],
    });
    await keys.load();
    expect(keys.combos("reply")).toEqual(["q"]);
    expect(keys.everywhere("z")).toBeUndefined();
  });
});

describe("keys of the lists and of the dock", () => {
  it("are heard where they were chosen", async () => {
    const desk = await openClinic();
    await keys.put("next-row", "j", "n");
    expect(keys.combos("note")).toEqual(["ctrl+j"]);
    await desk.user.click(desk.rows()[0] as HTMLElement);
    await desk.user.keyboard("n");
    await desk.passes(50);
    expect(desk.rows()[1]).toHaveFocus();
    await keys.put("send", "ctrl+enter", "f7");
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    expect(desk.calls("replySend")).toHaveLength(0);
    await desk.user.keyboard("{F7}");
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(1);
  });

  it("keep a letter a letter while somebody writes", async () => {
    const desk = await openClinic();
    await keys.put("back-to-list", "esc", "q");
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "quick");
    expect(desk.field()).toHaveValue("quick");
    expect(desk.field()).toHaveFocus();
  });
});
