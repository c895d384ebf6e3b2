import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../../../tests/clinic";
import { app } from "../../../state/app.svelte";

async function page(kept?: "none"): Promise<Desk> {
  const desk = await openClinic();
  if (kept === "none") desk.clinic.saved = [];
  app.settingsPage = "saved";
  app.view = "settings";
  await desk.passes(50);
  return desk;
}

const titles = (desk: Desk) => desk.clinic.saved.map((one) => one.title);
const undo = async (desk: Desk) => {
  await desk.user.click(screen.getByRole("button", { name: "Undo" }));
  await desk.passes(50);
};

describe("the page of saved replies", () => {
  it("begins with a set of common ones, which can be taken away again at once", async () => {
    const desk = await page("none");
    await desk.user.click(screen.getByRole("button", { name: "Add eight common replies" }));
    await desk.passes(50);
    expect(screen.getByRole("list", { name: "Saved replies" })).toBeInTheDocument();
    expect(desk.clinic.saved.length).toBeGreaterThan(2);
    await undo(desk);
    expect(screen.getByText("There are no saved replies yet.")).toBeInTheDocument();
  });

  it("writes one in two languages and shows how it will look", async () => {
    const desk = await page("none");
    await desk.user.click(screen.getByRole("button", { name: "New saved reply" }));
    await desk.user.type(screen.getByRole("textbox", { name: "Name in the list" }), "Parking");
    await desk.user.type(screen.getByRole("textbox", { name: "Shortcut" }), "/park");
    await desk.user.type(screen.getByRole("textbox", { name: "Text in English" }), "Hello ");
    await desk.user.click(screen.getByRole("button", { name: "first name" }));
    await desk.passes(50);
    expect(within(screen.getByRole("region", { name: /invented/ })).getByText("Mara")).toBeInTheDocument();
    await desk.user.click(screen.getByRole("tab", { name: "Albanian" }));
    await desk.user.type(screen.getByRole("textbox", { name: "Text in Albanian" }), "Tungjatjeta");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(desk.clinic.saved[0]).toMatchObject({
      title: "Parking",
      shortcut: "park",
      texts: [
        { language: "en", body: "Hello {{first_name}}" },
        { language: "sq", body: "Tungjatjeta" },
      ],
    });
    expect(screen.getByText(/English, Albanian, not used yet/)).toBeInTheDocument();
  });

  it("names the field that is missing and goes there", async () => {
    const desk = await page();
    await desk.user.click(screen.getByRole("button", { name: "New saved reply" }));
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(screen.getByRole("textbox", { name: "Name in the list" })).toHaveFocus();
    expect(screen.getByText("Give it a name of up to 80 characters.")).toBeInTheDocument();
  });

  it("takes back a removal and a change", async () => {
    const desk = await page();
    const before = titles(desk);
    await desk.user.click(screen.getByRole("button", { name: "Remove Email address for letters" }));
    await desk.passes(50);
    expect(titles(desk)).toHaveLength(2);
    await undo(desk);
    expect(titles(desk).sort()).toEqual([...before].sort());
    await desk.user.click(screen.getByRole("button", { name: "Edit Email address for letters" }));
    const title = screen.getByRole("textbox", { name: "Name in the list" });
    await desk.user.clear(title);
    await desk.user.type(title, "Letters");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(titles(desk)).toContain("Letters");
    await desk.user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1) as HTMLElement);
    await desk.passes(50);
    expect(titles(desk)).toContain("Email address for letters");
  });

  it("keeps the order that staff give", async () => {
    const desk = await page();
    await desk.user.click(screen.getByRole("button", { name: "Move Email address for letters up" }));
    await desk.passes(50);
    expect(titles(desk)[1]).toBe("Email address for letters");
  });
});
