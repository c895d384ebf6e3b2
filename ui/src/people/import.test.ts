import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { people } from "../state/people.svelte";

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
