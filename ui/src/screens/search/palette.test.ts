import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { offer } from "../../keyboard/keys";
import { type FakeClinic, ok, refused } from "../../platform/fake/clinic";
import { app } from "../../state/app.svelte";
import { conversation } from "../../state/conversation.svelte";
import type { MessageHit, SearchResults } from "../../wire/bindings";
import { asked, clinicAt } from "../invented";
import Palette from "./Palette.svelte";

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  conversation.close();
});

async function open(bend?: (clinic: FakeClinic) => void) {
  const clinic = await clinicAt();
  bend?.(clinic);
  const before = document.body.appendChild(document.createElement("button"));
  before.focus();
  const onclose = vi.fn();
  render(Palette, { onclose });
  const user = userEvent.setup();
  const field = await screen.findByRole("combobox", { name: "Search or jump" });
  await waitFor(() => expect(field).toHaveFocus());
  return { clinic, user, field, onclose, before };
}

const chosen = () => screen.getAllByRole("option").find((one) => one.getAttribute("aria-selected") === "true");
const hit = (n: number): MessageHit => ({
  conversation: "c",
  item: `item-${n}`,
  position: String(n),
  kind: "message",
  name: "Farah Mansour",
  ours: false,
  snippet: [{ text: `crown ${n}`, hit: true }],
  channel: "sms",
  at: Date.parse("2026-10-09T10:00:00Z"),
});
const results = (some: Partial<SearchResults>): SearchResults => ({
  people: [],
  conversations: [],
  messages: [],
  more: null,
  range_from: Date.parse("2019-06-12T10:00:00Z"),
  took_ms: 11,
  ...some,
});

describe("search", () => {
  it("opens who answers the letters, also when Enter is faster than the answer", async () => {
    const { clinic, user } = await open();
    const answers = new Map<string, (found: SearchResults) => void>();
    clinic.commands.search = (words) => new Promise((done) => answers.set(words, (found) => done(ok(found))));
    const person = (name: string, conversation: string) =>
      results({
        people: [
          { patient: name, name: [{ text: name, hit: true }], birth_date: null, channels: ["sms"], conversation },
        ],
      });
    const opened = vi.spyOn(conversation, "open").mockResolvedValue();
    await user.keyboard("@far");
    answers.get("far")?.(person("Faruk Demir", "of-faruk"));
    await screen.findByRole("option", { name: /Faruk Demir/ });
    await user.keyboard("ah{Enter}");
    expect(opened).not.toHaveBeenCalled();
    answers.get("farah")?.(person("Farah Mansour", "of-farah"));
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(opened.mock.calls[0]?.[0]).toBe("of-farah");
    opened.mockRestore();
  });

  it("finds a person as one types, with the match marked, and opens their conversation", async () => {
    const { clinic, user, onclose } = await open();
    await user.keyboard("farah");
    const option = await screen.findByRole("option", { name: /Farah Mansour/ });
    expect(option.querySelector("mark")).toHaveTextContent("Farah");
    const opened = vi.spyOn(conversation, "open").mockResolvedValue();
    await user.keyboard("{Enter}");
    expect(onclose).toHaveBeenCalled();
    const farah = clinic.conversations.find((one) => one.name === "Farah Mansour");
    await waitFor(() => expect(opened).toHaveBeenCalledWith(farah?.id, undefined));
    opened.mockRestore();
  });

  it("opens a conversation at the very message that was found", async () => {
    const { user } = await open((clinic) => {
      clinic.commands.search = async () => ok(results({ messages: [hit(7)] }));
    });
    const opened = vi.spyOn(conversation, "open").mockResolvedValue();
    await user.keyboard("crown{Enter}");
    await waitFor(() => expect(opened).toHaveBeenCalledWith("c", { position: "7", item: "item-7" }));
    opened.mockRestore();
  });

  it("says how far back it looked and how long it took", async () => {
    const { user } = await open((clinic) => {
      clinic.commands.search = async () => ok(results({ messages: [hit(1)] }));
    });
    await user.keyboard("crown");
    expect(await screen.findByText("since 12 Jun 2019, 11 ms")).toBeVisible();
  });

  it("never shows an answer to older words over a newer one", async () => {
    const answers: ((text: string) => void)[] = [];
    const { user } = await open((clinic) => {
      clinic.commands.search = (text) =>
        new Promise((resolve) => {
          answers.push(() =>
            resolve(ok(results({ messages: [{ ...hit(1), snippet: [{ text: `found ${text}`, hit: false }] }] }))),
          );
        });
    });
    await user.keyboard("cr");
    answers[1]?.("");
    expect(await screen.findByText("found cr")).toBeVisible();
    answers[0]?.("");
    await Promise.resolve();
    expect(screen.queryByText("found c")).toBeNull();
  });

  it("says what was searched when nothing is found, and that numbers need four digits", async () => {
    const { user } = await open();
    await user.keyboard("pritchet");
    expect(await screen.findByText(/names, numbers, messages, calls, notes and file names since/)).toBeVisible();
    await user.keyboard("{Control>}a{/Control}077");
    expect(await screen.findByText(/from the fourth digit/)).toBeVisible();
  });

  it("fetches more at the end and keeps the choice where it was", async () => {
    const { clinic, user } = await open((all) => {
      all.commands.search = async (_, more) =>
        ok(
          more
            ? results({ messages: [hit(3), hit(4)] })
            : results({ messages: [hit(1), hit(2), hit(3)], more: "next" }),
        );
    });
    const search = vi.spyOn(clinic.commands, "search");
    await user.keyboard("crown");
    await screen.findByText("3, more below");
    await user.keyboard("{End}");
    await waitFor(() => expect(chosen()).toHaveTextContent("crown 4"));
    expect(search).toHaveBeenLastCalledWith("crown", "next");
    expect(screen.getAllByRole("option", { name: /crown 3/ })).toHaveLength(1);
  });

  it("goes round with the arrows and tells a screen reader which line is chosen", async () => {
    const { user, field } = await open((clinic) => {
      clinic.commands.search = async () => ok(results({ messages: [hit(1), hit(2)] }));
    });
    await user.keyboard("crown{ArrowDown}");
    await waitFor(() => expect(chosen()).toHaveTextContent("crown 2"));
    expect(field.getAttribute("aria-activedescendant")).toBe(chosen()?.id);
    await user.keyboard("{ArrowUp}");
    await waitFor(() => expect(chosen()).toHaveTextContent("crown 1"));
  });

  it("looks for people only after @", async () => {
    const { clinic, user } = await open();
    await user.keyboard("@farah");
    await screen.findByRole("option", { name: /Farah Mansour/ });
    expect(asked(clinic, "search").at(-1)?.[0]).toBe("farah");
    expect(screen.queryByText("Messages, calls and notes")).toBeNull();
  });

  it("says so when the search itself does not work", async () => {
    const { user } = await open((clinic) => {
      clinic.commands.search = async () => refused("unexpected");
    });
    await user.keyboard("crown");
    expect(await screen.findByText(/Something went wrong inside Anteroom/)).toBeVisible();
  });

  it("closes with Esc and gives the focus back", async () => {
    const { user, onclose, before } = await open();
    await user.keyboard("{Escape}");
    expect(onclose).toHaveBeenCalled();
    await waitFor(() => expect(before).toHaveFocus());
  });
});

describe("commands", () => {
  it("are those that the screen offers now, each with its key, and do what the key does", async () => {
    const inbox = vi.fn(() => true);
    stop = offer({ "view-inbox": inbox });
    const { clinic, user, onclose } = await open();
    await user.keyboard(">inb");
    const option = await screen.findByRole("option", { name: /Inbox/ });
    expect(option).toHaveTextContent("Ctrl 1");
    expect(screen.queryByRole("option", { name: /^Undo/ })).toBeNull();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(inbox).toHaveBeenCalledOnce());
    expect(onclose).toHaveBeenCalledOnce();
    expect(asked(clinic, "search")).toEqual([]);
  });

  it("concern the conversation only while one is open", async () => {
    stop = offer({ reply: () => true });
    const { user } = await open();
    await user.keyboard(">reply");
    expect(screen.queryByRole("option", { name: /Reply/ })).toBeNull();
  });

  it("go straight to a page of the settings", async () => {
    const { user } = await open();
    await user.keyboard(">network{Enter}");
    await waitFor(() => expect(app.view).toBe("settings"));
    expect(app.settingsPage).toBe("network");
  });

  it("begin a filter without leaving the field", async () => {
    const { user, field } = await open();
    await user.keyboard("crown chan");
    await user.click(await screen.findByRole("option", { name: /^channel:/ }));
    expect(field).toHaveValue("crown channel:");
    expect(field).toHaveFocus();
  });
});
