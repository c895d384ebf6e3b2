import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { callum, edie } from "../platform/fake/staff";
import { app } from "../state/app.svelte";
import { staff } from "../state/staff.svelte";

const MINUTE = 60_000;

const atDesk = () => screen.getByRole("group", { name: "On the desk" });

async function switchesTo(desk: Desk, name: string): Promise<void> {
  within(atDesk())
    .getByRole("button", { name: `Switch to ${name}` })
    .focus();
  await desk.user.keyboard("{Enter}");
  await desk.passes(100);
}

/** Chooses a command by its words, as somebody without a mouse does. */
async function does(desk: Desk, words: string): Promise<void> {
  await desk.user.keyboard("{Control>}k{/Control}");
  await desk.passes(50);
  await desk.user.keyboard(`>${words}`);
  await desk.passes(200);
  await desk.user.keyboard("{Enter}");
  await desk.passes(100);
}

describe("the desk that several share", () => {
  it("says who sits there and lets somebody else sit down with one key, and back again", async () => {
    const desk = await openClinic();
    expect(within(atDesk()).getByRole("button", { name: "Edie Marlowe, you" })).toHaveAttribute("aria-current", "true");
    await switchesTo(desk, "Callum Reid");
    const button = within(atDesk()).getByRole("button", { name: "Callum Reid, you" });
    expect(button).toHaveFocus();
    const said = within(screen.getByRole("region", { name: "Short notices" }));
    expect(said.getByText("Callum is here now.")).toBeInTheDocument();
    await desk.user.click(said.getByRole("button", { name: "Undo" }));
    await desk.passes(100);
    expect(within(atDesk()).getByRole("button", { name: "Edie Marlowe, you" })).toBeInTheDocument();
  });

  it("is taken over from the palette too", async () => {
    const desk = await openClinic();
    await does(desk, "switch to callum");
    expect(app.clinic?.staff).toEqual(callum);
  });

  it("keeps the draft of each, shows what the other began, and copies it only when asked", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    // The last letters are not kept yet; they are Edie's all the same.
    await switchesTo(desk, "Callum Reid");
    expect(desk.field()).toHaveValue("");
    expect(desk.calls("draftSave").at(-1)?.args[0]).toMatchObject({ reply: "Come at 11:10", by: edie.id });
    expect(screen.getByText("Edie is writing an answer.")).toBeInTheDocument();
    await desk.passes(7 * MINUTE);
    expect(screen.getByText("Edie began an answer at 09:41.")).toBeInTheDocument();
    expect(desk.row(/^Farah Mansour/)).toHaveAccessibleName(/Edie began an answer/);
    expect(within(desk.conversation()).getByRole("list", { name: "Who else is on this" })).toHaveTextContent(
      "Edie began an answer",
    );

    screen.getByRole("button", { name: "Take over" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    const slip = within(screen.getByRole("complementary", { name: "Edie began an answer at 09:41." }));
    expect(slip.getByText("Come at 11:10")).toBeInTheDocument();
    expect(slip.getByText("Edie keeps these words too.")).toBeInTheDocument();
    expect(desk.field()).toHaveValue("");
    expect(slip.getByRole("button", { name: "Put into my answer" })).toHaveFocus();
    await desk.user.keyboard("{Escape}");
    await desk.passes(50);
    expect(screen.getByRole("button", { name: "Take over" })).toHaveFocus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    await desk.user.keyboard("{Enter}");
    await desk.passes(1_000);
    expect(desk.field()).toHaveValue("Come at 11:10");
    expect(desk.field()).toHaveFocus();

    await switchesTo(desk, "Edie Marlowe");
    expect(desk.field()).toHaveValue("Come at 11:10");
    await desk.user.clear(desk.field());
    await desk.passes(1_000);
    await switchesTo(desk, "Callum Reid");
    expect(desk.field()).toHaveValue("Come at 11:10");
    expect(within(desk.conversation()).queryByText(/(began|is writing) an answer/)).toBeNull();
    expect(desk.row(/^Farah Mansour/)).not.toHaveAccessibleName(/began an answer/);
  });

  it("does not change hands while what was typed cannot be kept", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    desk.clinic.commands.draftSave = async () => ({ status: "error", error: { code: "disk_full", params: {} } });
    await desk.user.type(desk.field(), "Come at 11:10");
    await switchesTo(desk, "Callum Reid");
    expect(app.clinic?.staff).toEqual(edie);
    expect(desk.field()).toHaveValue("Come at 11:10");
    const notices = within(screen.getByRole("region", { name: "Short notices" }));
    expect(notices.getByText(/could not be kept yet/)).toBeInTheDocument();
  });

  it("tells in the narrow window too, in a menu", async () => {
    const desk = await openClinic({ width: 1280 });
    screen.getByRole("button", { name: "On the desk: Edie Marlowe" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitem", { name: "Switch to Callum Reid" }));
    await desk.passes(100);
    expect(screen.getByRole("button", { name: "On the desk: Callum Reid" })).toBeInTheDocument();
  });
});

describe("a note left for the next shift", () => {
  it("is heard at the button that has it, in the narrow window too, until it is ticked off", async () => {
    const desk = await openClinic({ width: 1280 });
    await desk.clinic.commands.handoverAdd("The locksmith comes at four");
    await desk.clinic.commands.staffSwitch(callum.id);
    app.seat(callum);
    await staff.read();
    const button = screen.getByRole("button", { name: /^On the desk: Callum Reid/ });
    expect(button).toHaveAccessibleName("On the desk: Callum Reid, 1 unread note from the shift before");
    for (const note of staff.unread) await staff.tick(note);
    await desk.passes(50);
    expect(button).toHaveAccessibleName("On the desk: Callum Reid");
  });
});

describe("a name in a note", () => {
  it("is offered behind the @, taken with Enter, and waits for whom it names", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("n");
    await desk.passes(50);
    const field = screen.getByRole("textbox", { name: "Write a note for staff" });
    expect(field).toHaveFocus();
    await desk.user.keyboard("Ask @c");
    const list = screen.getByRole("listbox", { name: "People to mention" });
    const option = within(list).getByRole("option", { name: "Callum Reid" });
    expect(option).toHaveAttribute("aria-selected", "true");
    expect(field).toHaveAttribute("aria-activedescendant", option.id);
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(field).toHaveValue("Ask @Callum Reid ");
    expect(screen.queryByRole("listbox", { name: "People to mention" })).toBeNull();
    await desk.user.keyboard("about the gap{Control>}{Enter}{/Control}");
    await desk.passes(100);
    const note = within(desk.timeline()).getAllByRole("article", { name: "Note by Edie Marlowe" }).at(-1);
    expect(note?.querySelector("b")).toHaveTextContent("@Callum Reid");

    await desk.opens("Matteo Villani");
    await switchesTo(desk, "Callum Reid");
    const queue = within(screen.getByRole("group", { name: "Queues" })).getByRole("button", { name: /^Mentions/ });
    expect(queue).toHaveTextContent("1");
    await desk.user.click(queue);
    await desk.passes(50);
    const row = within(screen.getByRole("listbox", { name: "Mentions" })).getByRole("option", { name: /^Farah/ });
    await desk.user.click(row);
    await desk.passes(50);
    expect(queue).not.toHaveTextContent("1");
    expect(screen.getByText("No note waits for you.")).toBeInTheDocument();
  });

  it("stays news for whoever sits down over the open conversation, until the note is in view", async () => {
    const tell: ((part: number) => void)[] = [];
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(told: (entries: Partial<IntersectionObserverEntry>[]) => void) {
          const intersectionRect = { height: 40 } as DOMRectReadOnly;
          tell.push((part) => told([{ isIntersecting: part > 0, intersectionRatio: part, intersectionRect }]));
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    const focused = vi.spyOn(document, "hasFocus").mockReturnValue(false);
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("n");
    await desk.passes(50);
    await desk.user.keyboard("Ask @Callum about the gap{Control>}{Enter}{/Control}");
    await desk.passes(100);
    expect(tell, "Edie wrote it").toHaveLength(0);
    await switchesTo(desk, "Callum Reid");
    const queue = within(screen.getByRole("group", { name: "Queues" })).getByRole("button", { name: /^Mentions/ });
    expect(desk.timeline()).toHaveTextContent("Ask @Callum about the gap");
    expect(queue).toHaveTextContent("1");
    const inView = async (part: number) => {
      tell.at(-1)?.(part);
      await desk.passes(50);
    };
    await inView(0.2);
    expect(queue, "a corner of it is in view").toHaveTextContent("1");
    await inView(1);
    expect(queue, "nobody looks at the window").toHaveTextContent("1");
    focused.mockReturnValue(true);
    window.dispatchEvent(new Event("focus"));
    await desk.passes(50);
    expect(queue).not.toHaveTextContent("1");
    expect(desk.calls("mentionRead")).toHaveLength(1);
    focused.mockRestore();
  });

  it("is not offered inside an address, and Esc puts the list away without touching the words", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("n");
    await desk.passes(50);
    await desk.user.keyboard("write to farah@c");
    expect(screen.queryByRole("listbox", { name: "People to mention" })).toBeNull();
    await desk.user.keyboard(" or @c");
    expect(screen.getByRole("listbox", { name: "People to mention" })).toBeInTheDocument();
    await desk.user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox", { name: "People to mention" })).toBeNull();
    await desk.user.keyboard("a");
    expect(screen.queryByRole("listbox", { name: "People to mention" })).toBeNull();
    expect(screen.getByRole("textbox", { name: "Write a note for staff" })).toHaveValue("write to farah@c or @ca");
  });
});

describe("a note from shift to shift", () => {
  it("is left from the palette, shown to the next person, ticked off, and taken back", async () => {
    const desk = await openClinic();
    await does(desk, "from shift");
    const pad = within(screen.getByRole("dialog", { name: "From shift to shift" }));
    expect(pad.getByText("Nothing was left yet.")).toBeInTheDocument();
    await desk.user.type(
      pad.getByRole("textbox", { name: "Write for those who come after you" }),
      "Dr Ferro is back at three",
    );
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(pad.getByRole("textbox")).toHaveValue("");
    expect(pad.getByText("Dr Ferro is back at three")).toBeInTheDocument();
    expect(pad.queryByRole("button", { name: "Tick off" })).toBeNull();
    await desk.user.keyboard("{Escape}");
    await desk.passes(300);
    expect(screen.queryByRole("complementary", { name: /^Note from/ })).toBeNull();

    await switchesTo(desk, "Callum Reid");
    const slip = screen.getByRole("complementary", { name: "Note from Edie Marlowe, 09:41" });
    expect(slip).toHaveTextContent("Dr Ferro is back at three");
    within(slip).getByRole("button", { name: "Tick off" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(screen.queryByRole("complementary", { name: /^Note from/ })).toBeNull();
    await desk.user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1) as HTMLElement);
    await desk.passes(50);
    expect(screen.getByRole("complementary", { name: /^Note from/ })).toBeInTheDocument();
  });
});

describe("the page of the people", () => {
  async function opened() {
    const desk = await openClinic();
    app.openSettings("people");
    await desk.passes(100);
    return desk;
  }
  const listed = () => screen.getAllByRole("button", { name: /^Edit / }).map((one) => one.getAttribute("aria-label"));

  it("adds somebody by keyboard, and tells two people of one name apart", async () => {
    const desk = await opened();
    screen.getByRole("button", { name: "Add somebody" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
    await desk.user.keyboard("callum reid{Enter}");
    await desk.passes(50);
    expect(screen.getByText(/has this name already/)).toBeInTheDocument();
    expect(desk.calls("staffAdd")).toHaveLength(0);
    await desk.user.clear(screen.getByRole("textbox", { name: "Name" }));
    await desk.user.keyboard("Ines Duarte");
    await desk.user.click(screen.getByRole("radio", { name: "Violet" }));
    await desk.user.click(screen.getByRole("button", { name: "Save" }));
    await desk.passes(50);
    expect(desk.calls("staffAdd")[0]?.args[0]).toEqual({ name: "Ines Duarte", initials: "", colour: 6 });
    expect(listed()).toContain("Edit Ines Duarte");
    await waitFor(() => expect(screen.getByRole("button", { name: "Add somebody" })).toHaveFocus());
    expect(within(atDesk()).getByRole("button", { name: "Switch to Ines Duarte" })).toBeInTheDocument();
  });

  it("gives whoever sits here a new name everywhere at once", async () => {
    const desk = await opened();
    await desk.user.click(screen.getByRole("button", { name: "Edit Edie Marlowe" }));
    await desk.passes(50);
    const name = screen.getByRole("textbox", { name: "Name" });
    await desk.user.clear(name);
    await desk.user.type(name, "Edie Novak{Enter}");
    await desk.passes(50);
    expect(within(atDesk()).getByRole("button", { name: "Edie Novak, you" })).toBeInTheDocument();
  });

  it("lets somebody leave, with a way back, but not whoever sits at the desk", async () => {
    const desk = await opened();
    expect(screen.queryByRole("button", { name: "Edie Marlowe has left" })).toBeNull();
    screen.getByRole("button", { name: "Callum Reid has left" }).focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    const notices = within(screen.getByRole("region", { name: "Short notices" }));
    expect(notices.getByText("Callum has left. What they wrote stays theirs.")).toBeInTheDocument();
    expect(within(atDesk()).queryByRole("button", { name: /Callum/ })).toBeNull();
    const back = screen.getByRole("button", { name: "Callum Reid works here again" });
    expect(back).toHaveFocus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(listed()).toEqual(["Edit Edie Marlowe", "Edit Callum Reid"]);
  });
});
