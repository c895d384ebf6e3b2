import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";

const bar = () => screen.getByRole("contentinfo", { name: "What is up to date" });

describe("the bar at the bottom", () => {
  it("says how fresh everything is, who waits and what is queued", async () => {
    await openClinic();
    expect(bar()).toHaveTextContent("Up to date 09:41");
    // Spoken once, and not again with every minute.
    expect(within(bar()).getByRole("status").textContent).toBe("Up to date");
    expect(bar()).toHaveTextContent("8 waiting, longest 21 h");
    expect(bar()).toHaveTextContent("1 reply queued");
    expect(within(bar()).getByRole("button", { name: "WhatsApp 09:40, last checked" })).toBeInTheDocument();
  });

  it("never claims to be up to date when a channel is behind, and leads to the way out", async () => {
    const desk = await openClinic();
    const since = desk.clinic.now() - 29 * 60_000;
    desk.clinic.overall = { is: "behind", channel: "instagram", since };
    desk.clinic.channels = desk.clinic.channels.map((one) =>
      one.channel === "instagram"
        ? { ...one, freshness: { is: "behind", since, why: "provider_busy", retry_at: null } }
        : one,
    );
    desk.clinic.say([{ is: "status", bar: desk.clinic.status() }]);
    await desk.passes(20);
    expect(bar()).not.toHaveTextContent("Up to date");
    expect(within(bar()).getByRole("status")).toHaveTextContent("Instagram behind since 09:12");
    expect(screen.getByText("Instagram may be incomplete since 09:12")).toBeInTheDocument();
    await desk.user.click(within(bar()).getByRole("button", { name: "Fix" }));
    await desk.passes(50);
    expect(screen.getByRole("button", { name: /^Settings/, current: "page" })).toBeInTheDocument();
  });

  it("says one outage once, however many channels it takes away", async () => {
    const desk = await openClinic();
    const since = desk.clinic.now() - 29 * 60_000;
    desk.clinic.overall = { is: "offline", since };
    desk.clinic.channels = desk.clinic.channels.map((one, i) => ({
      ...one,
      freshness: { is: "behind", since: since + i * 60_000, why: "offline", retry_at: null },
    }));
    desk.clinic.say([{ is: "status", bar: desk.clinic.status() }]);
    await desk.passes(20);
    expect(screen.getByText("Possibly incomplete since 09:12")).toBeInTheDocument();
    expect(screen.queryByText(/may be incomplete since/)).toBeNull();
  });

  it("puts trouble with the disk before everything else", async () => {
    const desk = await openClinic();
    desk.clinic.say([{ is: "status", bar: { ...desk.clinic.status(), storage_trouble: "disk_full" } }]);
    await desk.passes(20);
    expect(within(bar()).getByRole("status")).toHaveTextContent(
      "The disk is full. New messages cannot be kept until there is room.",
    );
  });
});

describe("the frame", () => {
  it("offers only what exists", async () => {
    await openClinic();
    const nav = screen.getByRole("navigation", { name: "Main" });
    expect(
      within(nav)
        .getAllByRole("button")
        .map((one) => one.textContent?.replace(/\s+/g, " ").trim()),
    ).toEqual([
      "Search or jump Ctrl K",
      "Inbox",
      "Patients",
      "Insights",
      "Waiting 8",
      "Mine",
      "Nobody’s yet 8",
      "Mentions",
      "Snoozed",
      "Scheduled",
      "Not sent 4",
      "With the patient",
      "Done",
      "All",
      "Spam",
      "Edie Marlowe, you",
      "Callum Reid",
      "From shift to shift",
      "Settings",
    ]);
  });

  it("marks the demo clinic at all times and lets it go with one press", async () => {
    const desk = await openClinic({ demo: true });
    expect(screen.getByRole("complementary", { name: "Demo clinic" })).toHaveTextContent("Everybody here is invented.");
    await desk.user.click(screen.getByRole("button", { name: "Remove demo" }));
    await desk.passes(50);
    expect(desk.calls("demoRemove")).toHaveLength(1);
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("puts the number of people who wait into the window's title, and no name", async () => {
    const desk = await openClinic();
    expect(desk.clinic.shownTitle).toBe("Quayside Dental, 8 waiting");
  });

  it("moves a column with the arrows and back with Enter, and remembers it", async () => {
    const desk = await openClinic();
    const edge = screen.getByRole("separator", { name: "Width of the list" });
    edge.focus();
    await desk.user.keyboard("{ArrowRight}{ArrowRight}");
    expect(edge).toHaveAttribute("aria-valuenow", "384");
    await desk.passes(600);
    expect(desk.clinic.info.place).toContain('"list-width":"384"');
    await desk.user.keyboard("{Enter}");
    expect(edge).toHaveAttribute("aria-valuenow", "352");
  });

  it("lets list and conversation take turns where only one fits", async () => {
    const desk = await openClinic({ width: 800 });
    await desk.user.click(desk.row(/^Farah Mansour/));
    await desk.passes(50);
    expect(screen.queryByRole("listbox", { name: "Waiting" })).toBeNull();
    await desk.user.click(screen.getByRole("button", { name: "Back to the list" }));
    await desk.passes(50);
    expect(desk.row(/^Farah Mansour/)).toBeInTheDocument();
  });
});
