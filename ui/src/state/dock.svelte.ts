/**
 * The dock: which tool is out, and sending.
 *
 * Holds: one press sends once. A press has an id that stays the same until what would be sent changes, so that a
 * second press of the same button, or the same answer asked for again, is the same message for the core.
 */
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import { upcoming } from "../time/words";
import type { SendLater, TemplateView, WindowView } from "../wire/bindings";
import { announcer } from "./announcer.svelte";
import { conversation } from "./conversation.svelte";
import { drafts } from "./drafts.svelte";
import { toasts } from "./toasts.svelte";

export type Tool = "reply" | "note" | "template";

/** Written freely, by this moment. */
export function canWrite(window: WindowView, now: number): boolean {
  switch (window.is) {
    case "no_limit":
      return true;
    case "open":
    case "human_agent":
      return window.until > now;
    default:
      return false;
  }
}

function saidSent(later: SendLater | null): string {
  return later ? t("said-scheduled", { time: upcoming(later.at, platform().now()) }) : t("said-leaving");
}

class Dock {
  tool = $state<Tool>("reply");
  sending = $state(false);
  /** Somebody wants to write: whichever field is shown takes the focus and says that it has. */
  wanted = $state(false);
  #press: { of: string; id: string } | undefined;

  /** Takes out a tool and puts the cursor into it. */
  take(tool: Tool): void {
    this.tool = tool;
    this.wanted = true;
  }

  /** The tool that helps in the conversation that was just opened. */
  suit(): void {
    const { head, composer } = conversation;
    if (!head || !composer) return;
    if (canWrite(head.window, platform().now())) this.tool = "reply";
    else
      this.tool =
        composer.templates && head.window.is === "template_only" ? "template" : composer.text_limit ? "reply" : "note";
  }

  #pressFor(content: string): string {
    if (this.#press?.of !== content) this.#press = { of: content, id: crypto.randomUUID() };
    return this.#press.id;
  }

  /** Sends the reply: at the time given, else at the one it was taken back with, else now. True when it is in the outbox. */
  async send(at?: SendLater): Promise<boolean> {
    const id = conversation.id;
    const draft = drafts.open;
    if (!id || !draft || this.sending) return false;
    // A time that has passed meanwhile is none: the button says "Send" then.
    const kept = draft.later && draft.later.at > platform().now() ? draft.later : null;
    const later = at ?? kept;
    const text = draft.reply.trim();
    const files = draft.files.map((file) => file.id);
    const was = { reply: draft.reply, quote: draft.quote, files };
    if (text === "" && files.length === 0) return false;
    this.sending = true;
    const press = this.#pressFor(JSON.stringify([id, text, draft.quote, files, later]));
    try {
      const answer = await platform().commands.replySend({
        conversation: id,
        text,
        quote: draft.quote,
        files,
        press,
        later,
      });
      if (answer.status === "error") {
        toasts.trouble(errorWords(answer.error));
        return false;
      }
      this.#press = undefined;
      drafts.sent(id, was);
      if (id === conversation.id) conversation.put(answer.data.item);
      announcer.say(saidSent(later));
      return true;
    } finally {
      this.sending = false;
    }
  }

  async keepNote(): Promise<boolean> {
    const id = conversation.id;
    const draft = drafts.open;
    const was = draft?.note ?? "";
    const text = was.trim();
    if (!id || !draft || text === "" || this.sending) return false;
    this.sending = true;
    try {
      const answer = await platform().commands.noteAdd(id, text);
      if (answer.status === "error") {
        toasts.trouble(errorWords(answer.error));
        return false;
      }
      drafts.noted(id, was);
      return true;
    } finally {
      this.sending = false;
    }
  }

  async sendTemplate(
    template: TemplateView,
    values: [string, string][],
    later: SendLater | null = null,
  ): Promise<boolean> {
    const id = conversation.id;
    if (!id || this.sending) return false;
    this.sending = true;
    const press = this.#pressFor(JSON.stringify([id, template.id, values, later]));
    try {
      const answer = await platform().commands.templateSend({
        conversation: id,
        template: template.id,
        values,
        press,
        later,
      });
      if (answer.status === "error") {
        toasts.trouble(errorWords(answer.error));
        return false;
      }
      this.#press = undefined;
      if (id === conversation.id) conversation.put(answer.data.item);
      announcer.say(saidSent(later));
      return true;
    } finally {
      this.sending = false;
    }
  }

  /** Takes a message that has not left back into the dock. */
  async takeBack(outbox: string, item: string): Promise<void> {
    const id = conversation.id;
    if (!id) return;
    // The core puts the words before those that stand in the field, so it must know them.
    await drafts.keep(id);
    const was = drafts.open?.reply ?? "";
    const answer = await platform().commands.outboxUndo(outbox);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    drafts.takenBack(id, answer.data, was);
    if (id !== conversation.id) return;
    conversation.drop(item);
    announcer.say(t("said-taken-back"));
    this.take("reply");
  }

  /** Takes back the newest message that is still leaving. False when there is none. */
  takeBackNewest(): boolean {
    const leaving = conversation.items.findLast(
      (item) => item.body.is === "message" && item.body.delivery?.state.is === "leaving",
    );
    const outbox = leaving?.body.is === "message" ? leaving.body.delivery?.outbox : undefined;
    if (!leaving || !outbox) return false;
    void this.takeBack(outbox, leaving.id);
    return true;
  }
}

export const dock = new Dock();
