import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";

/** The core takes this long to read a conversation. */
function slow(desk: Desk, ms: number) {
  const read = desk.clinic.commands.conversationOpen;
  desk.clinic.commands.conversationOpen = async (id, watch) => {
    await new Promise((done) => setTimeout(done, ms));
    return read(id, watch);
  };
}

const shown = (desk: Desk) => within(desk.conversation()).queryByRole("heading", { level: 2 })?.textContent?.trim();
const open = (desk: Desk) => desk.rows().find((row) => row.getAttribute("aria-current") === "true")?.dataset.row;

describe("from one conversation to the next", () => {
  it("keeps the one before, whole, until the next one is read", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    slow(desk, 100);
    await desk.user.click(desk.row(/^Matteo Villani/));
    await desk.passes(60);
    expect(shown(desk)).toBe("Ottilie Brandt");
    expect(open(desk)).toBe(desk.person("Matteo Villani").id);
    await desk.passes(60);
    expect(shown(desk)).toBe("Matteo Villani");
  });

  it("does not keep it for long: what takes its time is not there yet", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    slow(desk, 1000);
    await desk.user.click(desk.row(/^Matteo Villani/));
    await desk.passes(300);
    expect(shown(desk)).toBeUndefined();
    await desk.passes(800);
    expect(shown(desk)).toBe("Matteo Villani");
  });

  it("rings the one that was turned to, never the one that still stands there", async () => {
    const desk = await openClinic();
    await desk.opens("+44 7700 900 271");
    slow(desk, 100);
    const other = desk.person("Arben Hoxha");
    await desk.user.click(desk.row(/^Arben Hoxha/));
    await desk.user.keyboard("c");
    await desk.passes(300);
    expect(desk.calls("callPlace").map((one) => one.args)).toEqual([[other.id]]);
  });

  it("decides about nothing meanwhile, also not about what was selected before", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.row(/^Matteo/).focus();
    await desk.user.keyboard("x");
    desk.timeline().focus();
    slow(desk, 100);
    await desk.user.keyboard("j");
    await desk.user.keyboard("e");
    await desk.passes(300);
    expect(desk.calls("triage")).toHaveLength(0);
  });

  it("decides once about what is about to give way, however fast the key is pressed again", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.timeline().focus();
    slow(desk, 100);
    await desk.user.keyboard("e");
    await desk.passes(20);
    await desk.user.keyboard("e");
    await desk.passes(200);
    expect(desk.calls("triage")).toHaveLength(1);
    expect(shown(desk)).toBe("Matteo Villani");
    expect(desk.timeline()).toHaveFocus();
  });

  it("writes to the one that was turned to, also when the hand is faster than the answer", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    slow(desk, 100);
    await desk.user.click(desk.row(/^Matteo Villani/));
    await desk.user.keyboard("r");
    await desk.passes(200);
    await desk.user.keyboard("For Matteo");
    await desk.passes(1000);
    expect(desk.field()).toHaveValue("For Matteo");
    await desk.user.click(desk.row(/^Ottilie Brandt/));
    await desk.passes(200);
    expect(desk.field()).toHaveValue("");
  });
});

describe("what stands open", () => {
  it("is read anew without counting as looked at, when news were lost on the way", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.clinic.patientWrites(desk.person("Matteo Villani").id, "Good morning");
    const opened = desk.calls("conversationOpen").length;
    desk.clinic.loseNews();
    desk.clinic.patientWrites(desk.person("Ottilie Brandt").id, "And one more");
    desk.clinic.patientWrites(desk.person("Arben Hoxha").id, "Hello?");
    await desk.passes(100);
    expect(within(desk.timeline()).getByText("And one more")).toBeInTheDocument();
    expect(desk.calls("conversationStays")).toHaveLength(1);
    expect(desk.calls("conversationOpen")).toHaveLength(opened);
  });
});

describe("J and K in an open conversation", () => {
  it("turn to the next and the one before, and the focus stays where it reads", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.timeline().focus();
    await desk.user.keyboard("j");
    await desk.passes(50);
    expect(shown(desk)).toBe("Matteo Villani");
    expect(desk.timeline()).toHaveFocus();
    await desk.user.keyboard("k");
    await desk.passes(50);
    expect(shown(desk)).toBe("Ottilie Brandt");
    await desk.user.keyboard("k");
    await desk.passes(50);
    expect(shown(desk)).toBe("Ottilie Brandt");
  });

  it("keep up when held: the list follows each press, and of those passed only the last is opened", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.timeline().focus();
    const ids = desk.rows().map((row) => row.dataset.row);
    const before = desk.calls("conversationOpen").length;
    slow(desk, 100);
    for (const at of [1, 2, 3, 4]) {
      await desk.user.keyboard("j");
      expect(open(desk)).toBe(ids[at]);
    }
    await desk.passes(500);
    expect(shown(desk)).toBe(desk.clinic.conversations.find((one) => one.id === ids[4])?.name);
    expect(desk.calls("conversationOpen").length - before).toBe(2);
    expect(desk.timeline()).toHaveFocus();
  });

  it("lead to the field of the one that was turned to, and letters on the way are no commands", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.timeline().focus();
    slow(desk, 80);
    await desk.user.keyboard("jjr");
    await desk.passes(90);
    await desk.user.keyboard("Pl");
    await desk.passes(400);
    await desk.user.keyboard("ease");
    await desk.passes(1000);
    expect(shown(desk)).toBe(desk.clinic.conversations.find((one) => one.id === open(desk))?.name);
    expect(open(desk)).toBe(desk.rows()[2]?.dataset.row);
    expect(desk.field()).toHaveFocus();
    expect(desk.field()).toHaveValue("ease");
    expect(
      desk.calls("draftSave").filter((one) => JSON.stringify(one.args).includes(desk.person("Matteo Villani").id)),
    ).toEqual([]);
    expect(desk.calls("triage")).toHaveLength(0);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("never leave the keys without a place", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.timeline().focus();
    slow(desk, 80);
    await desk.user.keyboard("j");
    for (let ms = 0; ms < 120; ms += 5) {
      await desk.passes(5);
      expect(desk.timeline()).toHaveFocus();
    }
  });

  it("are letters where somebody writes", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.field().focus();
    await desk.user.keyboard("jk");
    await desk.passes(50);
    expect(shown(desk)).toBe("Ottilie Brandt");
    expect(desk.field()).toHaveValue("jk");
  });

  it("leave the keys of the list for the list", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    desk.row(/^Ottilie/).focus();
    await desk.user.keyboard("j");
    await desk.passes(50);
    expect(desk.row(/^Matteo/)).toHaveFocus();
    expect(shown(desk)).toBe("Ottilie Brandt");
  });
});

describe("from one list to another", () => {
  it("never says of an empty list what is true of another one only", async () => {
    const desk = await openClinic();
    const queues = within(screen.getByRole("group", { name: "Queues" }));
    await desk.user.click(queues.getByRole("button", { name: /^Spam/ }));
    await desk.passes(50);
    expect(desk.rows()).toHaveLength(0);
    const read = desk.clinic.commands.inboxOpen;
    desk.clinic.commands.inboxOpen = async (...asked) => {
      await new Promise((done) => setTimeout(done, 100));
      return read(...asked);
    };
    await desk.user.click(queues.getByRole("button", { name: /^Waiting/ }));
    await desk.passes(50);
    expect(screen.queryByText(/All answered/)).toBeNull();
    await desk.passes(100);
    expect(desk.rows().length).toBeGreaterThan(0);
  });

  it("keeps the rows before until the others are read", async () => {
    const desk = await openClinic();
    const read = desk.clinic.commands.inboxOpen;
    desk.clinic.commands.inboxOpen = async (...asked) => {
      await new Promise((done) => setTimeout(done, 100));
      return read(...asked);
    };
    const before = desk.rows().length;
    const queues = screen.getByRole("group", { name: "Queues" });
    await desk.user.click(within(queues).getByRole("button", { name: /^Not sent/ }));
    await desk.passes(50);
    expect(desk.rows()).toHaveLength(before);
    expect(screen.getByRole("region", { name: "List: Waiting" })).toBeInTheDocument();
    await desk.passes(100);
    expect(screen.getByRole("region", { name: "List: Not sent" })).toBeInTheDocument();
    expect(desk.rows().length).toBeLessThan(before);
  });
});
