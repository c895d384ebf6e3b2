import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { feed } from "../../feed/feed";
import { app } from "../../state/app.svelte";
import { toasts } from "../../state/toasts.svelte";
import type { AutomaticView } from "../../wire/bindings";
import { clinicAt } from "../invented";
import SettingsScreen from "./Settings.svelte";

async function open() {
  const clinic = await clinicAt();
  await feed.start(clinic);
  app.openSettings("automatic");
  render(SettingsScreen);
  const outside = await screen.findByRole("region", { name: "Outside opening hours" });
  const missed = screen.getByRole("region", { name: "After a missed call" });
  const kept = () =>
    clinic.called.filter((one) => one.command === "automaticSave").at(-1)?.args[0] as AutomaticView | undefined;
  return { user: userEvent.setup(), outside, missed, kept, clinic };
}

describe("automatic replies", () => {
  it("are off, and say that a clinician has to check the words", async () => {
    const { outside, missed } = await open();
    for (const rule of [outside, missed]) {
      expect(within(rule).getByRole("switch")).not.toBeChecked();
      expect(within(rule).getByText(/A clinician has to check these words/)).toBeVisible();
    }
    expect(screen.getByText(/While it is switched off, nobody gets an automatic reply/)).toBeVisible();
  });

  it("are turned on, and off again with the toast", async () => {
    const { user, outside, kept } = await open();
    await user.click(within(outside).getByRole("switch"));
    await waitFor(() => expect(kept()?.outside.on).toBe(true));
    toasts.shown.at(-1)?.act?.run();
    await waitFor(() => expect(kept()?.outside.on).toBe(false));
    expect(within(outside).getByRole("switch")).not.toBeChecked();
  });

  it("show what is on, and not what could not be turned on, and keep the words", async () => {
    const { user, outside, clinic } = await open();
    const { automaticSave } = clinic.commands;
    clinic.commands.automaticSave = async () => ({ status: "error", error: { code: "disk_full", params: {} } });
    await user.click(within(outside).getByRole("switch"));
    await waitFor(() => expect(screen.getByText(/The disk is full/)).toBeVisible());
    expect(within(outside).getByRole("switch")).not.toBeChecked();
    const german = within(outside).getByLabelText("Deutsch");
    await user.clear(german);
    await user.type(german, "Wir haben zu.");
    german.blur();
    await waitFor(() => expect(screen.getByText(/The disk is full/)).toBeVisible());
    expect(german).toHaveValue("Wir haben zu.");
    clinic.commands.automaticSave = automaticSave;
  });

  it("are turned off again with the toast, and words that were written since then stay", async () => {
    const { user, outside, kept } = await open();
    await user.click(within(outside).getByRole("switch"));
    await waitFor(() => expect(kept()?.outside.on).toBe(true));
    const back = toasts.shown.at(-1)?.act;
    const german = within(outside).getByLabelText("Deutsch");
    await user.clear(german);
    await user.type(german, "Wir haben zu.");
    german.blur();
    await waitFor(() => expect(kept()?.outside.words.find((one) => one.language === "de")?.text).toBe("Wir haben zu."));
    back?.run();
    await waitFor(() => expect(kept()?.outside.on).toBe(false));
    expect(kept()?.outside.words.find((one) => one.language === "de")?.text).toBe("Wir haben zu.");
  });

  it("are a draft in pencil until somebody writes them", async () => {
    const { user, outside, kept } = await open();
    const german = within(outside).getByLabelText("Deutsch");
    expect(german).toHaveClass("draft");
    await user.clear(german);
    await user.type(german, "Wir haben zu.");
    german.blur();
    await waitFor(() => expect(kept()?.outside.words.find((one) => one.language === "de")?.text).toBe("Wir haben zu."));
    expect(german).not.toHaveClass("draft");
  });

  it("cannot be on without words for everybody else", async () => {
    const { user, outside } = await open();
    const english = within(outside).getByLabelText("English");
    await user.clear(english);
    english.blur();
    expect(await within(outside).findByText(/Write this one/)).toBeVisible();
    expect(within(outside).getByRole("switch")).toBeDisabled();
  });

  it("text a caller at the chosen times", async () => {
    const { user, missed, kept } = await open();
    await user.click(within(missed).getByRole("radio", { name: "Only while closed" }));
    await waitFor(() => expect(kept()?.missed_when).toBe("while_closed"));
  });
});
