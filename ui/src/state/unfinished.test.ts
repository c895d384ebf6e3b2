/** What somebody began to write is there again, whatever took it from the screen, and is nobody else's. */
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { edie } from "../platform/fake/staff";
import type { AutomaticView } from "../wire/bindings";
import { app } from "./app.svelte";
import { staff } from "./staff.svelte";

const press = async (desk: Desk, keys: string, wait = 100) => {
  await desk.user.keyboard(keys);
  await desk.passes(wait);
};
const sits = async (desk: Desk, name: string) => {
  const one = staff.all.find((some) => some.name === name);
  if (!one) throw new Error(`nobody is called ${name}`);
  void staff.sitDown(one.id);
  await desk.passes(100);
};
const note = () => screen.getByRole("textbox", { name: "Desk note" });

describe("a form that goes away before it is saved", () => {
  it("is there again on the patient's card, and what was not touched is not", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Edit" }));
    await desk.user.type(note(), " Rings twice.");
    await desk.opens("Tobias Wren");
    expect(screen.queryByRole("textbox", { name: "Desk note" })).toBeNull();
    await desk.opens("Farah Mansour");
    expect(note()).toHaveValue("Prefers mornings. Parks at the back. Rings twice.");
    expect(desk.card()).not.toContainElement(document.activeElement as HTMLElement);
    await desk.user.click(screen.getByRole("button", { name: "Cancel" }));
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Edit" }));
    expect(note()).toHaveValue("Prefers mornings. Parks at the back.");
    await press(desk, "{Control>}6{/Control}{Control>}1{/Control}");
    expect(screen.queryByRole("textbox", { name: "Desk note" })).toBeNull();
  });

  it("is there again in the drawer, and is not there for whoever sits down next", async () => {
    const desk = await openClinic({ width: 1024 });
    await desk.user.click(desk.row(/^Farah Mansour/));
    await desk.passes(50);
    await press(desk, "p");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Edit" }));
    await desk.user.type(note(), " Rings twice.");
    await press(desk, "{Escape}");
    expect(screen.queryByRole("complementary", { name: "Patient card" })).toBeNull();
    await press(desk, "p");
    expect(note()).toHaveValue("Prefers mornings. Parks at the back. Rings twice.");
    await sits(desk, "Callum Reid");
    expect(screen.queryByRole("textbox", { name: "Desk note" })).toBeNull();
    await sits(desk, edie.name);
    expect(note()).toHaveValue("Prefers mornings. Parks at the back. Rings twice.");
  });

  it("keeps the words from shift to shift over Esc", async () => {
    const desk = await openClinic();
    staff.padOpen = true;
    await desk.passes(50);
    const field = () => screen.getByRole("textbox", { name: "Write for those who come after you" });
    await desk.user.type(field(), "Dr Ferro is back at three");
    await press(desk, "{Escape}", 300);
    staff.padOpen = true;
    await desk.passes(50);
    expect(field()).toHaveValue("Dr Ferro is back at three");
    staff.padOpen = false;
    await desk.passes(300);
  });

  it("keeps a saved reply that is being written over another screen", async () => {
    const desk = await openClinic();
    app.openSettings("saved");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("button", { name: "New saved reply" }));
    await press(desk, "Parking");
    await press(desk, "{Control>}1{/Control}");
    await press(desk, "{Control>},{/Control}");
    app.openSettings("saved");
    await desk.passes(50);
    expect(screen.getByDisplayValue("Parking")).toBeInTheDocument();
    await desk.user.click(screen.getByRole("button", { name: "Cancel" }));
    await desk.passes(50);
    expect(screen.getByRole("button", { name: "New saved reply" })).toBeInTheDocument();
  });

  it("keeps the name of somebody new over Esc", async () => {
    const desk = await openClinic();
    app.openSettings("people");
    await desk.passes(100);
    const add = () => desk.user.click(screen.getByRole("button", { name: "Add somebody" }));
    await add();
    await press(desk, "Ines Duarte");
    await press(desk, "{Escape}");
    expect(screen.queryByRole("textbox", { name: "Name" })).toBeNull();
    await add();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Ines Duarte");
  });

  it("keeps the practice's words of complaints over another screen", async () => {
    const desk = await openClinic();
    const toWords = async () => {
      await press(desk, "{Control>}6{/Control}");
      await desk.user.click(screen.getByRole("radio", { name: "To look through" }));
      await desk.user.click(screen.getByRole("radio", { name: "Words of complaints" }));
      await desk.passes(100);
      return screen.getByRole("textbox", { name: "English" });
    };
    await desk.user.type(await toWords(), "\nrefund");
    await press(desk, "{Control>}1{/Control}");
    expect(((await toWords()) as HTMLTextAreaElement).value).toMatch(/\nrefund$/);
  });

  it("saves the words of a rule that are being typed when another screen comes", async () => {
    const desk = await openClinic();
    app.openSettings("automatic");
    await desk.passes(100);
    const [field] = screen.getAllByRole("textbox", { name: "English" });
    await desk.user.type(field as HTMLElement, " In an emergency call 999.");
    expect(desk.calls("automaticSave")).toHaveLength(0);
    await press(desk, "{Control>}1{/Control}");
    const saved = desk.calls("automaticSave").at(-1)?.args[0] as AutomaticView | undefined;
    expect(saved?.outside.words.find((one) => one.language === "en")?.text).toMatch(/call 999\.$/);
  });
});

describe("whoever sits down", () => {
  it("does not find the words of somebody else's quick note, and they come back with whom they belong to", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const field = () =>
      within(screen.getByRole("dialog", { name: "Quick note" })).getByRole("textbox", { name: /note/i });
    const opens = () => press(desk, "{Control>}{Shift>}n{/Shift}{/Control}", 300);
    await opens();
    await press(desk, "Asks for a receipt{Escape}", 300);
    await sits(desk, "Callum Reid");
    await opens();
    expect(field()).toHaveValue("");
    await press(desk, "{Escape}", 300);
    await sits(desk, edie.name);
    await opens();
    expect(field()).toHaveValue("Asks for a receipt");
    await press(desk, "{Escape}", 300);
  });

  it("loses no letter that was typed in the moment of the change", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const { draftSave, staffSwitch } = desk.clinic.commands;
    let slow = false;
    desk.clinic.commands.staffSwitch = async (id) => {
      slow = true;
      return staffSwitch(id);
    };
    desk.clinic.commands.draftSave = async (draft) => {
      if (slow) await new Promise((done) => setTimeout(done, 200));
      return draftSave(draft);
    };
    await desk.user.type(desk.field(), "Come at");
    const other = staff.all.find((one) => one.name === "Callum Reid");
    const change = staff.sitDown(other?.id ?? "");
    await desk.user.type(desk.field(), " 11");
    await desk.passes(50);
    await desk.user.type(desk.field(), ":10");
    await desk.passes(2_000);
    await change;
    expect(desk.field()).toHaveValue("");
    const edies = desk.calls("draftSave").filter((one) => (one.args[0] as { by: string }).by === edie.id);
    expect(edies.at(-1)?.args[0]).toMatchObject({ reply: "Come at 11:10" });
  });

  it("is told when the open conversation could not be read for them, with a way on", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const { conversationStays } = desk.clinic.commands;
    desk.clinic.commands.conversationStays = async () => ({
      status: "error",
      error: { code: "disk_full", params: {} },
    });
    await sits(desk, "Callum Reid");
    desk.clinic.commands.conversationStays = conversationStays;
    await desk.user.click(within(desk.conversation()).getByRole("button", { name: "Try again" }));
    await desk.passes(100);
    expect(desk.field()).toHaveValue("");
  });
});
