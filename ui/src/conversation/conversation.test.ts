import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { file } from "../platform/fake/build";
import { conversation } from "../state/conversation.svelte";
import type { DeliveryState } from "../wire/bindings";

/** Words in the timeline; the list says the newest of them too. */
const spoken = (text: string) => within(screen.getByRole("log")).getByText(text);
const bubble = (text: string) => {
  const found = spoken(text).closest("article");
  if (!found) throw new Error("not in a message");
  return found;
};
const look = (text: string) => spoken(text).closest(".bubble")?.className ?? "";

describe("sending, one life", () => {
  it("is dashed until the provider took it, and says each step", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    await desk.user.type(desk.field(), "Bring your insurance card, please.");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(20);
    expect(look("Bring your insurance card, please.")).toContain("pencil");
    expect(bubble("Bring your insurance card, please.")).toHaveTextContent("Leaves in 10 s");
    await desk.passes(3_000);
    expect(bubble("Bring your insurance card, please.")).toHaveTextContent("Leaves in 7 s");
    await desk.passes(7_100);
    expect(bubble("Bring your insurance card, please.")).toHaveTextContent("Sending");
    expect(look("Bring your insurance card, please.")).toContain("pencil");
    await desk.passes(500);
    expect(bubble("Bring your insurance card, please.")).toHaveTextContent("Accepted");
    expect(look("Bring your insurance card, please.")).toContain("ink");
    await desk.passes(6_000);
    expect(bubble("Bring your insurance card, please.")).toHaveTextContent("Read");
  });

  it("can be taken back into the dock while it leaves, with the button or Ctrl+Z", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    await desk.user.type(desk.field(), "Too early");
    await desk.user.click(desk.sendButton());
    await desk.passes(20);
    await desk.user.click(within(desk.timeline()).getByRole("button", { name: "Undo" }));
    await desk.passes(50);
    expect(desk.field()).toHaveValue("Too early");
    expect(within(desk.timeline()).queryByText("Too early")).toBeNull();
    await desk.user.click(desk.sendButton());
    await desk.passes(20);
    await desk.user.keyboard("{Control>}z{/Control}");
    await desk.passes(50);
    expect(desk.field()).toHaveValue("Too early");
  });

  it("waits in words while we are offline and leaves when we are back", async () => {
    const desk = await openClinic({ settings: { undo_seconds: 0 } });
    desk.clinic.network(false);
    await desk.opens("Ottilie Brandt");
    await desk.user.type(desk.field(), "See you on Thursday");
    await desk.user.click(desk.sendButton());
    await desk.passes(100);
    expect(bubble("See you on Thursday")).toHaveTextContent("Queued, leaves when we are online");
    expect(screen.getByText(/^Working offline since 09:41/, { ignore: ".sr" })).toBeInTheDocument();
    desk.clinic.network(true);
    await desk.passes(600);
    expect(bubble("See you on Thursday")).toHaveTextContent("Accepted");
  });

  it("outlines files like words: dashed until the provider took them", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const farah = desk.person("Farah Mansour");
    const files = [
      file("image", { name: "plan.jpg" }),
      file("audio", { name: "voice.ogg", seconds: 4, waveform: [9] }),
      file("video", { name: "way.mp4" }),
      file("file", { name: "plan.pdf", size: 2_000 }),
    ];
    const sent = desk.clinic.accept(farah, "", {
      content: { is: "media", caption: null },
      attachments: files,
    });
    await desk.passes(50);
    const article = () => screen.getByRole("button", { name: "plan.jpg, show larger" }).closest("article");
    const looks = () =>
      [...(article()?.querySelectorAll(".picture, .voice, .file") ?? [])].map((one) =>
        ["pencil", "unsure", "held", "failed", "ink"].filter((look) => one.classList.contains(look)).join(),
      );
    expect(looks()).toEqual(["pencil", "pencil", "pencil", "pencil"]);
    const stands = async (state: DeliveryState) => {
      desk.clinic.setState(farah, sent, state);
      await desk.passes(20);
      return [...new Set(looks())];
    };
    expect(await stands({ is: "queued", retry_at: null, waits_for: "network" })).toEqual(["pencil"]);
    expect(await stands({ is: "unknown", since: 0, checking: false })).toEqual(["unsure"]);
    expect(await stands({ is: "held_back", why: "does_not_fit", at: 0, due: null })).toEqual(["held"]);
    expect(await stands({ is: "failed", why: "refused", code: null, at: 0 })).toEqual(["failed"]);
    // There are no words to edit; the other ways out are there.
    const acts = within(article() as HTMLElement);
    expect(acts.getByRole("button", { name: "Discard" })).toBeInTheDocument();
    expect(acts.queryByRole("button", { name: "Edit and send anew" })).toBeNull();
    expect(await stands({ is: "accepted", at: 0, receipt_overdue: false })).toEqual(["ink"]);
  });

  it("says of a message that was refused for now when it is tried next", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const farah = desk.person("Farah Mansour");
    const sent = desk.clinic.accept(farah, "At noon, then");
    const retry_at = desk.clinic.now() + 60_000;
    desk.clinic.setState(farah, sent, { is: "queued", retry_at, waits_for: "provider" });
    await desk.passes(50);
    expect(bubble("At noon, then")).toHaveTextContent("Queued, next try at 09:42");
  });

  it("never shows a doomed message as sent", async () => {
    const desk = await openClinic();
    await desk.opens("Imogen Lacey", "Not sent");
    expect(bubble("I keep 14:30 for you until noon.")).toHaveTextContent(
      "No delivery receipt since 08:52. It may not have arrived.",
    );
    expect(look("I keep 14:30 for you until noon.")).toContain("unsure");
    expect(bubble("You can also ring us.")).toHaveTextContent("It may or may not have been sent.");
    expect(bubble("The number is 020 7946 0158.")).toHaveTextContent("Not delivered. SMS cannot reach this address.");
    expect(bubble("The number is 020 7946 0158.")).toHaveTextContent("code 30003");
    expect(look("The number is 020 7946 0158.")).toContain("failed");
    expect(bubble("And thank you for your patience.")).toHaveTextContent("Queued behind an earlier message");
  });

  it("leaves the decision about an unknown message to a person", async () => {
    const desk = await openClinic();
    await desk.opens("Imogen Lacey", "Not sent");
    const unknown = () => within(bubble("You can also ring us."));
    await desk.user.click(unknown().getByRole("button", { name: "Check again" }));
    await desk.passes(20);
    expect(bubble("You can also ring us.")).toHaveTextContent("Looking at Twilio for this message.");
    await desk.user.click(unknown().getByRole("button", { name: "It arrived" }));
    await desk.passes(20);
    expect(bubble("You can also ring us.")).toHaveTextContent("Accepted");
    expect(desk.calls("outboxSendAgain")).toHaveLength(0);
  });

  it("says why something was held back, and offers the ways out", async () => {
    const desk = await openClinic();
    await desk.opens("Emre Aydin", "Not sent");
    const held = bubble("Hello Emre, Friday at 14:30 with Dr Ferro is yours. See you then.");
    expect(held).toHaveTextContent("Held back at 08:10, not sent. The time to reply freely on WhatsApp was over.");
    for (const name of ["Use a template", "Edit and send anew", "Call", "Discard"]) {
      expect(within(held).getByRole("button", { name })).toBeInTheDocument();
    }
    await desk.user.click(within(held).getByRole("button", { name: "Discard" }));
    await desk.passes(50);
    expect(screen.queryByText(/Friday at 14:30 with Dr Ferro is yours/)).toBeNull();
  });

  it("offers another template when the provider refused the one that was sent", async () => {
    const desk = await openClinic();
    await desk.opens("Emre Aydin", "Not sent");
    const emre = desk.person("Emre Aydin");
    const sent = desk.clinic.accept(emre, "Your appointment is on Friday.");
    const offered = async (state: DeliveryState) => {
      desk.clinic.setState(emre, sent, state);
      await desk.passes(50);
      return (
        within(bubble("Your appointment is on Friday.")).queryByRole("button", { name: "Use a template" }) !== null
      );
    };
    expect(await offered({ is: "failed", why: "template_refused", code: null, at: 0 })).toBe(true);
    expect(await offered({ is: "failed", why: "outside_window", code: null, at: 0 })).toBe(true);
    expect(await offered({ is: "failed", why: "refused", code: null, at: 0 })).toBe(false);
  });
});

describe("what patients send", () => {
  it("is shown whatever it is, and kept when it cannot be shown", async () => {
    const desk = await openClinic();
    await desk.opens("@nadia.fotos");
    const log = within(desk.timeline());
    for (const words of [
      "Mentioned you in a story",
      "Answered your story",
      "Sent from Instagram by the practice",
      "Whitening week",
      "Ferry pier",
      "Something Anteroom cannot show yet",
      "Referral Nadia.pdf",
    ]) {
      expect(log.getByText(words)).toBeInTheDocument();
    }
    expect(desk.timeline()).toHaveTextContent("Taken back by the patient, 08:41");
    expect(desk.timeline()).toHaveTextContent("Could not be fetched. Next try at 09:50, possible until 1 Dec.");
    expect(desk.timeline()).toHaveTextContent("It can no longer be fetched from the channel.");
  });

  it("is text and never markup", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const nasty = '<img src=x onerror="alert(1)"> <b>bold</b> {@html 1}';
    desk.clinic.patientWrites(desk.person("Farah Mansour").id, nasty);
    await desk.passes(50);
    expect(within(desk.timeline()).getByText(nasty)).toBeInTheDocument();
    expect(desk.timeline().querySelector("img[src='x']")).toBeNull();
  });

  it("opens an address only after showing the true host", async () => {
    const desk = await openClinic();
    await desk.opens("Imogen Lacey", "Not sent");
    await desk.user.click(screen.getByRole("button", { name: "http://quayside-dental.example/forms" }));
    await desk.passes(50);
    const dialog = screen.getByRole("dialog", { name: "Open this address?" });
    expect(within(dialog).getByText("quayside-dental.example")).toBeInTheDocument();
    expect(dialog).toHaveTextContent("can be read on the way");
    expect(desk.calls("openLink")).toHaveLength(0);
    await desk.user.click(within(dialog).getByRole("button", { name: "Open in the browser" }));
    await desk.passes(50);
    expect(desk.calls("openLink").map((one) => one.args)).toEqual([["http://quayside-dental.example/forms"]]);
  });

  it("is announced once when it arrives, and the counts follow", async () => {
    const desk = await openClinic();
    await desk.opens("Daniel Achterberg", "All");
    desk.clinic.patientWrites(desk.person("Daniel Achterberg").id, "Thank you!");
    await desk.passes(50);
    expect(screen.getByText("Daniel Achterberg wrote: Thank you!")).toHaveAttribute("aria-live", "polite");
  });

  it("plays a voicemail whose words can be jumped to", async () => {
    const desk = await openClinic();
    await desk.opens("+44 7700 900 271");
    expect(desk.timeline()).toHaveTextContent("rang 22 s");
    expect(within(desk.timeline()).getByRole("button", { name: "Play" })).toBeInTheDocument();
    const slider = screen.getByRole("slider", { name: "Place in the recording" });
    expect(slider).toHaveAttribute("aria-valuetext", "0:00 of 0:38");
    await desk.user.click(screen.getByRole("button", { name: "Play from 0:12" }));
    await desk.passes(50);
    expect(slider).toHaveAttribute("aria-valuetext", "0:12 of 0:38");
    expect(screen.getByText(/My son cannot drive me/).closest("li")).toHaveAttribute("aria-current", "true");
    expect(screen.getByText("Machine transcript")).toBeInTheDocument();
  });
});

describe("an answer of the core", () => {
  it("that comes after the news about it does not undo them", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const farah = desk.person("Farah Mansour");
    const send = desk.clinic.commands.replySend;
    desk.clinic.commands.replySend = async (reply) => {
      const answer = structuredClone(await send(reply));
      const item = farah.items.at(-1);
      if (item) desk.clinic.setState(farah, item, { is: "accepted", at: desk.clinic.now(), receipt_overdue: false });
      await new Promise((later) => setTimeout(later, 20));
      return answer;
    };
    await desk.user.type(desk.field(), "Come at 11:10");
    await desk.user.keyboard("{Control>}{Enter}{/Control}");
    await desk.passes(60);
    expect(desk.timeline()).toHaveTextContent("Accepted");
    expect(desk.timeline()).not.toHaveTextContent("Leaves in");
  });
});

describe("a conversation", () => {
  it("opens at the newest and shows earlier messages on request", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const before = desk.timeline().querySelectorAll("article").length;
    await desk.user.click(screen.getByRole("button", { name: "Show earlier messages" }));
    await desk.passes(50);
    expect(desk.timeline().querySelectorAll("article").length).toBe(before + 50);
  });

  it("goes on towards the newest where a search hit lies far back, and puts nothing behind the hole", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    const farah = conversation.id ?? "";
    const whole = desk.clinic.commands.conversationAround;
    desk.clinic.commands.conversationAround = async (id, position, watch) => {
      const answer = await whole(id, position, watch);
      if (answer.status === "error") return answer;
      const items = answer.data.items.slice(0, 60);
      return { status: "ok", data: { ...answer.data, items, newer: items.at(-1)?.position ?? null } };
    };
    const all = await whole(farah, "0", { inbox: null, rows: 0, conversation: farah });
    if (all.status === "error") throw new Error("no conversation");
    const hit = all.data.items[20];
    await conversation.open(farah, hit && { position: hit.position, item: hit.id });
    await desk.passes(50);
    const articles = () => desk.timeline().querySelectorAll("article").length;
    const before = articles();
    await desk.user.click(screen.getByRole("button", { name: "Show later messages" }));
    await desk.passes(50);
    expect(articles()).toBe(before + 50);
    expect(screen.getByRole("button", { name: "Show later messages" })).toBeVisible();
    await desk.user.type(desk.field(), "See you then");
    await desk.user.click(desk.sendButton());
    await desk.passes(50);
    // What is sent stands at the end, so the end is what is shown now.
    expect(spoken("See you then")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show later messages" })).toBeNull();
    expect(conversation.items.map((item) => item.id)).toEqual(desk.clinic.find(farah)?.items.map((item) => item.id));
  });

  it("is marked done, the next one opens, and it can be undone", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("e");
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("heading", { name: "Arben Hoxha" })).toBeInTheDocument();
    expect(desk.spoken().some((words) => /^Farah.*waiting/.test(words))).toBe(false);
    await desk.user.click(
      within(screen.getByRole("region", { name: "Short notices" })).getByRole("button", { name: "Undo" }),
    );
    await desk.passes(50);
    expect(within(desk.conversation()).getByRole("heading", { name: "Farah Mansour" })).toBeInTheDocument();
  });

  it("does not take a single letter for a command while somebody types", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.keyboard("r");
    await desk.passes(20);
    expect(desk.field()).toHaveFocus();
    await desk.user.keyboard("eee");
    expect(desk.field()).toHaveValue("eee");
    expect(desk.calls("triage")).toHaveLength(0);
  });

  it("comes back after a restart, at the same conversation", async () => {
    const first = await openClinic();
    await first.opens("Farah Mansour");
    await first.passes(1_000);
    const place = first.clinic.info.place;
    expect(place).not.toMatch(/Farah|7700/);
    await first.close();
    await openClinic({ people: () => first.clinic.conversations, info: { place } });
    expect(within(first.conversation()).getByRole("heading", { name: "Farah Mansour" })).toBeInTheDocument();
  });
});
