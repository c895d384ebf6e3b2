import { fireEvent, screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { family } from "../../tests/people";
import { people } from "../state/people.svelte";

const list = () => screen.getByRole("listbox", { name: "Patients" });
const names = () =>
  within(list())
    .getAllByRole("option")
    .map((row) => row.querySelector(".name")?.textContent);

async function patients() {
  people.typed = "";
  people.shows = "everybody";
  people.open = undefined;
  const desk = await openClinic({ people: family });
  await desk.user.keyboard("{Control>}3{/Control}");
  await desk.passes(50);
  return desk;
}

describe("all patients", () => {
  it("are listed by name, and fewer with every letter", async () => {
    const desk = await patients();
    expect(names()).toEqual(["Ife Adeyemi", "L. Haddad", "Leila Haddad", "Nora Adeyemi", "Tola Adeyemi"]);
    await desk.user.type(screen.getByRole("searchbox"), "leila");
    await desk.passes(20);
    expect(names()).toEqual(["L. Haddad", "Leila Haddad"]);
    await desk.user.type(screen.getByRole("searchbox"), "xyz");
    await desk.passes(20);
    expect(screen.getByText("Nobody by that name or number.")).toBeInTheDocument();
  });

  it("open whom the typed words mean, also when Enter comes before the answer", async () => {
    const desk = await patients();
    const field = screen.getByRole<HTMLInputElement>("searchbox");
    await desk.user.click(field);
    // Both in one go: nothing comes between them.
    fireEvent.input(field, { target: { value: "tola" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await desk.passes(50);
    expect(screen.getByRole("heading", { name: "Tola Adeyemi" })).toBeInTheDocument();
  });

  it("can be gone through with the keys alone, down to the whole history", async () => {
    const desk = await patients();
    await desk.user.keyboard("/");
    expect(screen.getByRole("searchbox")).toHaveFocus();
    await desk.user.keyboard("{ArrowDown}{ArrowDown}j{Enter}");
    await desk.passes(50);
    expect(screen.getByRole("heading", { name: "Leila Haddad" })).toBeInTheDocument();
    const history = screen.getByRole("complementary", { name: "History" });
    expect(history).toHaveTextContent("my crown came off");
    await desk.user.click(within(history).getByRole("button"));
    await desk.passes(50);
    expect(desk.calls("conversationAround")).toHaveLength(1);
    expect(desk.timeline()).toHaveTextContent("my crown came off");
  });

  it("take a new one, with contacts and somebody who answers for them", async () => {
    const desk = await patients();
    await desk.user.click(screen.getByRole("button", { name: "Add a patient" }));
    await desk.user.type(screen.getByRole("textbox", { name: "Name" }), "Sami Haddad");
    await desk.user.click(screen.getByRole("button", { name: "Add a contact" }));
    await desk.user.type(screen.getByRole("textbox", { name: "Phone" }), "07700 900 999");
    await desk.user.click(screen.getByRole("button", { name: "Add a guardian" }));
    await desk.user.type(screen.getByRole("textbox", { name: "Or a patient" }), "leila h");
    await desk.passes(20);
    await desk.user.click(screen.getByRole("button", { name: /^Leila Haddad/ }));
    await desk.user.type(screen.getByRole("textbox", { name: "Relation" }), "Mother");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(screen.getByRole("heading", { name: "Sami Haddad" })).toBeInTheDocument();
    expect(screen.getByText("Leila Haddad, Mother")).toBeInTheDocument();
    expect(names()).toContain("Sami Haddad");
  });
});

describe("two cards of one person", () => {
  it("are offered, compared with what speaks for and against, joined, and split again", async () => {
    const desk = await patients();
    await desk.user.click(screen.getByRole("button", { name: /^Possible duplicates/ }));
    await desk.user.click(screen.getByRole("button", { name: /Same e-mail.*Compare/ }));
    await desk.passes(50);
    const dialog = screen.getByRole("dialog", { name: "Are these the same person?" });
    expect(dialog).toHaveTextContent("Same e-mail");
    expect(dialog).toHaveTextContent("Different names");
    for (const group of ["name", "birth_date", "language", "desk_note"]) {
      const choices = [...dialog.querySelectorAll<HTMLInputElement>(`input[name="${group}"]`)];
      expect(
        choices.filter((one) => one.checked),
        group,
      ).toHaveLength(choices.length > 0 ? 1 : 0);
    }
    await desk.user.click(within(dialog).getByRole("radio", { name: "Leila Haddad" }));
    await desk.user.click(within(dialog).getByRole("button", { name: "Join into one" }));
    await desk.passes(400);
    expect(names()).not.toContain("L. Haddad");
    expect(screen.getAllByText("The two cards are one now: Leila Haddad.")).not.toHaveLength(0);
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(names()).toContain("L. Haddad");
  });

  it("stay two when somebody says so, until they take it back", async () => {
    const desk = await openClinic({ people: family });
    await desk.opens("Leila Haddad");
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Not the same" }));
    await desk.passes(50);
    expect(desk.card()).not.toHaveTextContent("Could also be");
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(desk.card()).toHaveTextContent("Could also be");
  });
});

describe("a number that several share", () => {
  it("names nobody, asks who writes, shows it with the words, and lets it be taken back", async () => {
    const desk = await openClinic({ people: family });
    expect(desk.spoken().join()).toContain("Shared by 3");
    await desk.opens("+44 7700 900 318");
    const pane = desk.conversation();
    expect(pane).toHaveTextContent("This number belongs to 3 patients. Who is writing?");
    expect(desk.timeline()).toHaveTextContent("Nobody said who wrote this");
    expect(within(desk.card()).getByRole("heading", { level: 2 })).toHaveTextContent("+44 7700 900 318");
    await desk.user.click(within(pane).getByRole("button", { name: "Ife Adeyemi" }));
    await desk.passes(50);
    expect(pane).toHaveTextContent("Ife Adeyemi is writing");
    expect(desk.timeline()).toHaveTextContent("Ife Adeyemi");
    expect(within(desk.card()).getByRole("heading", { name: "Ife Adeyemi" })).toBeInTheDocument();
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(pane).toHaveTextContent("Who is writing?");
  });

  it("is made so from the card of one of them", async () => {
    const desk = await openClinic({ people: family });
    await desk.opens("Leila Haddad");
    await desk.user.click(within(desk.card()).getByRole("button", { name: /^More about/ }));
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Shared by several…" }));
    await desk.passes(50);
    const dialog = screen.getByRole("dialog", { name: /^Who shares/ });
    await desk.user.type(within(dialog).getByRole("textbox"), "nora");
    await desk.passes(20);
    await desk.user.click(within(dialog).getByRole("button", { name: /^Nora Adeyemi/ }));
    await desk.user.click(within(dialog).getByRole("button", { name: "Save" }));
    await desk.passes(400);
    expect(desk.conversation()).toHaveTextContent("This number belongs to 2 patients. Who is writing?");
  });
});

describe("who shares a number", () => {
  async function asked(answer: (give: () => void) => void, refuse = false) {
    const desk = await openClinic({ people: family });
    await desk.opens("+44 7700 900 318");
    const { patientCard } = desk.clinic.commands;
    desk.clinic.commands.patientCard = async (conversation) => {
      await new Promise<void>(answer);
      return refuse ? { status: "error", error: { code: "storage_gone", params: {} } } : patientCard(conversation);
    };
    await desk.user.click(within(desk.card()).getByRole("button", { name: /^More about/ }));
    await desk.user.click(within(desk.card()).getByRole("button", { name: "Shared by several…" }));
    await desk.passes(50);
    const dialog = screen.getByRole("dialog", { name: /^Who shares/ });
    return { desk, dialog, save: within(dialog).getByRole("button", { name: "Save" }) };
  }

  it("is saved only once those who share it now have been read", async () => {
    let give = () => {};
    const { desk, dialog, save } = await asked((resolve) => {
      give = resolve;
    });
    expect(save).toHaveAttribute("aria-disabled", "true");
    await desk.user.click(save);
    expect(desk.calls("identityShare")).toHaveLength(0);
    give();
    await desk.passes(50);
    expect(within(dialog).getByText("Ife Adeyemi")).toBeInTheDocument();
    expect(save).toHaveAttribute("aria-disabled", "false");
    await desk.user.click(save);
    expect(desk.calls("identityShare").map((one) => (one.args[1] as string[]).length)).toEqual([3]);
  });

  it("stays as it is when they cannot be read", async () => {
    const { desk, dialog, save } = await asked((resolve) => resolve(), true);
    expect(within(dialog).getByRole("alert")).toHaveTextContent("could not be read");
    await desk.user.click(save);
    expect(desk.calls("identityShare")).toHaveLength(0);
  });
});

describe("the card", () => {
  it("keeps what was agreed to, and what was said before", async () => {
    const desk = await openClinic({ people: family });
    await desk.opens("Leila Haddad");
    const card = desk.card();
    await desk.user.click(within(card).getByRole("button", { name: "Write down consent" }));
    const offers = within(card).getByRole("group", { name: "Offers and news" });
    await desk.user.click(within(offers).getByRole("button", { name: "Yes" }));
    await desk.passes(50);
    await desk.user.click(within(offers).getByRole("button", { name: "No" }));
    await desk.passes(50);
    expect(card).toHaveTextContent("No, 24 Nov, written down by Edie Marlowe");
    expect(card).toHaveTextContent("Said before");
  });

  it("says how we know who it is, and since when nothing may be sent", async () => {
    const desk = await openClinic({ people: family });
    await desk.opens("Leila Haddad");
    const card = desk.card();
    await desk.user.click(within(card).getByRole("button", { name: /^More about/ }));
    await desk.user.click(within(card).getByRole("button", { name: "Date of birth matches" }));
    await desk.passes(50);
    expect(card).toHaveTextContent("Date of birth checked 24 Nov");
    await desk.user.click(within(card).getByRole("button", { name: /^More about/ }));
    await desk.user.click(within(card).getByRole("button", { name: "Wants no messages here" }));
    await desk.passes(50);
    expect(card).toHaveTextContent("No messages wanted, said Edie Marlowe");
    await desk.user.click(screen.getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(card).not.toHaveTextContent("No messages wanted");
  });
});
