import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { judgeFile, roomLeft } from "./limits";
import { left } from "./window";

const MINUTE = 60_000;

/** A core with a slow disk: what is sent or noted is stored when the answer is called. */
function storesSlowly(desk: Desk, what: "replySend" | "noteAdd"): () => void {
  const commands = desk.clinic.commands;
  let store = () => {};
  const disk = () =>
    new Promise<void>((done) => {
      store = done;
    });
  const { replySend, noteAdd } = commands;
  if (what === "replySend") commands.replySend = async (reply) => disk().then(() => replySend(reply));
  else commands.noteAdd = async (conversation, text) => disk().then(() => noteAdd(conversation, text));
  return () => store();
}

describe("writing", () => {
  it("sends once, however often the button is pressed", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    const button = desk.sendButton();
    button.click();
    button.click();
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(desk.calls("replySend")).toHaveLength(1);
    expect(within(desk.timeline()).getAllByText("Come at 11:10")).toHaveLength(1);
    expect(desk.field()).toHaveValue("");
  });

  it("leaves standing what is typed while a reply is being stored, also in the core's draft", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const store = storesSlowly(desk, "replySend");
    await desk.user.type(desk.field(), "Come at ten.");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.user.type(desk.field(), " And bring the card");
    // Longer than a draft waits before the core has it.
    await desk.passes(1_000);
    store();
    await desk.passes(50);
    expect(within(desk.timeline()).getByText("Come at ten.")).toBeInTheDocument();
    expect(desk.field()).toHaveValue("And bring the card");
    expect(desk.person("Farah Mansour").composer.draft.reply).toBe("And bring the card");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(20);
    store();
    await desk.passes(50);
    expect(desk.field()).toHaveValue("");
    expect(desk.person("Farah Mansour").composer.draft.reply).toBe("");
  });

  it("keeps words that were changed while a reply was being stored as they stand", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const store = storesSlowly(desk, "replySend");
    await desk.user.type(desk.field(), "Come at ten");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.user.clear(desk.field());
    await desk.user.type(desk.field(), "Your sister can come at noon");
    store();
    await desk.passes(50);
    expect(desk.field()).toHaveValue("Your sister can come at noon");
    expect(desk.person("Farah Mansour").composer.draft.reply).toBe("Your sister can come at noon");
  });

  it("leaves standing what is typed while a note is being kept", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const store = storesSlowly(desk, "noteAdd");
    await desk.user.click(screen.getByRole("tab", { name: "Note" }));
    await desk.user.type(desk.field(), "Afraid of needles");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.user.type(desk.field(), ", and of dogs");
    store();
    await desk.passes(50);
    expect(desk.field()).toHaveValue(", and of dogs");
    expect(desk.person("Farah Mansour").composer.draft.note).toBe(", and of dogs");
  });

  it("puts a message that is taken back before what was typed since", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at ten");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(20);
    await desk.user.type(desk.field(), "And br");
    const { outboxUndo } = desk.clinic.commands;
    let undo = () => {};
    desk.clinic.commands.outboxUndo = async (outbox) => {
      await new Promise<void>((done) => {
        undo = done;
      });
      return outboxUndo(outbox);
    };
    await desk.user.click(within(desk.timeline()).getByRole("button", { name: "Undo" }));
    await desk.passes(20);
    await desk.user.type(desk.field(), "ing the card");
    undo();
    await desk.passes(50);
    expect(desk.field()).toHaveValue("Come at ten\nAnd bring the card");
    expect(desk.person("Farah Mansour").composer.draft.reply).toBe("Come at ten\nAnd bring the card");
  });

  it("gives every message its own press, and a repeated try of the same message the same one", async () => {
    const desk = await openClinic({ settings: { undo_seconds: 0 } });
    await desk.opens("Farah Mansour");
    const { replySend } = desk.clinic.commands;
    desk.clinic.commands.replySend = async (reply) => {
      desk.clinic.commands.replySend = replySend;
      desk.clinic.called.push({ command: "replySend", args: [reply] });
      return { status: "error", error: { code: "offline", params: {} } };
    };
    await desk.user.type(desk.field(), "First");
    await desk.user.click(desk.sendButton());
    await desk.passes(20);
    expect(desk.field()).toHaveValue("First");
    await desk.user.click(desk.sendButton());
    await desk.passes(20);
    await desk.user.type(desk.field(), "First");
    await desk.user.click(desk.sendButton());
    await desk.passes(20);
    const presses = desk.calls("replySend").map((one) => (one.args[0] as { press: string }).press);
    expect(presses).toHaveLength(3);
    expect(presses[1]).toBe(presses[0]);
    expect(presses[2]).not.toBe(presses[0]);
  });

  it("keeps a draft for each conversation, and over a restart of the window", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Half a sen");
    await desk.opens("Arben Hoxha");
    expect(desk.field()).toHaveValue("");
    expect(desk.row(/^Farah Mansour.*draft begun/)).toBeInTheDocument();
    await desk.opens("Farah Mansour");
    expect(desk.field()).toHaveValue("Half a sen");
    await desk.user.type(desk.field(), "tence");
    await desk.passes(500);
    await desk.close();
    const again = await openClinic({ people: () => desk.clinic.conversations });
    await again.opens("Farah Mansour");
    expect(again.field()).toHaveValue("Half a sentence");
  });

  it("is not disturbed by news about the same conversation", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "I am still wri");
    desk.clinic.patientWrites(desk.person("Farah Mansour").id, "Are you there?");
    await desk.passes(1_000);
    expect(desk.field()).toHaveValue("I am still wri");
    expect(desk.field()).toHaveFocus();
  });

  it("says how much room is left when it gets scarce, and holds what is too long", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    const field = desk.field();
    field.focus();
    await desk.user.paste("é".repeat(495));
    expect(screen.getByText(/^Room for 10 more bytes/)).toBeInTheDocument();
    await desk.user.paste("é".repeat(10));
    expect(screen.getByText(/^Too long by 10 bytes/)).toBeInTheDocument();
    expect(desk.sendButton()).toHaveAttribute("aria-disabled", "true");
    await desk.user.click(desk.sendButton());
    expect(desk.calls("replySend")).toHaveLength(0);
  });

  it("takes a file the channel takes and refuses another before it is uploaded", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!chooser) throw new Error("nothing to choose files with");
    await desk.user.upload(chooser, new File([new Uint8Array(2048)], "plan.pdf", { type: "application/pdf" }));
    await desk.passes(50);
    expect(within(screen.getByRole("list", { name: "Files that go along" })).getByText("plan.pdf")).toBeInTheDocument();
    expect([...desk.clinic.attached.values()][0]).toHaveLength(2048);
    desk.field().focus();
    await desk.user.paste(transfer(new File(["x"], "virus.exe", { type: "application/x-msdownload" })));
    await desk.passes(50);
    expect(screen.getAllByText("WhatsApp does not take files like virus.exe.").length).toBeGreaterThan(0);
    expect(desk.clinic.attached.size).toBe(1);
    await desk.user.click(screen.getByRole("button", { name: "Remove plan.pdf" }));
    await desk.passes(50);
    expect(screen.queryByText("plan.pdf")).toBeNull();
  });

  it("quotes a message where the channel can, and shows the quote with the reply", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const quote = within(desk.timeline()).getAllByRole("button", { name: "Quote" }).at(-1);
    if (!quote) throw new Error("nothing to quote");
    await desk.user.click(quote);
    expect(desk.field()).toHaveFocus();
    await desk.user.keyboard("At 11:10");
    await desk.user.click(desk.sendButton());
    await desk.passes(50);
    expect(desk.calls("replySend").map((one) => (one.args[0] as { quote: string | null }).quote)).toEqual([
      desk.person("Farah Mansour").items.findLast((item) => item.body.is === "message" && !item.body.ours)?.id,
    ]);
  });

  it("quotes any message of a group, by mouse and by the arrows", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const theirs = desk
      .person("Farah Mansour")
      .items.filter((item) => item.body.is === "message" && !item.body.ours)
      .map((item) => item.id);
    const message = (id: string | undefined) => {
      const found = document.querySelector<HTMLElement>(`[data-item="${id}"]`);
      if (!found) throw new Error("not in the timeline");
      return found;
    };
    const quotes = () => desk.calls("replySend").map((one) => (one.args[0] as { quote: string | null }).quote);
    const [first, second] = theirs;
    expect(message(first).parentElement).toBe(message(second).parentElement);
    await desk.user.click(within(message(first)).getByRole("button", { name: "Quote" }));
    expect(desk.field()).toHaveFocus();
    await desk.user.keyboard("Which tooth?{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(quotes()).toEqual([first]);
    const newest = within(message(theirs.at(-1))).getByRole("button", { name: "Quote" });
    expect(
      within(desk.timeline())
        .getAllByRole("button", { name: "Quote" })
        .filter((one) => one.tabIndex === 0),
      "one stop for Tab, however many messages",
    ).toEqual([newest]);
    newest.focus();
    await desk.user.keyboard("{ArrowUp}");
    expect(within(message(theirs.at(-2))).getByRole("button", { name: "Quote" })).toHaveFocus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    await desk.user.keyboard("I heard it{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(quotes()).toEqual([first, theirs.at(-2)]);
  });

  it("keeps notes apart from replies", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "A reply");
    await desk.user.click(screen.getByRole("tab", { name: "Note" }));
    await desk.user.type(desk.field(), "Only for us");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(50);
    expect(desk.calls("noteAdd").map((one) => one.args[1])).toEqual(["Only for us"]);
    expect(desk.calls("replySend")).toHaveLength(0);
    await desk.user.click(screen.getByRole("tab", { name: "Reply" }));
    expect(desk.field()).toHaveValue("A reply");
  });
});

describe("when the window is closed", () => {
  it("opens on the template and explains why", async () => {
    const desk = await openClinic();
    await desk.opens("Emre Aydin", "Not sent");
    expect(screen.getByRole("tab", { name: "Template" })).toHaveAttribute("aria-selected", "true");
    expect(
      screen.getByText(/Emre Aydin has not written for 24 hours, so WhatsApp only allows an approved template/),
    ).toBeInTheDocument();
    expect(screen.getByText("closed 07:58")).toBeInTheDocument();
  });

  it("shows what the patient will read and sends only when every blank is filled", async () => {
    const desk = await openClinic();
    await desk.opens("Emre Aydin", "Not sent");
    const send = screen.getByRole("button", { name: /^Send template/ });
    expect(send).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByText("4 blanks are still empty.")).toBeInTheDocument();
    for (const [blank, words] of [
      ["Blank 2", "check-up"],
      ["Blank 3", "Dr Ferro"],
      ["Blank 4", "Friday 27 November"],
      ["Blank 5", "your card"],
    ] as const) {
      await desk.user.type(screen.getByRole("textbox", { name: blank }), words);
    }
    await desk.user.click(send);
    await desk.passes(50);
    expect(desk.timeline()).toHaveTextContent(
      "Hello Emre, your check-up with Dr Ferro is now on Friday 27 November. Please bring your card. If that does not work for you, press Change.",
    );
    expect(desk.timeline()).toHaveTextContent("Leaves in 10 s");
  });

  it("does not let a paused template be chosen, and says why", async () => {
    const desk = await openClinic();
    await desk.opens("Emre Aydin", "Not sent");
    const paused = screen.getByRole("option", { name: /An earlier time is free/ });
    expect(paused).toHaveAttribute("aria-disabled", "true");
    expect(paused).toHaveTextContent("Paused: low quality rating");
    await desk.user.click(paused);
    expect(paused).toHaveAttribute("aria-selected", "false");
  });

  it("ticks each minute, turns amber under four hours and closes by itself", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    expect(within(desk.conversation()).getByText("2 h 42 min left")).toBeInTheDocument();
    await desk.passes(2 * 60 * MINUTE);
    expect(within(desk.conversation()).getByText("42 min left")).toBeInTheDocument();
    await desk.passes(28 * MINUTE);
    expect(within(desk.conversation()).getByText("14 min left")).toBeInTheDocument();
    expect(screen.getByText("A quarter of an hour left to reply.")).toBeInTheDocument();
    await desk.passes(15 * MINUTE);
    expect(within(desk.conversation()).getByText(/^closed/)).toBeInTheDocument();
    expect(desk.field()).toBeDisabled();
    expect(screen.getByText(/Instagram allows no message now/)).toBeInTheDocument();
  });
});

describe("the limits of a channel", () => {
  it("count characters as people do and bytes as Instagram does", () => {
    expect(roomLeft("👍", { most: 10, bytes: false })).toBe(9);
    expect(roomLeft("👍é", { most: 10, bytes: true })).toBe(4);
  });

  it("judge a file by its kind and its size", () => {
    const limits = [{ kind: "image" as const, mime: ["image/jpeg"], most_bytes: 100 }];
    expect(judgeFile("a.jpg", "image/jpeg", 100, limits)).toEqual({ ok: true, kind: "image" });
    expect(judgeFile("a.JPEG", "", 100, limits)).toEqual({ ok: true, kind: "image" });
    expect(judgeFile("a.jpg", "image/jpeg", 101, limits)).toEqual({ ok: false, why: "size", most: 100 });
    expect(judgeFile("a.svg", "image/svg+xml", 1, limits)).toEqual({ ok: false, why: "kind" });
  });

  it("turn the time left to amber under four hours and to red under fifteen minutes", () => {
    const tone = (span: number) => {
      const l = left({ is: "open", until: span }, 0);
      return l.is === "open" ? l.tone : l.is;
    };
    expect([5 * 60, 4 * 60, 239, 15, 14, 0].map((minutes) => tone(minutes * MINUTE))).toEqual([
      "calm",
      "calm",
      "low",
      "low",
      "last",
      "closed",
    ]);
  });
});

/** A clipboard with a file in it. */
function transfer(file: File): DataTransfer {
  return { files: [file], items: [], types: ["Files"], getData: () => "" } as unknown as DataTransfer;
}
