import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { goalOf } from "../../conversation/goal";
import { feed } from "../../feed/feed";
import { app } from "../../state/app.svelte";
import { toasts } from "../../state/toasts.svelte";
import type { HoursView } from "../../wire/bindings";
import { clinicAt } from "../invented";
import { another, copied, minutes, problems, written } from "./hours";
import { Opening } from "./opening.svelte";
import SettingsScreen from "./Settings.svelte";

const usual = { from: 510, to: 1050 };
const closed: HoursView = { week: [[], [], [], [], [], [], []], exceptions: [] };

describe("a change of the opening hours that is taken back", () => {
  it("leaves what was changed after it", async () => {
    const clinic = await clinicAt();
    const opening = new Opening();
    await opening.read();
    const day = (n: number, periods: HoursView["week"][number]) => {
      const week = (opening.typed ?? closed).week.map((one, at) => (at === n ? periods : one));
      return opening.change({ ...(opening.typed ?? closed), week });
    };
    const before = opening.kept?.week[1];
    await day(1, [{ from: 600, to: 660 }]);
    const back = toasts.shown.at(-1)?.act;
    await day(2, [{ from: 720, to: 780 }]);
    back?.run();
    await waitFor(() => expect(opening.kept?.week[1]).toEqual(before));
    expect(opening.kept?.week[2]).toEqual([{ from: 720, to: 780 }]);
    expect(clinic.called.filter((one) => one.command === "hoursSave").at(-1)?.args[0]).toEqual(opening.kept);
  });
});

describe("opening hours as they are typed", () => {
  it("end at midnight when somebody types midnight as an end", () => {
    expect([minutes("08:30", false), minutes("00:00", false), minutes("00:00", true), minutes("", true)]).toEqual([
      510,
      0,
      1440,
      undefined,
    ]);
    expect([written(510), written(1440)]).toEqual(["08:30", "00:00"]);
  });

  it.each([
    ["8", 480],
    ["830", 510],
    ["0830", 510],
    ["8.30", 510],
    ["8h30", 510],
    [" 17:30 ", 1050],
    ["5 pm", 1020],
    ["5:30 PM", 1050],
    ["12am", 0],
    ["12 p.m.", 720],
    ["23:59", 1439],
    ["24:00", undefined],
    ["8:60", undefined],
    ["13 pm", undefined],
    ["half past eight", undefined],
    ["8:30 or so", undefined],
  ])("are read as people write them: %s", (typed, read) => {
    expect(minutes(typed, false)).toBe(read);
  });

  it("may end the day at 24:00", () => {
    expect(minutes("24:00", true)).toBe(1440);
    expect(minutes("24:01", true)).toBeUndefined();
  });

  it("are wrong where the core would refuse them, under the same name", () => {
    const wrong = problems({
      week: [[usual, { from: 1000, to: 1100 }], [{ from: 700, to: 700 }], [], [], [], [], []],
      exceptions: [
        { from: "2026-12-24", to: "2026-12-01", name: "Christmas", periods: [], yearly: true },
        { from: "2026-12-24", to: "2026-12-24", name: "  ", periods: [{ from: 60, to: 30 }], yearly: false },
        { from: "2026-01-01", to: "2027-01-02", name: "Long", periods: [], yearly: true },
      ],
    });
    expect(Object.fromEntries(wrong)).toEqual({
      "week.0.1": "overlap",
      "week.1.0": "order",
      "exceptions.0.dates": "dates",
      "exceptions.1.name": "name",
      "exceptions.1.0": "order",
      "exceptions.2.dates": "year",
    });
    expect(problems(closed).size).toBe(0);
  });

  it("offer a second period that fits behind the first, also late in the evening", () => {
    for (const to of [720, 1050, 1380, 1439]) {
      const day = [{ from: 510, to }];
      const wrong = problems({ ...closed, week: [[...day, another(day)], [], [], [], [], [], []] });
      if (to < 1380) expect(wrong.size).toBe(0);
      // There is no room: it is shown as wrong, not silently squeezed in.
      else expect([...wrong.keys()].every((field) => field === "week.0.1")).toBe(true);
    }
  });

  it("are copied without being shared", () => {
    const week = copied([[usual], [], [], [], [], [], []], 0, [0, 1]);
    expect(week[1]).toEqual([usual]);
    expect(week[1]?.[0]).not.toBe(week[0]?.[0]);
    expect(week[2]).toEqual([]);
  });
});

async function open() {
  const clinic = await clinicAt();
  await feed.start(clinic);
  app.openSettings("hours");
  render(SettingsScreen);
  const monday = await screen.findByRole("group", { name: "Monday" });
  const kept = () =>
    clinic.called.filter((one) => one.command === "hoursSave").at(-1)?.args[0] as HoursView | undefined;
  return { clinic, user: userEvent.setup(), monday, kept };
}

describe("the page of the opening hours", () => {
  it("keeps what is right at once and takes it back", async () => {
    const { user, monday, kept } = await open();
    await user.click(within(monday).getByRole("button", { name: "Remove 08:30 to 17:30 on Monday" }));
    await waitFor(() => expect(kept()?.week[0]).toEqual([]));
    expect(within(monday).getByText("Closed")).toBeVisible();
    toasts.shown.at(-1)?.act?.run();
    await waitFor(() => expect(kept()?.week[0]).toEqual([usual]));
    expect(await within(monday).findByLabelText("Monday, period 1: opens")).toHaveValue("08:30");
  });

  it("says what is wrong beside the field and keeps nothing until it is right", async () => {
    const { user, monday, kept } = await open();
    const closes = within(monday).getByLabelText("Monday, period 1: closes");
    await user.clear(closes);
    await user.type(closes, "07:00");
    closes.blur();
    closes.dispatchEvent(new Event("change", { bubbles: true }));
    expect(await within(monday).findByText("It closes before it opens.")).toBeVisible();
    expect(closes).toHaveAccessibleDescription("It closes before it opens.");
    expect(screen.getByText("Not saved yet. Correct what is marked.")).toBeVisible();
    expect(kept()).toBeUndefined();
  });

  it("keeps the time before when what is typed is none, and says so", async () => {
    const { user, monday, kept } = await open();
    const opens = within(monday).getByLabelText("Monday, period 1: opens");
    await user.clear(opens);
    await user.type(opens, "soon{Tab}");
    expect(await within(monday).findByText("“soon” is no time of day. 08:30 stays.")).toBeVisible();
    expect(opens).toHaveValue("08:30");
    expect(kept()).toBeUndefined();
    await user.clear(opens);
    await user.type(opens, "9{Tab}");
    await waitFor(() => expect(kept()?.week[0]).toEqual([{ from: 540, to: 1050 }]));
    expect(opens).toHaveValue("09:00");
    expect(within(monday).queryByText(/is no time of day/)).toBeNull();
  });

  it("adds a closure, which is pencil until it has a name", async () => {
    const { user, kept } = await open();
    await user.click(screen.getByRole("button", { name: "Add days" }));
    const days = await screen.findByRole("group", { name: "New days" });
    expect(days).toHaveClass("pencil");
    await user.type(within(days).getByLabelText("Name"), "Christmas{Tab}");
    await waitFor(() => expect(kept()?.exceptions[0]?.name).toBe("Christmas"));
    expect(kept()?.exceptions[0]?.periods).toEqual([]);
    await user.click(screen.getByRole("checkbox", { name: "Every year" }));
    await waitFor(() => expect(kept()?.exceptions[0]?.yearly).toBe(true));
  });

  it("sets a goal per channel, or none", async () => {
    const { clinic, user } = await open();
    const phone = await screen.findByRole("radiogroup", { name: "Answer within, Phone" });
    await user.click(within(phone).getByRole("radio", { name: "No goal" }));
    const saved = clinic.called.filter((one) => one.command === "goalsSave").at(-1)?.args[0];
    expect(saved).toEqual({ instagram: 60, whatsapp: 60, sms: 60, phone: null });
  });
});

describe("the clock of whoever waits", () => {
  const minute = 60_000;
  // Twenty minutes before closing, and forty in the morning.
  const head = {
    waiting_since: 0,
    goal_at: 1000 * minute,
    open_until_goal: [
      { from: 0, to: 20 * minute },
      { from: 960 * minute, to: 1000 * minute },
    ],
  };

  it("counts opening time only, stands still over night and then runs on", () => {
    expect(goalOf(head, 0)).toEqual({ is: "running", span: 60 * minute });
    expect(goalOf(head, 5 * minute)).toEqual({ is: "running", span: 55 * minute });
    expect(goalOf(head, 20 * minute)).toEqual({ is: "closed", opens: 960 * minute, span: 40 * minute });
    expect(goalOf(head, 900 * minute)).toEqual({ is: "closed", opens: 960 * minute, span: 40 * minute });
    expect(goalOf(head, 970 * minute)).toEqual({ is: "running", span: 30 * minute });
    expect(goalOf(head, 1000 * minute)).toEqual({ is: "over", since: 1000 * minute });
    expect(goalOf({ ...head, goal_at: null }, 0)).toEqual({ is: "none" });
  });
});
