import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";

const queue = async (desk: Desk, name: RegExp) => {
  await desk.user.click(within(screen.getByRole("group", { name: "Queues" })).getByRole("button", { name }));
  await desk.passes(50);
};
const heading = (desk: Desk) => within(desk.conversation()).getByRole("heading", { level: 2 });
const waits = (desk: Desk, name: string) =>
  desk.spoken().some((words) => words.startsWith(name) && words.includes("waiting"));

describe("putting a conversation aside", () => {
  it("takes two keys, turns to the next person, and it comes back by itself", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    expect(screen.getByRole("combobox", { name: "Put Farah Mansour aside until…" })).toHaveFocus();
    await desk.user.keyboard("1");
    await desk.passes(600);
    expect(waits(desk, "Farah")).toBe(false);
    expect(heading(desk)).toHaveTextContent("Arben Hoxha");
    await queue(desk, /^Snoozed/);
    expect(desk.row(/^Farah Mansour, put aside, WhatsApp, Back 12:41/)).toBeInTheDocument();
    await desk.passes(3 * 3_600_000 + 60_000);
    await queue(desk, /^Waiting/);
    expect(desk.row(/^Farah Mansour, waiting/)).toBeInTheDocument();
  });

  it("lasts until they write when one presses S, and S twice", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    await desk.user.keyboard("ss");
    await desk.passes(50);
    await queue(desk, /^Snoozed/);
    expect(desk.row(/^Farah Mansour, put aside.*Until they write/)).toBeInTheDocument();
    desk.clinic.patientWrites(desk.person("Farah Mansour").id, "Any news?");
    await desk.passes(50);
    expect(desk.rows()).toHaveLength(0);
    await queue(desk, /^Waiting/);
    expect(waits(desk, "Farah")).toBe(true);
  });

  it("understands a time in words, and says when it does not", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    await desk.user.keyboard("some day");
    await desk.passes(50);
    expect(screen.getByText(/could not be read/)).toBeInTheDocument();
    await desk.user.clear(screen.getByRole("combobox"));
    await desk.user.keyboard("tomorrow 8:00");
    await desk.passes(50);
    expect(screen.getByRole("option", { name: /08:00/ })).toBeInTheDocument();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(desk.calls("triage").at(-1)?.args[1]).toEqual({ is: "snooze", until: Date.parse("2026-11-25T08:00:00Z") });
  });

  it("takes words that begin with a number for words", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    await desk.user.keyboard("1");
    await desk.passes(300);
    expect(screen.getByRole("option", { name: /12:41/ })).toHaveAttribute("aria-selected", "true");
    await desk.user.keyboard("5:30");
    await desk.passes(2000);
    expect(screen.getByRole("combobox")).toHaveValue("15:30");
    expect(desk.calls("triage")).toHaveLength(0);
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(desk.calls("triage").at(-1)?.args[1]).toEqual({ is: "snooze", until: Date.parse("2026-11-24T15:30:00Z") });
  });

  it("chooses the time that was typed, also when Enter is faster than the answer", async () => {
    const desk = await openClinic();
    const { whenRead } = desk.clinic.commands;
    desk.clinic.commands.whenRead = async (text) => {
      await new Promise((done) => setTimeout(done, text.includes(":00") ? 300 : 0));
      return whenRead(text);
    };
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    await desk.user.keyboard("tomorrow");
    await desk.passes(50);
    await desk.user.keyboard(" 8:00{Enter}");
    await desk.passes(500);
    expect(desk.calls("triage").at(-1)?.args[1]).toEqual({ is: "snooze", until: Date.parse("2026-11-25T08:00:00Z") });
  });

  it("is given up with Esc, and the focus is where it was", async () => {
    const desk = await openClinic();
    desk.row(/^Farah/).focus();
    await desk.user.keyboard("s");
    await desk.passes(50);
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(desk.row(/^Farah/)).toHaveFocus();
    expect(desk.calls("triage")).toHaveLength(0);
  });
});

describe("many at once", () => {
  it("are selected with X and arrows, done with one key, and back with one", async () => {
    const desk = await openClinic();
    desk.row(/^Ottilie/).focus();
    await desk.user.keyboard("x");
    await desk.user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await desk.passes(50);
    expect(screen.getByRole("toolbar", { name: "With what is selected" })).toHaveTextContent("Selected: 2");
    expect(desk.row(/^Matteo/)).toHaveAttribute("aria-selected", "true");
    await desk.user.keyboard("e");
    await desk.passes(50);
    expect([waits(desk, "Ottilie"), waits(desk, "Matteo")]).toEqual([false, false]);
    expect(screen.queryByRole("toolbar", { name: "With what is selected" })).toBeNull();
    expect(document.activeElement?.closest("[data-row]")).not.toBeNull();
    await desk.user.keyboard("{Control>}z{/Control}");
    await desk.passes(50);
    expect([waits(desk, "Ottilie"), waits(desk, "Matteo")]).toEqual([true, true]);
    await desk.user.keyboard("{Control>}y{/Control}");
    await desk.passes(50);
    expect([waits(desk, "Ottilie"), waits(desk, "Matteo")]).toEqual([false, false]);
  });

  it("are all selected with Ctrl+A, and none with Esc", async () => {
    const desk = await openClinic();
    desk.row(/^Ottilie/).focus();
    await desk.user.keyboard("{Control>}a{/Control}");
    await desk.passes(20);
    const selected = () => desk.rows().filter((row) => row.getAttribute("aria-selected") === "true").length;
    expect(selected()).toBe(desk.rows().length);
    await desk.user.keyboard("{Escape}");
    await desk.passes(20);
    expect(selected()).toBe(0);
  });
});

describe("who has it and what it is about", () => {
  it("is taken with Shift+A, listed under Mine, and given to a colleague by name", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("{Shift>}a{/Shift}");
    await desk.passes(50);
    await queue(desk, /^Mine/);
    expect(desk.spoken()).toHaveLength(1);
    expect(desk.row(/^Farah.*Yours/)).toBeInTheDocument();
    await desk.user.keyboard("a");
    await desk.passes(50);
    await desk.user.keyboard("callum");
    await desk.passes(20);
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("button", { name: /^Callum Reid/ })).toBeInTheDocument();
    expect(desk.rows()).toHaveLength(0);
  });

  it("gets a label that did not exist, and the list can be narrowed to it and kept", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("l");
    await desk.passes(50);
    await desk.user.keyboard("Recall{Enter}");
    await desk.passes(50);
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(desk.row(/^Farah.*Recall/)).toBeInTheDocument();
    await desk.user.keyboard("f");
    await desk.passes(50);
    await desk.user.keyboard("rec{Enter}");
    await desk.passes(50);
    expect(desk.spoken()).toHaveLength(1);
    await desk.user.click(screen.getByRole("button", { name: "Keep as a view" }));
    await desk.passes(50);
    await desk.user.keyboard("Recalls this week{Enter}");
    await desk.passes(300);
    const kept = within(screen.getByRole("group", { name: "Saved views" })).getByRole("button");
    expect(kept).toHaveTextContent("Recalls this week 1");
    await queue(desk, /^Waiting/);
    expect(desk.spoken().length).toBeGreaterThan(1);
    await desk.user.click(kept);
    await desk.passes(50);
    expect(desk.spoken()).toHaveLength(1);
  });

  it("stays at the top when it is kept there, and spam is out of sight until it is none", async () => {
    const desk = await openClinic();
    await desk.opens("Tobias Wren");
    await desk.user.click(within(desk.conversation()).getByRole("button", { name: "More" }));
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitem", { name: /Keep at the top/ }));
    await desk.passes(50);
    expect(desk.spoken()[0]).toMatch(/^Tobias Wren.*at the top/);
    await desk.user.click(within(desk.conversation()).getByRole("button", { name: "More" }));
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitem", { name: /Mark as spam/ }));
    await desk.passes(50);
    expect(desk.spoken().some((words) => words.startsWith("Tobias"))).toBe(false);
    await queue(desk, /^Spam/);
    expect(desk.row(/^Tobias/)).toBeInTheDocument();
  });

  it("counts as not opened again, and is left for that", async () => {
    const desk = await openClinic();
    await desk.opens("Jonas Weidmann", "All");
    await desk.user.keyboard("u");
    await desk.passes(50);
    expect(desk.row(/^Jonas Weidmann, waiting now, not opened/)).toBeInTheDocument();
    await queue(desk, /^Waiting/);
    expect(desk.row(/^Jonas Weidmann, waiting now, not opened/)).toBeInTheDocument();
  });
});

describe("on a Sunday evening", () => {
  it("offers every time although some of them are the same moment", async () => {
    const desk = await openClinic();
    const monday = Date.parse("2026-11-30T08:30:00Z");
    desk.clinic.commands.snoozeChoices = async () => ({
      status: "ok",
      data: [
        { key: "next_opening", at: monday },
        { key: "tomorrow", at: monday },
        { key: "next_week", at: monday },
      ],
    });
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("s");
    await desk.passes(50);
    expect(screen.getAllByRole("option", { name: /08:30/ })).toHaveLength(3);
    await desk.user.keyboard("3{Enter}");
    await desk.passes(50);
    expect(desk.calls("triage").at(-1)?.args[1]).toEqual({ is: "snooze", until: monday });
  });
});
