import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";

/** The core takes this long to read a conversation. */
function slow(desk: Desk, ms: number) {
  const read = desk.clinic.commands.conversationOpen;
  desk.clinic.commands.conversationOpen = async (id) => {
    await new Promise((done) => setTimeout(done, ms));
    return read(id);
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
    await desk.passes(100);
    expect(desk.rows().length).toBeLessThan(before);
  });
});
