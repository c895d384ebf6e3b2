import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";

describe("the language somebody writes in", () => {
  it("stands in the row and on the card as a guess, and is theirs by one act that can be undone", async () => {
    const desk = await openClinic();
    const farah = desk.person("Farah Mansour");
    Object.assign(farah, { language: "sq" });
    Object.assign(farah.patient ?? {}, { language: null });
    desk.clinic.changed(farah);
    await desk.passes(50);
    expect(desk.row(/Farah Mansour.*Albanian/)).toBeInTheDocument();
    await desk.opens("Farah Mansour");
    expect(desk.field()).toHaveAttribute("lang", "sq");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Set as their language: Albanian" }));
    await desk.passes(50);
    expect(farah.patient?.language).toBe("sq");
    expect(within(desk.card()).queryByText("Writes Albanian")).toBeNull();
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(farah.patient?.language).toBeNull();
    expect(within(desk.card()).getByText("Writes Albanian")).toBeInTheDocument();
  });
});
