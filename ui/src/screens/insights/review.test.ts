import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../../tests/clinic";

async function opened() {
  const desk = await openClinic();
  await desk.user.keyboard("{Control>}6{/Control}");
  await desk.passes(50);
  await desk.user.click(screen.getByRole("radio", { name: "To look through" }));
  await desk.passes(50);
  return desk;
}

describe("looking through", () => {
  it("says why each conversation is there, and leads to it", async () => {
    const desk = await opened();
    expect(screen.getAllByText(/waited 2 h 1 min$/)).toHaveLength(3);
    await desk.user.click(screen.getByRole("radio", { name: "Words of complaints" }));
    await desk.passes(50);
    expect(screen.getAllByText(/“disappointed”$/)).toHaveLength(3);
    const name = desk.clinic.conversations[0]?.name ?? "";
    await desk.user.click(screen.getByRole("button", { name: `Open the conversation with ${name}` }));
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("heading", { name })).toBeInTheDocument();
  });

  it("takes what was looked through out of the queue, keeps it below, and has a way back", async () => {
    const desk = await opened();
    const name = desk.clinic.conversations[0]?.name ?? "";
    await desk.user.click(screen.getByRole("button", { name: `Mark ${name} as looked through` }));
    await desk.passes(50);
    expect(screen.queryByRole("button", { name: `Mark ${name} as looked through` })).toBeNull();
    const history = screen.getByRole("region", { name: "Looked through so far" });
    expect(within(history).getByText(name)).toBeInTheDocument();
    await desk.user.click(within(history).getByRole("button", { name: `Undo: ${name}` }));
    await desk.passes(50);
    expect(screen.getByRole("button", { name: `Mark ${name} as looked through` })).toBeInTheDocument();
  });

  it("puts the next one's button in hand, so that one key goes through all of them", async () => {
    const desk = await opened();
    const [first, second] = screen.getAllByRole("button", { name: /^Mark .* as looked through$/ });
    if (!first || !second) throw new Error("two to look through");
    const next = second.getAttribute("aria-label") ?? "";
    first.focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(100);
    expect(screen.getByRole("button", { name: next })).toHaveFocus();
  });

  it("writes a comment as a note for somebody, which says where it comes from", async () => {
    const desk = await opened();
    const name = desk.clinic.conversations[0]?.name ?? "";
    await desk.user.click(screen.getByRole("button", { name: `Comment on ${name}` }));
    await desk.user.type(screen.getByRole("textbox", { name: "Comment" }), "Ring sooner next time");
    await desk.user.click(screen.getByRole("button", { name: "Write note" }));
    await desk.passes(50);
    expect(desk.calls("reviewComment")[0]?.args[2]).toBe("Ring sooner next time");
    await desk.user.click(screen.getByRole("button", { name: `Open the conversation with ${name}` }));
    await desk.passes(50);
    expect(within(desk.timeline()).getByText("From looking through")).toBeInTheDocument();
  });

  it("lets the practice keep its own words", async () => {
    const desk = await opened();
    await desk.user.click(screen.getByRole("radio", { name: "Words of complaints" }));
    await desk.passes(50);
    const english = screen.getByRole("textbox", { name: "English" });
    expect(english).toHaveValue("complaint\ndisappointed");
    await desk.user.type(english, "\nrefund");
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(desk.calls("complaintWordsSave")[0]?.args[0]).toMatchObject({ en: ["complaint", "disappointed", "refund"] });
  });
});
