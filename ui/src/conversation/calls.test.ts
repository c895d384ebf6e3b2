import { screen, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { openClinic } from "../../tests/clinic";
import { refused } from "../platform/fake/clinic";

describe("a recording", () => {
  it("that arrives while its call is on the screen can be played at once", async () => {
    const desk = await openClinic();
    const june = desk.person("+44 7700 900 271");
    const call = june.items.find((item) => item.body.is === "call" && item.body.recordings.length > 0)?.body;
    if (call?.is !== "call") throw new Error("June has called");
    const recordings = call.recordings;
    call.recordings = [];
    await desk.opens("+44 7700 900 271");
    expect(within(desk.timeline()).queryByRole("button", { name: "Play" })).toBeNull();
    call.recordings = recordings.map((one) => ({ ...one, transcript: [] }));
    desk.clinic.changed(june, june.items);
    await desk.passes(50);
    await desk.user.click(within(desk.timeline()).getByRole("button", { name: "Play" }));
    await desk.passes(50);
    expect(within(desk.timeline()).getByRole("button", { name: "Pause" })).toBeInTheDocument();
  });

  const ask = () => screen.getByRole("button", { name: "Delete at Twilio…" });

  it("is deleted at Twilio only after a person has read what that means, and says since when", async () => {
    const desk = await openClinic();
    await desk.opens("+44 7700 900 271");
    ask().focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    const dialog = () => screen.getByRole("dialog", { name: "Delete this recording at Twilio?" });
    expect(dialog()).toHaveTextContent("The copy on this computer stays");
    expect(dialog()).toHaveTextContent("is the only one");
    await desk.user.click(within(dialog()).getByRole("button", { name: "Keep it there" }));
    await desk.passes(50);
    expect(desk.calls("recordingDeleteAtProvider")).toHaveLength(0);

    await desk.user.click(ask());
    await desk.passes(50);
    await desk.user.click(within(dialog()).getByRole("button", { name: "Delete at Twilio" }));
    await desk.passes(50);
    expect(desk.calls("recordingDeleteAtProvider").map((one) => one.args)).toEqual([["voicemail-june"]]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(within(desk.timeline()).getByText("Deleted at Twilio on 24 Nov")).toHaveFocus();
    expect(screen.queryByRole("button", { name: "Delete at Twilio…" })).toBeNull();
    expect(within(desk.timeline()).getByRole("button", { name: "Play" })).toBeInTheDocument();
    expect(within(desk.timeline()).getByText(/My son cannot drive me/)).toBeInTheDocument();
  });

  it("stays where it is, with a sentence, when Twilio cannot be asked", async () => {
    const desk = await openClinic();
    await desk.opens("+44 7700 900 271");
    desk.clinic.commands.recordingDeleteAtProvider = async () => refused("offline");
    await desk.user.click(ask());
    await desk.passes(50);
    const dialog = within(screen.getByRole("dialog"));
    await desk.user.click(dialog.getByRole("button", { name: "Delete at Twilio" }));
    await desk.passes(50);
    expect(dialog.getByRole("alert")).toHaveTextContent("Try again when you are online.");
    await desk.user.keyboard("{Escape}");
    await desk.passes(50);
    expect(ask()).toHaveFocus();
  });

  it("that was deleted there long ago is not offered again", async () => {
    const desk = await openClinic();
    const june = desk.person("+44 7700 900 271");
    for (const item of june.items) {
      for (const one of item.body.is === "call" ? item.body.recordings : []) one.deleted_at_provider = true;
    }
    await desk.opens("+44 7700 900 271");
    expect(within(desk.timeline()).getByText("Deleted at Twilio")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Delete at Twilio…" })).toBeNull();
  });
});

describe("a recording that plays", () => {
  it("is moved by the arrows wherever the focus is, unless somebody types", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
    desk.timeline().focus();
    await desk.user.keyboard("{ArrowRight}v");
    await desk.passes(100);
    const at = () => within(desk.timeline()).getByRole("slider").getAttribute("aria-valuenow");
    expect(within(desk.timeline()).getByRole("button", { name: "Pause" })).toBeInTheDocument();
    expect(at(), "an arrow before it played moved nothing").toBe("0");
    await desk.user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(at()).toBe("5");
    desk.rows()[0]?.focus();
    await desk.user.keyboard("{ArrowRight}");
    expect(at()).toBe("10");
    await desk.user.type(desk.field(), "At noon{ArrowLeft}");
    expect(at()).toBe("10");
    desk.timeline().focus();
    await desk.user.keyboard("v{ArrowLeft}");
    await desk.passes(50);
    expect(at(), "a recording that rests stays where it is").toBe("10");
    vi.restoreAllMocks();
  });
});

describe("calling", () => {
  it("rings the desk first and tells how far the call is, until it is over", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const told = () => within(desk.conversation()).getByRole("status").textContent?.trim();
    await desk.user.keyboard("c");
    await desk.passes(20);
    expect(told()).toBe("Your desk phone rings. Pick it up to be put through.");
    await desk.user.keyboard("c");
    await desk.passes(4_000);
    expect(desk.calls("callPlace")).toHaveLength(1);
    expect(told()).toBe("Ringing Farah Mansour");
    await desk.passes(2_000);
    expect(told()).toBe("Talking with Farah Mansour");
    await desk.passes(2_000);
    expect(told()).toBe("We called");
    await desk.passes(7_000);
    expect(told()).toBe("");
  });

  it("says what to do when no desk phone is set", async () => {
    const desk = await openClinic({ settings: { desk_phone: null } });
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("c");
    await desk.passes(20);
    expect(screen.getAllByText(/No desk phone is set/).length).toBeGreaterThan(0);
  });
});
