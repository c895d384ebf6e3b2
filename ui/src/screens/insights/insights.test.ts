import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../../tests/clinic";
import { usePlatform } from "../../platform/context";
import { FakeClinic } from "../../platform/fake/clinic";
import type { InsightsView } from "../../wire/bindings";
import { Insights } from "./insights.svelte";
import { area, labelled, line, ticks, timeSteps } from "./scale";

/** Bends the figures that the core answers with. */
function bend(clinic: FakeClinic, change: (view: InsightsView) => InsightsView): void {
  const { insights } = clinic.commands;
  clinic.commands.insights = async (range, channel) => {
    const answer = await insights(range, channel);
    return answer.status === "ok" ? { status: "ok", data: change(answer.data) } : answer;
  };
}

async function opened(change: (view: InsightsView) => InsightsView = (view) => view, width = 1440) {
  const desk = await openClinic({ width });
  bend(desk.clinic, change);
  await desk.user.keyboard("{Control>}6{/Control}");
  await desk.passes(50);
  return desk;
}

describe("Insights", () => {
  it("answers its questions in sentences", async () => {
    await opened();
    expect(screen.getByRole("heading", { name: "Insights" })).toBeInTheDocument();
    expect(screen.getByText(/^Half of all first answers went out within 11 min of opening time/)).toHaveTextContent(
      "nine in ten within 1 h 6 min. That is 4 min faster than in the same time before. Answers that took longer than your goal: 86.",
    );
    expect(screen.getByText(/^Most comes in: /)).toHaveTextContent(/Answers take longest: Mon 08:00/);
  });

  it("shows each day to arrows as well as to a pointer", async () => {
    const desk = await opened();
    const chart = screen.getByRole("slider", { name: "First answers by day" });
    const last = chart.getAttribute("aria-valuetext");
    chart.focus();
    await desk.user.keyboard("{ArrowLeft}");
    expect(chart).toHaveAttribute("aria-valuenow", "27");
    expect(chart.getAttribute("aria-valuetext")).not.toBe(last);
    await desk.user.keyboard("{Home}");
    expect(chart).toHaveAttribute("aria-valuenow", "1");
    await desk.user.keyboard("{ArrowLeft}");
    expect(chart).toHaveAttribute("aria-valuenow", "1");
  });

  it("has the same data as a table, heard always and seen on request", async () => {
    const desk = await opened();
    const days = () => screen.getByRole("table", { name: "By day" });
    expect(within(days()).getAllByRole("row")).toHaveLength(29);
    await desk.user.click(screen.getByRole("button", { name: "Show as tables" }));
    expect(screen.queryByRole("slider")).toBeNull();
    expect(within(days()).getAllByRole("row")).toHaveLength(29);
    expect(within(screen.getByRole("table", { name: "By person" })).getByText("Oskar Lind")).toBeInTheDocument();
  });

  it("says every hour of the week in words", async () => {
    await opened();
    const week = screen.getByRole("table", { name: "By hour of the week" });
    const monday = within(week).getByRole("row", { name: /^Mon/ });
    expect(
      within(monday).getByText(/messages and calls: \d+, half within 42 min$/, { selector: "td:nth-child(3) .sr" }),
    ).toBeTruthy();
    expect(within(week).getAllByText(/we are closed$/, { selector: ".sr" }).length).toBeGreaterThan(10);
  });

  it("lets arrows scroll every table that may be wider than the window", async () => {
    const desk = await opened();
    const scrolled = (name: string) => screen.getByRole("region", { name });
    expect(scrolled("By hour of the week").tabIndex).toBe(0);
    expect(scrolled("By channel").tabIndex).toBe(0);
    expect(screen.queryByRole("region", { name: "By day" }), "nothing to scroll where nothing is drawn").toBeNull();
    await desk.user.click(screen.getByRole("button", { name: "Show as tables" }));
    expect(scrolled("By day").tabIndex).toBe(0);
  });

  it("asks for other days and another channel", async () => {
    const desk = await opened();
    await desk.user.click(screen.getByRole("button", { name: "Days: Last 28 days" }));
    await desk.user.click(await screen.findByRole("menuitemradio", { name: "Last 7 days" }));
    await desk.passes(50);
    expect(desk.calls("insights").at(-1)?.args).toEqual([{ is: "days", days: 7 }, null]);
    await desk.user.click(screen.getByRole("button", { name: "Channel: All channels" }));
    await desk.user.click(await screen.findByRole("menuitemradio", { name: "WhatsApp" }));
    await desk.passes(50);
    expect(desk.calls("insights").at(-1)?.args).toEqual([{ is: "days", days: 7 }, "whatsapp"]);
    expect(within(screen.getByRole("table", { name: "By channel" })).getAllByRole("row")).toHaveLength(2);
  });

  it("leads from a slow answer to the question", async () => {
    const desk = await opened();
    const name = desk.clinic.conversations[0]?.name ?? "";
    await desk.user.click(screen.getByRole("button", { name: new RegExp(`^${name} 2 h 51 min`) }));
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("heading", { name })).toBeInTheDocument();
    expect(desk.calls("conversationAround")).toHaveLength(1);
  });

  it("needs a week of answers, and shows what came in before that", async () => {
    await opened((view) => ({ ...view, enough: false, replies: { ...view.replies, count: 0 }, slowest: [] }));
    expect(screen.getByRole("heading", { name: "Needs a week of answers" })).toBeInTheDocument();
    expect(screen.getByRole("slider", { name: "Messages and calls by day" })).toBeInTheDocument();
    expect(screen.queryByRole("slider", { name: "First answers by day" })).toBeNull();
  });

  it("shows what is counted and asks again until all of it is", async () => {
    let done = 10;
    const desk = await opened((view) => ({ ...view, progress: { done, of: 56 } }));
    expect(screen.getByText(/^Counting, days done: 10 of 56\./)).toBeInTheDocument();
    expect(screen.getByRole("slider", { name: "First answers by day" })).toBeInTheDocument();
    done = 56;
    await desk.passes(1_100);
    expect(screen.queryByText(/^Counting/)).toBeNull();
  });

  it("keeps what it shows when it can't be read again, and says so", async () => {
    const desk = await opened();
    desk.clinic.commands.insights = async () => ({ status: "error", error: { code: "storage_gone", params: {} } });
    await desk.passes(61_000);
    expect(screen.getByRole("alert")).toHaveTextContent("The figures could not be read");
    expect(screen.getByRole("table", { name: "By channel" })).toBeInTheDocument();
  });

  it("saves a table and says where", async () => {
    const desk = await opened();
    await desk.user.click(screen.getByRole("button", { name: "Save as CSV" }));
    await desk.passes(50);
    expect(desk.calls("insightsExport")[0]?.args[2]).toBe("days");
    expect(screen.getAllByText(/^Saved as Downloads\/insights days/).length).toBeGreaterThan(0);
  });

  it("puts the side under the charts on a small window", async () => {
    await opened((view) => view, 1024);
    const page = screen.getByRole("group", { name: "Figures" });
    expect(within(page).getByRole("heading", { name: "Missed calls" })).toBeInTheDocument();
  });
});

describe("more of the slow answers", () => {
  /** Pages of one row each, answered when the test says so. */
  function pages() {
    const { clinic, asked } = { clinic: new FakeClinic(), asked: [] as { after: string | null; answer: () => void }[] };
    usePlatform(clinic);
    const first = clinic.conversations[0];
    clinic.commands.insightsSlowest = (range, _, after) =>
      new Promise((resolve) => {
        const position = `${range.is === "days" ? range.days : 0} ${after ?? "first"}`;
        const row = {
          conversation: first?.id ?? "",
          name: "Elif",
          channel: "sms",
          position,
          item: "",
          asked_at: 0,
          waited: 60,
          by: null,
        } as const;
        const next = after === null ? "second" : "third";
        asked.push({ after, answer: () => resolve({ status: "ok", data: { rows: [row], next } }) });
      });
    const insights = new Insights();
    const shown = () => insights.slowest?.map((one) => one.position);
    const settle = async () => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    };
    return { insights, asked, shown, settle };
  }

  it("come although the figures were asked for again meanwhile, and stay", async () => {
    const { insights, asked, shown, settle } = pages();
    await insights.load();
    void insights.readSlowest();
    await insights.load();
    asked[0]?.answer();
    await settle();
    expect(shown()).toEqual(["28 first"]);
    void insights.readSlowest();
    asked[1]?.answer();
    await settle();
    await insights.load();
    expect(shown()).toEqual(["28 first", "28 second"]);
    insights.start()();
  });

  it("come once for two presses, and begin anew with other days", async () => {
    const { insights, asked, shown, settle } = pages();
    void insights.readSlowest();
    void insights.readSlowest();
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    await settle();
    void insights.readSlowest();
    insights.choose({ range: { is: "days", days: 7 } });
    void insights.readSlowest();
    expect(asked.map((one) => one.after)).toEqual([null, "second", null]);
    asked[2]?.answer();
    asked[1]?.answer();
    await settle();
    expect(shown()).toEqual(["7 first"]);
    insights.start()();
  });
});

describe("a scale", () => {
  it("is round, and reaches over the highest value", () => {
    expect(ticks(7_900, timeSteps)).toEqual([0, 3_600, 7_200, 10_800]);
    expect(ticks(0, timeSteps)).toEqual([0, 60]);
    expect(ticks(1_000_000, timeSteps).at(-1)).toBeGreaterThanOrEqual(1_000_000);
  });

  it("writes as many dates as there is room for", () => {
    expect(labelled(28, 8)).toEqual([0, 7, 14, 21]);
    expect(labelled(7, 8)).toHaveLength(7);
    expect(labelled(366, 5).length).toBeLessThanOrEqual(7);
  });

  it("breaks a line where a day has nothing, and bridges an area", () => {
    const [x, y] = [(n: number) => n * 10, (value: number) => 100 - value];
    expect(line([1, null, 3, 4], x, y)).toBe("M0.0 99.0M20.0 97.0L30.0 96.0");
    expect(area([null, 2, null, 4], x, y, 100)).toBe("M10.0 100L10.0 98.0L30.0 96.0L30.0 100Z");
    expect(area([null], x, y, 100)).toBe("");
  });
});
