import { screen, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { openClinic } from "../../../tests/clinic";
import { emojiIn, findEmoji } from "./emoji";

const grid = () => screen.getByRole("listbox", { name: "Emoji" });

describe("emoji", () => {
  it("are found by name in the language of the window, those used last first", async () => {
    const english = await emojiIn("en");
    expect(findEmoji(english, "tooth", [], 5).map((one) => one.sign)).toContain("🦷");
    expect(findEmoji(await emojiIn("de"), "zahn", [], 5).map((one) => one.sign)).toContain("🦷");
    expect(findEmoji(await emojiIn("fr"), "dent", [], 5).map((one) => one.sign)).toContain("🦷");
    expect(findEmoji(english, "", ["🙏"], 3)[0]?.sign).toBe("🙏");
    expect(findEmoji(english, "no such thing", [], 3)).toEqual([]);
  });

  it("are put where the cursor is by keyboard alone, and Esc goes back to the words", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "See you then ");
    await desk.user.keyboard("{Control>}e{/Control}");
    await desk.passes(50);
    await expect.poll(() => within(grid()).queryAllByRole("option").length).toBeGreaterThan(10);
    expect(screen.getByRole("combobox", { name: "Find an emoji" })).toHaveFocus();
    await desk.user.keyboard("tooth");
    await desk.user.keyboard("{Enter}");
    expect(desk.field()).toHaveValue("See you then 🦷");
    expect(desk.field()).toHaveFocus();
    await desk.user.click(screen.getByRole("button", { name: "Emoji" }));
    await desk.passes(20);
    await expect.poll(() => within(grid()).queryAllByRole("option")[0]?.getAttribute("aria-label")).toBe("tooth");
    await desk.user.keyboard("{ArrowRight}");
    expect(within(grid()).getAllByRole("option")[1]).toHaveAttribute("aria-selected", "true");
    await desk.user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: "Emoji" })).toBeNull();
    expect(desk.field()).toHaveFocus();
    expect(desk.field()).toHaveValue("See you then 🦷");
  });
});

describe("the picker of emoji", () => {
  async function opened() {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.click(desk.field());
    await desk.user.keyboard("{Control>}e{/Control}");
    await desk.passes(50);
    return desk;
  }
  const picker = () => screen.queryByRole("dialog", { name: "Emoji" });

  it("lets go of whoever goes elsewhere, and closes", async () => {
    const desk = await opened();
    await desk.user.click(screen.getByRole("tab", { name: /^Reply/ }));
    await desk.passes(100);
    expect(picker()).toBeNull();
    desk.field().focus();
    await desk.user.keyboard("{Control>}e{/Control}");
    await desk.passes(50);
    const pulled = vi.fn();
    desk.field().addEventListener("focus", pulled);
    desk.timeline().focus();
    await desk.passes(100);
    expect(picker()).toBeNull();
    expect(pulled).not.toHaveBeenCalled();
    expect(desk.timeline()).toHaveFocus();
  });

  it("is closed by Esc wherever in it the focus is", async () => {
    const desk = await opened();
    screen.getByRole("button", { name: "Close the emoji" }).focus();
    await desk.passes(50);
    expect(picker()).not.toBeNull();
    await desk.user.keyboard("{Escape}");
    await desk.passes(100);
    expect(picker()).toBeNull();
    expect(desk.field()).toHaveFocus();
  });
});

describe("files", () => {
  it("come by paste and by drop, and the channel's limits stand beside the button", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const attach = screen.getByRole("button", { name: "Attach" });
    expect(attach.getAttribute("title")).toMatch(/up to \d/);
    const picture = () => new File([new Uint8Array(10)], "x-ray.png", { type: "image/png" });
    desk.field().focus();
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { files: [picture()] } });
    desk.field().dispatchEvent(paste);
    await desk.passes(50);
    expect(desk.person("Farah Mansour").composer.draft.files).toHaveLength(1);
    const drop = new Event("drop", { bubbles: true, cancelable: true });
    Object.assign(drop, {
      dataTransfer: { files: [picture(), new File(["x"], "virus.exe", { type: "application/x-msdownload" })] },
    });
    desk.field().dispatchEvent(drop);
    await desk.passes(50);
    expect(desk.person("Farah Mansour").composer.draft.files).toHaveLength(2);
    expect(screen.getAllByText(/does not take files like virus\.exe/).length).toBeGreaterThan(0);
  });
});
