import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { messages } from "../../tests/sentences";
import { languages } from "../i18n/i18n.svelte";
import { people } from "../state/people.svelte";
import type { ContactField, DoubleWhy, RowProblem } from "../wire/bindings";

const table = "Name,Phone,Colour\nLeila Haddad,1,red\nNora Lind,2,blue\n,3,green\nOmar Lind,4,red\nIda Berg,5,red\n";

async function importing(text = table) {
  people.typed = "";
  people.shows = "everybody";
  people.open = undefined;
  const desk = await openClinic({ people: () => [] });
  await desk.user.keyboard("{Control>}3{/Control}");
  await desk.passes(50);
  await desk.user.click(screen.getByRole("button", { name: "Import contacts" }));
  await desk.user.upload(screen.getByLabelText("Choose a file"), new File([text], "list.csv"));
  await desk.passes(50);
  return desk;
}

const dialog = () => screen.getByRole("dialog", { name: "Import contacts" });

describe("an import of contacts", () => {
  it("shows what columns are and what rows become before anything is written", async () => {
    const desk = await importing();
    expect(within(dialog()).getByRole("combobox", { name: "Name" })).toHaveValue("name");
    expect(within(dialog()).getByRole("combobox", { name: "Colour" })).toHaveValue("skip");
    expect(dialog()).toHaveTextContent("Line 4 There is no name.");
    await desk.user.selectOptions(within(dialog()).getByRole("combobox", { name: "Name" }), "note");
    await desk.passes(20);
    expect(within(dialog()).getByRole("button", { name: "Look at all rows" })).toBeDisabled();
    expect(desk.calls("contactsRun")).toHaveLength(0);
  });

  it("goes through to its end, and back as one", async () => {
    const desk = await importing();
    await desk.user.click(within(dialog()).getByRole("button", { name: "Look at all rows" }));
    await desk.passes(50);
    expect(dialog()).toHaveTextContent("4 new patients");
    expect(dialog()).toHaveTextContent("One row is left out because something is wrong with it");
    await desk.user.click(within(dialog()).getByRole("button", { name: "Import 4 patients" }));
    await desk.passes(50);
    expect(within(dialog()).getByText("Done: 4 new cards.")).toBeInTheDocument();
    expect(screen.getByRole("option", { name: /Ida Berg/, hidden: true })).toBeInTheDocument();
    await desk.user.click(within(dialog()).getByRole("button", { name: "Undo this import" }));
    await desk.passes(50);
    expect(dialog()).toHaveTextContent("The import is undone: 4 cards are gone.");
    expect(screen.queryByRole("option", { name: /Ida Berg/, hidden: true })).toBeNull();
  });

  it("says where a file cannot be read, and takes another", async () => {
    const desk = await importing("\0PNG");
    expect(screen.getByRole("alert")).toHaveTextContent("Line 1 cannot be read");
    await desk.user.upload(screen.getByLabelText("Choose a file"), new File([table], "list.csv"));
    await desk.passes(50);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(dialog()).toHaveTextContent("Leila Haddad");
  });

  it("goes all the way by keyboard, and the focus is never lost", async () => {
    people.typed = "";
    people.open = undefined;
    const desk = await openClinic({ people: () => [] });
    await desk.user.keyboard("{Control>}3{/Control}");
    await desk.passes(50);
    screen.getByRole("button", { name: "Import contacts" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(screen.getByLabelText("Choose a file")).toHaveFocus();
    await desk.user.upload(screen.getByLabelText("Choose a file"), new File([table], "list.csv"));
    await desk.passes(50);
    const press = async (name: string) => {
      expect(dialog()).toContainElement(document.activeElement as HTMLElement);
      expect(document.activeElement?.tagName).toBe("P");
      for (let n = 0; n < 20 && document.activeElement?.textContent?.trim() !== name; n += 1)
        await desk.user.keyboard("{Tab}");
      await desk.user.keyboard("{Enter}");
      await desk.passes(50);
    };
    await press("Look at all rows");
    await press("Import 4 patients");
    await press("Undo this import");
    await press("Close");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Import contacts" })).toHaveFocus();
  });

  it("does not read a file that is bigger than any list", async () => {
    const desk = await importing();
    await desk.user.keyboard("{Escape}");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("button", { name: "Import contacts" }));
    await desk.passes(50);
    const file = new File(["Name"], "list.csv");
    Object.defineProperty(file, "size", { value: 200_000_001 });
    await desk.user.upload(screen.getByLabelText("Choose a file"), file);
    await desk.passes(50);
    expect(screen.getByRole("alert")).toHaveTextContent("bigger than 200 MB");
  });

  it("says on which line a file breaks off further down, and takes another", async () => {
    const desk = await importing(`${table}Torn "quote,6,red\n`);
    await desk.user.click(within(dialog()).getByRole("button", { name: "Look at all rows" }));
    await desk.passes(50);
    expect(screen.getByRole("alert")).toHaveTextContent("Line 7 cannot be read");
    expect(within(dialog()).getByRole("button", { name: /Import/ })).toBeDisabled();
    await desk.user.upload(screen.getByLabelText("Choose another file"), new File([table], "list.csv"));
    await desk.passes(50);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(within(dialog()).getByRole("button", { name: "Look at all rows" })).toBeEnabled();
  });

  it.each(languages)("has a word in %s for everything that can be in a file and be wrong with it", (language) => {
    const fields: Record<ContactField, 0> = {
      skip: 0,
      name: 0,
      given_name: 0,
      family_name: 0,
      preferred_name: 0,
      birth_date: 0,
      language: 0,
      phone: 0,
      email: 0,
      postal: 0,
      other: 0,
      note: 0,
    };
    const problems: Record<RowProblem, 0> = {
      no_name: 0,
      birth_date: 0,
      email: 0,
      phone: 0,
      too_long: 0,
      broken: 0,
      cells: 0,
      cut_short: 0,
      too_shared: 0,
    };
    const doubles: Record<DoubleWhy, 0> = { same_person: 0, in_file: 0, same_contact: 0, same_name: 0 };
    const named = (start: string, of: object) => Object.keys(of).map((one) => `${start}-${one.replaceAll("_", "-")}`);
    const words = messages(language);
    const wanted = [...named("field", fields), ...named("row", problems), ...named("double", doubles)];
    const errors = named("error", {
      contacts_too_big: 0,
      contacts_too_many: 0,
      contacts_broken: 0,
      file_unreadable: 0,
      stale: 0,
      disk_full: 0,
    });
    expect([...wanted, ...errors].filter((one) => !words.get(one)?.value)).toEqual([]);
  });

  it("is offered to be undone the next time too", async () => {
    const desk = await importing();
    await desk.user.click(within(dialog()).getByRole("button", { name: "Look at all rows" }));
    await desk.passes(50);
    await desk.user.click(within(dialog()).getByRole("button", { name: "Import 4 patients" }));
    await desk.passes(50);
    await desk.user.keyboard("{Escape}");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("button", { name: "Import contacts" }));
    await desk.passes(50);
    expect(dialog()).toHaveTextContent("4 patients");
    await desk.user.click(within(dialog()).getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(dialog()).toHaveTextContent("4 cards are gone");
  });
});

describe("the list of patients", () => {
  it("is saved as a file, and says that it holds patients in clear", async () => {
    people.typed = "";
    const desk = await openClinic({ people: () => [] });
    await desk.user.keyboard("{Control>}3{/Control}");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("button", { name: "Export list" }));
    await desk.passes(50);
    const [said] = screen.getAllByText(/Downloads\/patients 2026-11-24.csv/);
    expect(said).toHaveTextContent("in clear");
  });
});
