import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { comboOf, keycap, keyName } from "./combo";
import { keymap } from "./keymap";

const press = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

describe("a key", () => {
  it("goes by the letter that is typed", () => {
    // On a French layout the key in the place of Q types A.
    expect(comboOf(press({ key: "a", code: "KeyQ" }), false)).toBe("a");
    expect(comboOf(press({ key: "z", code: "KeyY", ctrlKey: true }), false)).toBe("ctrl+z");
    expect(comboOf(press({ key: "ë", code: "Semicolon" }), false)).toBe("ë");
  });

  it("goes by its place where letters are not Latin", () => {
    expect(keyName(press({ key: "ق", code: "KeyR" }))).toBe("r");
    expect(keyName(press({ key: "к", code: "KeyR" }))).toBe("r");
    expect(keyName(press({ key: "ρ", code: "KeyR" }))).toBe("r");
    expect(keyName(press({ key: "ר", code: "KeyR" }))).toBe("r");
  });

  it("is never a command with Alt or AltGr, nor in the middle of composing", () => {
    expect(comboOf(press({ key: "e", code: "KeyE", altKey: true }), false)).toBeUndefined();
    expect(comboOf(press({ key: "€", code: "KeyE", altKey: true, ctrlKey: true }), false)).toBeUndefined();
    expect(comboOf(press({ key: "e", code: "KeyE", isComposing: true }), false)).toBeUndefined();
  });

  it("is a sign however the layout makes it", () => {
    expect(comboOf(press({ key: "?", code: "Slash", shiftKey: true }), false)).toBe("?");
    expect(comboOf(press({ key: "?", code: "Minus", shiftKey: true }), false)).toBe("?");
  });

  it("swaps Ctrl for ⌘ on a Mac, in hearing and in drawing", () => {
    expect(comboOf(press({ key: "k", code: "KeyK", metaKey: true }), true)).toBe("ctrl+k");
    expect(comboOf(press({ key: "k", code: "KeyK", ctrlKey: true }), true)).toBeUndefined();
    expect([keycap("ctrl+enter", false), keycap("ctrl+enter", true)]).toEqual(["Ctrl ↵", "⌘ ↵"]);
  });

  it("is in the table once at most, and never one of the forbidden", () => {
    const all = keymap.filter((one) => one.heard === "everywhere").flatMap((one) => one.combos);
    expect(new Set(all).size).toBe(all.length);
    expect(keymap.flatMap((one) => one.combos).filter((combo) => /alt|[[\]{}\\|]|ctrl\+space/.test(combo))).toEqual([]);
  });
});

describe("the keyboard at the desk", () => {
  it("goes round the panes with F6 and back with Shift+F6", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const pane = () => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane");
    const seen: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i += 1) {
      await desk.user.keyboard("{F6}");
      seen.push(pane());
    }
    expect(seen).toEqual(["conversation", "dock", "card", "status"]);
    await desk.user.keyboard("{Shift>}{F6}{/Shift}");
    expect(pane()).toBe("card");
  });

  it("hears no single letter when they are switched off, but still those with Ctrl", async () => {
    const desk = await openClinic({ settings: { single_keys: false } });
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("e");
    await desk.passes(50);
    expect(desk.calls("triage")).toHaveLength(0);
    expect(within(desk.conversation()).getByRole("button", { name: "Done" })).not.toHaveTextContent("E");
    await desk.user.keyboard("{Control>}r{/Control}");
    await desk.passes(20);
    expect(desk.field()).toHaveFocus();
  });

  it("shows all keys on a question mark, and Esc closes them", async () => {
    const desk = await openClinic();
    await desk.user.keyboard("?");
    await desk.passes(50);
    expect(screen.getByRole("dialog", { name: "Keys" })).toHaveTextContent("Done, and the next one");
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(screen.queryByRole("dialog", { name: "Keys" })).toBeNull();
  });

  it("finds with the keys of other programs too", async () => {
    for (const keys of ["/", "{Control>}f{/Control}"]) {
      const desk = await openClinic();
      await desk.user.keyboard(keys);
      await desk.passes(50);
      expect(screen.getByRole("combobox", { name: /Search/ })).toHaveFocus();
      await desk.close();
    }
  });

  it("makes the letters larger, up to twice, smaller, and as usual, and keeps that", async () => {
    const desk = await openClinic();
    const letters = () => document.documentElement.dataset.text;
    for (let n = 0; n < 6; n += 1) await desk.user.keyboard("{Control>}+{/Control}");
    await desk.passes(20);
    expect(letters()).toBe("double");
    await desk.user.keyboard("{Control>}-{/Control}");
    await desk.passes(20);
    expect(letters()).toBe("half");
    await desk.user.keyboard("{Control>}0{/Control}");
    await desk.passes(20);
    expect(letters()).toBe("normal");
    expect(desk.calls("settingsSave").at(-1)).toMatchObject({ args: [{ text_size: "normal" }] });
  });

  it("sends, marks done and goes on with one key", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(1);
    expect(desk.calls("triage")).toHaveLength(1);
    expect(within(desk.conversation()).getByRole("heading", { level: 2 })).not.toHaveTextContent("Farah");
  });

  it("takes back what is still leaving with an arrow in the empty field", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(20);
    desk.field().focus();
    await desk.user.keyboard("{ArrowUp}");
    await desk.passes(50);
    expect(desk.field()).toHaveValue("Come at 11:10");
  });
});
