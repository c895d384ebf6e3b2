import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { app } from "../state/app.svelte";

describe("the patient card", () => {
  it("says who it is, since when, and what the desk should know", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const card = desk.card();
    expect(within(card).getByRole("heading", { name: "Farah Mansour" })).toBeInTheDocument();
    expect(card).toHaveTextContent("17 May 1984, 42 · patient since 2019");
    expect(card).toHaveTextContent("Prefers mornings. Parks at the back.");
    expect(card).toHaveTextContent("Card made from this, 4 Mar 2019");
  });

  it("never joins anybody by itself, links when told to, and takes it back", async () => {
    const desk = await openClinic();
    await desk.opens("+44 7700 900 271");
    expect(desk.card()).toHaveTextContent("Nobody has said yet who this is.");
    expect(desk.card()).toHaveTextContent("The same name on SMS");
    await desk.user.click(screen.getByRole("button", { name: "Link to June Atherley" }));
    await desk.passes(50);
    expect(within(desk.card()).getByRole("heading", { name: "June Atherley" })).toBeInTheDocument();
    expect(desk.row(/^June Atherley/)).toBeInTheDocument();
    await desk.user.click(
      within(screen.getByRole("region", { name: "Short notices" })).getByRole("button", { name: "Undo" }),
    );
    await desk.passes(50);
    expect(desk.card()).toHaveTextContent("Nobody has said yet who this is.");
  });

  it("is made from somebody who writes for the first time", async () => {
    const desk = await openClinic();
    await desk.opens("Matteo Villani");
    await desk.user.click(screen.getByRole("button", { name: "Make a patient card" }));
    const name = screen.getByRole("textbox", { name: "Name" });
    expect(name).toHaveFocus();
    expect(name).toHaveValue("Matteo Villani");
    await desk.user.clear(name);
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await desk.user.type(name, "Matteo Luca Villani");
    await desk.user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "it");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(within(desk.card()).getByRole("heading", { name: "Matteo Luca Villani" })).toBeInTheDocument();
    expect(desk.card()).toHaveTextContent("Italian");
    expect(desk.calls("patientCreate")).toHaveLength(1);
  });

  it("is changed by the desk", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Edit" }));
    const note = screen.getByRole("textbox", { name: "Desk note" });
    await desk.user.clear(note);
    await desk.user.type(note, "Ring twice.");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(desk.card()).toHaveTextContent("Ring twice.");
  });

  it("leads to the patient's own page, with everything over all channels", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "History" }));
    await desk.passes(100);
    expect(app.view).toBe("patients");
    expect(await screen.findByRole("complementary", { name: "History" })).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Farah Mansour" })).toBeInTheDocument();
  });

  it("is a drawer on a small window, which gives way as soon as somebody writes", async () => {
    const desk = await openClinic({ width: 1024 });
    await desk.user.click(desk.row(/^Farah Mansour/));
    await desk.passes(50);
    expect(screen.queryByRole("complementary", { name: "Patient card" })).toBeNull();
    await desk.user.keyboard("p");
    await desk.passes(50);
    expect(desk.card()).toContainElement(document.activeElement as HTMLElement);
    desk.field().focus();
    await desk.passes(20);
    expect(screen.queryByRole("complementary", { name: "Patient card" })).toBeNull();
  });
});
