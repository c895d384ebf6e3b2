import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../../tests/clinic";
import { refused } from "../../platform/fake/clinic";
import { app } from "../../state/app.svelte";

describe("the colour of a label", () => {
  it("is what was chosen at once, and what it was again when it could not be kept", async () => {
    const desk = await openClinic();
    await desk.clinic.commands.labelAdd("Insurance", 0);
    app.openSettings("labels");
    await desk.passes(50);
    const colours = () => within(screen.getByRole("radiogroup", { name: /Insurance/ })).getAllByRole("radio");
    const chosen = () => colours().map((one) => (one as HTMLInputElement).checked);
    expect(chosen()).toEqual([true, false, false, false, false, false]);
    desk.clinic.commands.labelEdit = async () => refused("disk_full");
    await desk.user.click(colours()[3] as HTMLElement);
    await desk.passes(50);
    expect(screen.getByRole("region", { name: "Short notices" })).not.toBeEmptyDOMElement();
    expect(chosen()).toEqual([true, false, false, false, false, false]);
  });
});
