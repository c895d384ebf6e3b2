import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { drafts } from "../state/drafts.svelte";
import type { ReplySend } from "../wire/bindings";

const HOUR = 3_600_000;
const who = "Farah Mansour";

async function withWords(words = "See you then") {
  const desk = await openClinic();
  await desk.opens(who);
  const { user } = desk;
  await user.type(desk.field(), words);
  const when = () => screen.getByRole("combobox", { name: "When should it leave?" });
  const asked = () => screen.queryByRole("dialog", { name: "Schedule" });
  const sent = () => (desk.calls("replySend").at(-1)?.args[0] as ReplySend | undefined)?.later;
  const ask = async () => {
    await user.keyboard("{Control>}{Shift>}S{/Shift}{/Control}");
    await desk.passes(20);
  };
  return { ...desk, when, asked, sent, ask };
}

describe("scheduling", () => {
  it("is done by keys alone: typed in words, read back, and visible until it leaves", async () => {
    const desk = await withWords();
    await desk.ask();
    expect(desk.when()).toHaveFocus();
    await desk.user.type(desk.when(), "tomorrow 8:00");
    await desk.passes(20);
    expect(screen.getByRole("option", { name: "Tomorrow, 08:00" })).toHaveAttribute("aria-selected", "true");
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(desk.sent()?.unless_they_write).toBe(true);
    expect(desk.asked()).not.toBeInTheDocument();
    expect(desk.field()).toHaveFocus();
    expect(desk.field()).toHaveValue("");
    expect(within(desk.timeline()).getByText(/^Scheduled for Wed.* 08:00/)).toBeInTheDocument();
  });

  it("takes the time that is typed, also when Enter is faster than the answer", async () => {
    const desk = await withWords();
    const { whenRead } = desk.clinic.commands;
    desk.clinic.commands.whenRead = async (text) => {
      await new Promise((done) => setTimeout(done, text === "tomorrow" ? 0 : 300));
      return whenRead(text);
    };
    await desk.ask();
    await desk.user.type(desk.when(), "tomorrow");
    await desk.passes(20);
    expect(screen.getByRole("option", { name: "Tomorrow, 08:30" })).toBeInTheDocument();
    await desk.user.keyboard(" 8:00{Enter}");
    await desk.passes(100);
    expect(desk.calls("replySend")).toHaveLength(0);
    await desk.passes(400);
    expect(desk.sent()?.at).toBe(Date.parse("2026-11-25T08:00:00Z"));
  });

  it("forgets a press of Enter when somebody types on", async () => {
    const desk = await withWords();
    const { whenRead } = desk.clinic.commands;
    desk.clinic.commands.whenRead = async (text) => {
      await new Promise((done) => setTimeout(done, 300));
      return whenRead(text);
    };
    await desk.ask();
    await desk.user.type(desk.when(), "tomorrow{Enter} 9:15");
    await desk.passes(700);
    expect(screen.getByRole("option", { name: "Tomorrow, 09:15" })).toBeInTheDocument();
    expect(desk.calls("replySend")).toHaveLength(0);
  });

  it("offers times that the arrows go through", async () => {
    const desk = await withWords();
    await desk.ask();
    expect(within(screen.getByRole("listbox", { name: "Times to choose from" })).getAllByRole("option")).toHaveLength(
      6,
    );
    await desk.user.keyboard("{ArrowDown}");
    await desk.passes(20);
    expect(screen.getByRole("option", { name: /^Tomorrow morning/ })).toHaveAttribute("aria-selected", "true");
    await desk.user.click(screen.getByRole("checkbox", { name: /^Not if Farah Mansour/ }));
    await desk.user.click(screen.getByRole("button", { name: /^Schedule for/ }));
    await desk.passes(50);
    expect(desk.sent()?.unless_they_write).toBe(false);
  });

  it("does not take what it cannot read, nor a time at which the channel takes nothing", async () => {
    const desk = await withWords();
    desk.person(who).window = { is: "open", until: desk.clinic.now() + 2 * HOUR };
    await desk.ask();
    await desk.user.type(desk.when(), "perhaps");
    await desk.passes(20);
    expect(screen.getByText(/^Not understood as a time/)).toBeInTheDocument();
    await desk.user.keyboard("{Enter}");
    await desk.user.clear(desk.when());
    await desk.user.type(desk.when(), "tomorrow");
    await desk.passes(20);
    expect(screen.getByText(/At this time only an approved template can go/)).toBeInTheDocument();
    await desk.user.keyboard("{Enter}");
    await desk.passes(20);
    expect(desk.calls("replySend")).toHaveLength(0);
    await desk.user.keyboard("{Escape}");
    await desk.passes(20);
    expect(desk.asked()).not.toBeInTheDocument();
    expect(desk.field()).toHaveValue("See you then");
  });

  it("lets a scheduled reply be edited with its time, sent at once, and cancelled with a way back", async () => {
    const desk = await withWords();
    await desk.ask();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    const act = async (name: string) => {
      await desk.user.click(within(desk.timeline()).getByRole("button", { name }));
      await desk.passes(50);
    };
    await act("Edit");
    expect(desk.field()).toHaveValue("See you then");
    expect(screen.getByText(/^Leaves 12:41/)).toBeInTheDocument();
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(within(desk.timeline()).getByText(/^Scheduled for 12:41/)).toBeInTheDocument();
    await act("Cancel");
    expect(desk.field()).toHaveValue("See you then");
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(within(desk.timeline()).getByText(/^Scheduled for 12:41/)).toBeInTheDocument();
    expect(desk.field()).toHaveValue("");
    await act("Send now");
    expect(desk.calls("outboxSendNow")).toHaveLength(1);
  });

  it("keeps the time of what is being edited over a restart, until it is dropped", async () => {
    const desk = await withWords();
    await desk.ask();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    await desk.user.click(within(desk.timeline()).getByRole("button", { name: "Edit" }));
    await desk.passes(50);
    await desk.user.type(desk.field(), "!");
    await desk.passes(500);
    await desk.close();
    drafts.forget();
    const again = await openClinic({ people: () => desk.clinic.conversations });
    await again.opens(who);
    expect(again.field()).toHaveValue("See you then!");
    expect(screen.getByText(/^Leaves 12:41/)).toBeInTheDocument();
    await again.user.click(screen.getByRole("button", { name: "Send it now instead" }));
    await again.passes(50);
    expect(screen.queryByText(/^Leaves 12:41/)).toBeNull();
    expect(again.calls("draftSave").at(-1)?.args[0]).toMatchObject({ reply: "See you then!", later: null });
  });

  it("asks what to do with one that missed its time", async () => {
    const desk = await openClinic();
    await desk.opens(who);
    const of = desk.person(who);
    const item = desk.clinic.accept(of, "Good morning");
    const due = desk.clinic.now() - HOUR;
    desk.clinic.setState(of, item, { is: "held_back", why: "missed_time", at: desk.clinic.now(), due });
    await desk.passes(50);
    expect(
      within(desk.timeline()).getByText(/It was to leave 08:41\. This computer was off or offline/),
    ).toBeInTheDocument();
    await desk.user.click(within(desk.timeline()).getByRole("button", { name: "Choose another time" }));
    await desk.passes(50);
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(desk.calls("outboxReschedule")).toHaveLength(1);
  });

  it("sends and puts the conversation aside until they answer", async () => {
    const desk = await withWords();
    await desk.user.click(screen.getByRole("button", { name: "More ways to send" }));
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitem", { name: /^Send and put aside/ }));
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(1);
    expect(desk.calls("triage").at(-1)?.args[1]).toEqual({ is: "snooze", until: null });
  });

  it("shows the other ways to send in a menu, with their keys", async () => {
    const desk = await withWords();
    await desk.user.click(screen.getByRole("button", { name: "More ways to send" }));
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitem", { name: /^Schedule/ }));
    await desk.passes(50);
    expect(desk.asked()).toBeInTheDocument();
  });
});
