import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../../tests/clinic";
import { savedReply } from "../../platform/fake/saved";

const list = () => screen.getByRole("listbox", { name: "Saved replies" });
const options = () => within(list()).getAllByRole("option");
const chosen = () => options().find((one) => one.getAttribute("aria-selected") === "true");

async function writesTo(name: string): Promise<Desk> {
  const desk = await openClinic();
  await desk.opens(name);
  desk.field().focus();
  return desk;
}

function selected(desk: Desk): string {
  const field = desk.field();
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

describe("a saved reply", () => {
  it("is found by what is typed after a slash and put in by Enter, with the patient's name", async () => {
    const desk = await writesTo("Farah Mansour");
    await desk.user.keyboard("/em");
    await desk.passes(20);
    expect(options()).toHaveLength(3);
    expect(desk.field()).toHaveAttribute("aria-activedescendant", chosen()?.id);
    await desk.user.keyboard("{ArrowDown}{ArrowDown}");
    expect(chosen()).toHaveTextContent("Email address for letters");
    await desk.user.keyboard("{Enter}");
    expect(desk.field()).toHaveValue("Which email address may we use for your letter, Farah?");
    expect(screen.queryByRole("listbox", { name: "Saved replies" })).toBeNull();
    expect(desk.calls("savedReplyUsed")).toHaveLength(1);
  });

  it("is the one for the letters that stand there, also when Enter is faster than the list", async () => {
    const desk = await writesTo("Farah Mansour");
    const { savedReplies } = desk.clinic.commands;
    desk.clinic.commands.savedReplies = async (id, typed, language) => {
      await new Promise((done) => setTimeout(done, typed.length < 2 ? 0 : 300));
      return savedReplies(id, typed, language);
    };
    await desk.user.keyboard("/");
    await desk.passes(20);
    expect(chosen()).not.toHaveTextContent("Email address for letters");
    await desk.user.keyboard("letters{Enter}");
    expect(desk.field()).toHaveValue("/letters");
    await desk.passes(400);
    expect(desk.field()).toHaveValue("Which email address may we use for your letter, Farah?");
  });

  it("stands in the patient's language", async () => {
    const desk = await openClinic();
    Object.assign(desk.person("Farah Mansour").patient ?? {}, { language: "sq" });
    await desk.opens("Farah Mansour");
    desk.field().focus();
    await desk.user.keyboard("/email");
    await desk.passes(20);
    expect(chosen()).toHaveTextContent("Albanian");
    await desk.user.keyboard("{Enter}");
    expect(desk.field()).toHaveValue("Në cilën adresë mund t’ju shkruajmë, Farah?");
  });

  it("does not leave while a blank is empty, and Tab goes from blank to blank and then out of the field", async () => {
    const desk = await writesTo("Farah Mansour");
    desk.clinic.saved = [savedReply("two", "Two blanks", "{{practitioner}} sees you, bring {{card}}.")];
    await desk.user.keyboard("/two");
    await desk.passes(20);
    await desk.user.keyboard("{Enter}");
    expect(desk.field()).toHaveValue("⟦practitioner⟧ sees you, bring ⟦card⟧.");
    expect(selected(desk)).toBe("⟦practitioner⟧");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(0);
    expect(screen.getByText("Fill in “practitioner” before you send. Tab takes you there.")).toBeInTheDocument();
    expect(desk.sendButton()).toHaveAttribute("aria-disabled", "true");
    await desk.user.tab();
    expect(selected(desk)).toBe("⟦card⟧");
    await desk.user.tab({ shift: true });
    expect(selected(desk)).toBe("⟦practitioner⟧");
    await desk.user.keyboard("Dr Hale");
    await desk.user.tab();
    await desk.user.keyboard("the form");
    expect(desk.field()).toHaveValue("Dr Hale sees you, bring the form.");
    await desk.user.tab();
    expect(desk.field()).not.toHaveFocus();
    desk.field().focus();
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(1);
  });

  it("is not forced on anybody: Esc closes the list, keeps the text and stays closed", async () => {
    const desk = await writesTo("Farah Mansour");
    await desk.user.keyboard("/em");
    await desk.passes(20);
    await desk.user.keyboard("{Escape}");
    expect(desk.field()).toHaveValue("/em");
    await desk.user.keyboard("ergency");
    await desk.passes(20);
    expect(screen.queryByRole("listbox", { name: "Saved replies" })).toBeNull();
  });

  it("only comes up for a slash at the start", async () => {
    const desk = await writesTo("Farah Mansour");
    await desk.user.keyboard("10 mg /em");
    await desk.passes(20);
    expect(desk.calls("savedReplies")).toHaveLength(0);
  });

  it("is put where the cursor is when words stand there already", async () => {
    const desk = await writesTo("Farah Mansour");
    await desk.user.keyboard("Good morning. ");
    await desk.user.click(screen.getByRole("button", { name: "Saved reply" }));
    await desk.passes(20);
    await desk.user.keyboard("{ArrowUp}{Enter}");
    expect(desk.field()).toHaveValue("Good morning. Which email address may we use for your letter, Farah?");
  });

  it("says where to make some when there are none", async () => {
    const desk = await writesTo("Farah Mansour");
    desk.clinic.saved = [];
    await desk.user.keyboard("/");
    await desk.passes(20);
    expect(screen.getByText(/There are no saved replies yet/)).toBeInTheDocument();
    await desk.user.click(screen.getByRole("button", { name: "Open the settings" }));
    await desk.passes(50);
    expect(screen.getByRole("heading", { name: "Saved replies" })).toBeInTheDocument();
  });
});
