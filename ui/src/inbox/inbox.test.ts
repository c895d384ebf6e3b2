import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { type Conversation, conversation, DAY, HOUR, MINUTE, ours, theirs } from "../platform/fake/build";
import { crowd } from "../platform/fake/people";
import type { DeliveryState } from "../wire/bindings";

describe("the list of people who wait", () => {
  it("shows who waits longest first, with channel, time and what was said", async () => {
    const desk = await openClinic();
    const names = desk.spoken();
    expect(names[0]).toBe(
      "Ottilie Brandt, waiting 21 h, past your goal, Instagram, 2 h 42 min left to reply, Lovely, thanks! Is there anything I should bring along on Thursday?",
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
    const waiting = desk.rows().filter((row) => row.textContent?.includes("waiting"));
    expect(waiting.at(-1)).toHaveAccessibleName(
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
    await desk.user.keyboard("sms{Enter}");
    await desk.passes(50);
    const waiting = desk.spoken().filter((words) => words.includes("waiting"));
    expect(waiting.map((words) => words.split(",")[0])).toEqual(["Tobias Wren"]);
    expect(desk.spoken().every((words) => words.includes("SMS"))).toBe(true);
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

  it("has the next rows before a held key comes to the end of those it has", async () => {
    const desk = await openClinic({ people: (now) => crowd(now, 500) });
    desk.rows()[0]?.focus();
    await desk.user.keyboard("{End}");
    await desk.passes(700);
    const place = () => Number(document.activeElement?.getAttribute("aria-posinset"));
    const end = place();
    expect(desk.calls("inboxMore")).toHaveLength(1);
    await desk.user.keyboard("j");
    await desk.passes(50);
    expect(place()).toBe(end + 1);
    expect(desk.calls("inboxMore"), "far from the end of what is there now").toHaveLength(1);
  });

  it("hands the focus to the next person when somebody leaves the list", async () => {
    const desk = await openClinic();
    desk.row(/^Matteo/).focus();
    const matteo = desk.person("Matteo Villani");
    matteo.marks = { ...matteo.marks, done: true };
    desk.clinic.changed(matteo);
    await desk.passes(50);
    expect(desk.row(/^@nadia/)).toHaveFocus();
  });
});

/** Somebody to whom we wrote, and how that stands. */
const answered = (now: number, name: string, state: DeliveryState, some: Partial<Conversation> = {}) =>
  conversation({
    name,
    channel: "whatsapp",
    address: "+44 7700 900 300",
    opened: true,
    window: { is: "template_only", since: now - HOUR },
    items: [theirs(now - 26 * HOUR, "Is Friday free?"), ours(now - 2 * HOUR, "Yes, at ten.", state)],
    ...some,
  });

describe("what a row says of our own messages", () => {
  const unclear = (now: number) =>
    answered(
      now,
      "Vera Unclear",
      { is: "unknown", since: now - 2 * HOUR, checking: false },
      {
        waitingSince: now - 26 * HOUR,
      },
    );

  it("is not “not sent” where nobody knows: whoever believed it would send it twice", async () => {
    const desk = await openClinic({ people: (now) => [unclear(now)] });
    const queue = within(screen.getByRole("group", { name: "Queues" })).getByRole("button", { name: /^Not sent/ });
    expect(queue.querySelector(".n")).toHaveClass("unsure");
    expect(queue.querySelector(".n")).not.toHaveClass("trouble");
    await desk.user.click(queue);
    await desk.passes(50);
    const row = desk.row(/^Vera Unclear/);
    expect(row).toHaveAccessibleName(/May not have been sent/);
    expect(row).toHaveClass("unclear");
    expect(row).not.toHaveTextContent(/not sent/i);
    expect(screen.getByText("Not sent, or not certain")).toBeInTheDocument();
  });

  it("names the one that was not sent and the one that is unclear, each by its name", async () => {
    const desk = await openClinic({
      people: (now) => {
        const both = unclear(now);
        both.items.push(ours(now - HOUR, "At ten?", { is: "held_back", why: "does_not_fit", at: now, due: null }));
        return [both];
      },
    });
    await desk.opens("Vera Unclear", "Not sent");
    expect(desk.row(/^Vera/)).toHaveTextContent("Not sent·May not have been sent");
    expect(desk.row(/^Vera/)).toHaveClass("not_sent");
  });

  it("gives the true reason, also when the time to reply is over meanwhile", async () => {
    const desk = await openClinic({
      people: (now) => [
        answered(now, "Otto Out", { is: "held_back", why: "opted_out", at: now, due: null }),
        answered(now, "Wilma Window", { is: "held_back", why: "window_closed", at: now, due: null }),
        answered(now, "Ruth Refused", { is: "failed", why: "refused", code: null, at: now }),
        answered(now, "Uma Unreachable", { is: "failed", why: "unreachable", code: "63003", at: now }),
        answered(now, "Nora Notsent", { is: "held_back", why: "not_sent", at: now, due: null }),
      ],
    });
    await desk.opens("Otto Out", "Not sent");
    const says = (name: string) => desk.row(new RegExp(`^${name}`)).querySelector(".reason")?.textContent;
    expect(says("Otto")).toBe("Not sent: opted out");
    expect(says("Wilma")).toBe("Not sent: time to reply ended");
    expect(says("Ruth")).toBe("Not delivered");
    expect(says("Uma")).toBe("Not delivered: cannot be reached");
    expect(says("Nora")).toBe("Not sent");
  });

  it("is dashed and “queued” until the provider took it", async () => {
    const desk = await openClinic({ settings: { undo_seconds: 0 } });
    await desk.opens("Farah Mansour");
    desk.clinic.network(false);
    await desk.user.type(desk.field(), "Come at ten");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    // Answered, so nobody waits for a second answer; it stands below those who wait.
    expect(desk.row(/^Farah/)).toHaveAccessibleName(/^Farah Mansour, answered, not sent yet/);
    expect(desk.row(/^Farah/)).toHaveClass("queued");
    expect(desk.row(/^Farah/).querySelector(".stamp.pencil")).toHaveTextContent("Queued");
    desk.clinic.network(true);
    await desk.passes(1_000);
    expect(desk.row(/^Farah/)).toHaveClass("answered");
    expect(desk.row(/^Farah/).querySelector(".stamp")).toBeNull();
  });
});

describe("the lines of a row", () => {
  it("keep whose words they are apart from the words, which have their own direction", async () => {
    const arabic = "السلام عليكم، نعم، يوم السبت";
    const desk = await openClinic({
      people: (now) => [
        conversation({
          name: "عمر",
          channel: "sms",
          address: "+44 7700 900 301",
          items: [ours(now - HOUR, arabic)],
        }),
      ],
    });
    await desk.opens("عمر", "All");
    const line = desk.row(/^عمر/).querySelector(".two");
    expect(line?.querySelector(".before")).toHaveTextContent("You:");
    expect(line).not.toHaveAttribute("dir");
    const words = line?.querySelector("bdi");
    expect(words).toHaveAttribute("dir", "auto");
    expect(words?.textContent).toBe(arabic);
    expect(desk.row(/^عمر/)).toHaveAccessibleName(new RegExp(`You: ${arabic}`));
  });

  it("show the time by which the list is in order, and a long wait beside it", async () => {
    const desk = await openClinic({
      people: (now) => [
        conversation({
          name: "Lena Long",
          channel: "sms",
          address: "+44 7700 900 302",
          waitingSince: now - 3 * DAY,
          items: [theirs(now - 3 * DAY, "Hello?"), theirs(now - 5 * MINUTE, "Hello again?")],
        }),
        conversation({
          name: "Sara Short",
          channel: "sms",
          address: "+44 7700 900 303",
          waitingSince: now - 10 * MINUTE,
          items: [theirs(now - 10 * MINUTE, "Hi")],
        }),
      ],
    });
    const time = (name: RegExp) => desk.row(name).querySelector(".wait")?.textContent;
    expect([time(/^Lena/), time(/^Sara/)]).toEqual(["3 days", "10 min"]);
    expect(desk.row(/^Lena/).querySelector(".exception")?.textContent?.trim()).toBe("");
    await desk.opens("Lena Long", "All");
    expect([time(/^Lena/), time(/^Sara/)]).toEqual(["09:36", "09:31"]);
    expect(desk.row(/^Lena/).querySelector(".exception")).toHaveTextContent("waiting 3 days");
    expect(desk.row(/^Sara/).querySelector(".exception")?.textContent?.trim()).toBe("");
  });

  it("call somebody whom nobody linked not linked, who may have been here for years", async () => {
    const desk = await openClinic({
      people: (now) => [
        conversation({
          name: "@somebody",
          channel: "instagram",
          address: "@somebody",
          waitingSince: now - HOUR,
          items: [theirs(now - HOUR, "Hi")],
        }),
      ],
    });
    expect(desk.row(/^@somebody/)).toHaveTextContent("Not linked yet");
  });
});
