import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { crowd } from "../platform/fake/people";

describe("the list of people who wait", () => {
  it("shows who waits longest first, with channel, time and what was said", async () => {
    const desk = await openClinic();
    const names = desk.spoken();
    expect(names[0]).toBe(
      "Ottilie Brandt, waiting 21 h, Instagram, 2 h 42 min left to reply, Lovely, thanks! Is there anything I should bring along on Thursday?",
    );
    expect(names[3]).toMatch(/^\+44 7700 900 271, waiting 47 min, not opened, Phone, Missed call, Voicemail 0:38/);
    expect(screen.getByText("8 people, longest 21 h")).toBeInTheDocument();
  });

  it("shows the reply window only when it is about to close", async () => {
    const desk = await openClinic();
    expect(within(desk.row(/^Ottilie Brandt/)).getByText("2 h 42 min left")).toBeInTheDocument();
    expect(within(desk.row(/^Matteo Villani/)).queryByText(/left$/)).toBeNull();
  });

  it("counts the waiting time on by itself", async () => {
    const desk = await openClinic();
    expect(within(desk.row(/^Tobias Wren/)).getByText("16 min")).toBeInTheDocument();
    await desk.passes(2 * 60_000);
    expect(within(desk.row(/^Tobias Wren/)).getByText("18 min")).toBeInTheDocument();
  });

  it("is walked through with the arrows and J and K, and opened with Enter only", async () => {
    const desk = await openClinic();
    desk.row(/^Ottilie/).focus();
    await desk.user.keyboard("{ArrowDown}");
    await desk.passes(20);
    expect(desk.row(/^Matteo/)).toHaveFocus();
    await desk.user.keyboard("j");
    await desk.passes(20);
    expect(desk.row(/^@nadia/)).toHaveFocus();
    await desk.user.keyboard("k");
    await desk.passes(20);
    expect(desk.row(/^Matteo/)).toHaveFocus();
    expect(desk.calls("conversationOpen")).toHaveLength(0);
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("heading", { name: "Matteo Villani" })).toBeInTheDocument();
    expect(desk.timeline()).toHaveFocus();
    await desk.user.keyboard("{Escape}");
    await desk.passes(20);
    expect(desk.row(/^Matteo/)).toHaveFocus();
  });

  it("marks somebody opened as opened, which is not answered", async () => {
    const desk = await openClinic();
    expect(desk.row(/^Arben Hoxha, waiting 21 min, not opened/)).toBeInTheDocument();
    await desk.opens("Arben Hoxha");
    expect(desk.row(/^Arben Hoxha, waiting 21 min, WhatsApp/)).toBeInTheDocument();
    expect(screen.getByText("8 people, longest 21 h")).toBeInTheDocument();
  });

  it("lets a new message in without moving what is chosen", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    desk.clinic.patientWrites(desk.person("Daniel Achterberg").id, "One more thing");
    await desk.passes(50);
    expect(desk.row(/^Farah Mansour/)).toHaveAttribute("aria-selected", "true");
    expect(desk.rows().at(-1)).toHaveAccessibleName(
      /^Daniel Achterberg, waiting now, not opened, WhatsApp, One more thing/,
    );
  });

  it("reads the list again when news was lost on the way", async () => {
    const desk = await openClinic();
    desk.clinic.patientWrites(desk.person("Arben Hoxha").id, "And in the afternoon?");
    const before = desk.calls("inboxOpen").length;
    desk.clinic.loseNews();
    desk.clinic.patientWrites(desk.person("Daniel Achterberg").id, "Hello?");
    await desk.passes(50);
    expect(desk.calls("inboxOpen").length).toBeGreaterThan(before);
    expect(desk.row(/^Daniel Achterberg/)).toBeInTheDocument();
  });

  it("says that all are answered, and when that was checked", async () => {
    await openClinic({ people: () => [] });
    expect(screen.getByText("All answered.")).toBeInTheDocument();
    expect(screen.getByText("Last checked 09:41.")).toBeInTheDocument();
  });

  it("shows only one channel when asked to, and everybody again", async () => {
    const desk = await openClinic();
    await desk.user.keyboard("f");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitemradio", { name: "SMS" }));
    await desk.passes(50);
    expect(desk.spoken().map((words) => words.split(",")[0])).toEqual(["Tobias Wren"]);
  });

  it("hints at a draft that was begun", async () => {
    const desk = await openClinic();
    expect(desk.row(/^Tobias Wren.*draft begun/)).toHaveTextContent("Draft");
  });

  it("draws only what is on the screen of a very long list, and knows how many there are", async () => {
    const desk = await openClinic({ people: (now) => crowd(now, 500) });
    expect(desk.rows().length).toBeLessThan(60);
    expect(desk.rows()[0]).toHaveAttribute("aria-posinset", "1");
    expect(desk.rows()[0]).toHaveAttribute("aria-setsize", "-1");
  });

  it("reaches the end of what is loaded with one key, and goes on loading", async () => {
    const desk = await openClinic({ people: (now) => crowd(now, 500) });
    desk.rows()[0]?.focus();
    await desk.user.keyboard("{End}");
    await desk.passes(700);
    expect(document.activeElement).toHaveAttribute("aria-posinset", "60");
  });

  it("hands the focus to the next person when somebody leaves the list", async () => {
    const desk = await openClinic();
    desk.row(/^Matteo/).focus();
    const matteo = desk.person("Matteo Villani");
    matteo.done = true;
    desk.clinic.changed(matteo);
    await desk.passes(50);
    expect(desk.row(/^@nadia/)).toHaveFocus();
  });
});
