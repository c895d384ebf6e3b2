/** The quick note on whoever is calling. */
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";

const dialog = () => screen.getByRole("dialog", { name: "Quick note" });
const words = () => within(dialog()).getByRole("textbox", { name: /note/i });

async function opens(desk: Desk) {
  await desk.user.keyboard("{Control>}{Shift>}n{/Shift}{/Control}");
  await desk.passes(200);
}

/** Somebody rings the practice now. */
function rings(desk: Desk, name: string) {
  desk.clinic.commands.callingNow = async () => ({
    status: "ok",
    data: { conversation: desk.person(name).id, name, since: desk.clinic.now() - 60_000 },
  });
}

const nobodyRings = (desk: Desk) => {
  desk.clinic.commands.callingNow = async () => ({ status: "ok", data: null });
};

describe("the quick note", () => {
  it("is about whoever is calling, and leaves the draft, its focus and its cursor as they were", async () => {
    const desk = await openClinic();
    rings(desk, "Matteo Villani");
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    desk.field().setSelectionRange(4, 4);
    await opens(desk);
    expect(within(dialog()).getByRole("status")).toHaveTextContent(/About Matteo Villani.*On the telephone since/);
    expect(words()).toHaveFocus();
    await desk.user.keyboard("Asks for a receipt");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(300);
    expect(desk.calls("noteAdd").at(-1)).toMatchObject({
      args: [desk.person("Matteo Villani").id, "Asks for a receipt"],
    });
    expect(desk.calls("replySend")).toHaveLength(0);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(desk.field()).toHaveValue("Come at 11:10");
    expect(desk.field()).toHaveFocus();
    expect(desk.field().selectionStart).toBe(4);
    expect(within(desk.conversation()).getByRole("heading", { level: 2 })).toHaveTextContent("Farah Mansour");
  });

  it("is about the open conversation where nobody calls, and about somebody else by typing", async () => {
    const desk = await openClinic();
    nobodyRings(desk);
    await desk.opens("Farah Mansour");
    await opens(desk);
    expect(within(dialog()).getByRole("status")).toHaveTextContent(/About Farah Mansour.*The open conversation/);
    await desk.user.click(within(dialog()).getByRole("button", { name: "Somebody else" }));
    await desk.passes(20);
    const finder = within(dialog()).getByRole("combobox", { name: "Whom the note is about" });
    expect(finder).toHaveFocus();
    await desk.user.keyboard("farah");
    await desk.passes(20);
    expect(within(dialog()).getAllByRole("option").length).toBeGreaterThan(0);
    await desk.user.keyboard("{Enter}");
    await desk.passes(20);
    expect(words()).toHaveFocus();
    expect(dialog()).toHaveTextContent("Chosen by you");
  });

  it("asks whom it is about where nobody calls and nothing is open", async () => {
    const desk = await openClinic();
    nobodyRings(desk);
    await opens(desk);
    expect(dialog()).toHaveTextContent("Nobody is calling.");
    expect(within(dialog()).getByRole("combobox")).toHaveFocus();
    await desk.user.keyboard("zzzz");
    await desk.passes(20);
    expect(dialog()).toHaveTextContent("Nobody is found for “zzzz”.");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    expect(desk.calls("noteAdd")).toHaveLength(0);
  });

  it("does not take the focus from words that are being written when nobody turns out to call", async () => {
    const desk = await openClinic();
    desk.clinic.commands.callingNow = async () => {
      await new Promise((done) => setTimeout(done, 500));
      return { status: "ok", data: null };
    };
    await opens(desk);
    await desk.user.keyboard("Asks for ");
    await desk.passes(600);
    expect(within(dialog()).getByRole("combobox")).toBeInTheDocument();
    await desk.user.keyboard("a receipt");
    expect(words()).toHaveValue("Asks for a receipt");
  });

  it("is about whom the letters name, also when Enter is faster than the search", async () => {
    const desk = await openClinic();
    nobodyRings(desk);
    const { search } = desk.clinic.commands;
    desk.clinic.commands.search = async (words, after) => {
      await new Promise((done) => setTimeout(done, words === "arben" ? 0 : 300));
      return search(words, after);
    };
    await opens(desk);
    await desk.user.keyboard("arben");
    await desk.passes(1500);
    expect(within(dialog()).getAllByRole("option")[0]).toHaveTextContent("Arben Hoxha");
    await desk.user.clear(within(dialog()).getByRole("combobox"));
    await desk.user.keyboard("farah{Enter}");
    await desk.passes(500);
    expect(within(dialog()).getAllByRole("status")[0]).toHaveTextContent(/About Farah Mansour/);
  });

  it("keeps its words over Esc, and where the core could not keep them", async () => {
    const desk = await openClinic();
    rings(desk, "Matteo Villani");
    await opens(desk);
    await desk.user.keyboard("Asks for a receipt{Escape}");
    await desk.passes(300);
    expect(screen.queryByRole("dialog")).toBeNull();
    await opens(desk);
    expect(words()).toHaveValue("Asks for a receipt");
    desk.clinic.commands.noteAdd = async () => ({ status: "error", error: { code: "disk_full", params: {} } });
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(within(dialog()).getByRole("alert")).toHaveTextContent("The disk is full.");
    expect(words()).toHaveValue("Asks for a receipt");
  });
});
