/**
 * Choosing a time for something that is to leave later: what is being asked about, and what to do with the time.
 *
 * Holds: a time is asked for one thing at a time, and only in the conversation in which it was asked; turning to
 * another one closes the question. Nothing is lost by closing it: the words are in the dock or in the outbox.
 */
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import type { SendLater, TakenBack } from "../wire/bindings";
import { announcer } from "./announcer.svelte";
import { conversation } from "./conversation.svelte";
import { drafts } from "./drafts.svelte";
import { toasts } from "./toasts.svelte";

/** What a time is asked for. */
export type Ask = {
  /** An approved template may go where words may not. */
  template: boolean;
  /** The time it has now. */
  now?: SendLater;
  /** Does it; true when it is done. */
  run: (later: SendLater) => Promise<boolean>;
};

class Scheduling {
  #ask = $state.raw<(Ask & { conversation: string }) | undefined>(undefined);

  /** The question of the open conversation. */
  get asked(): Ask | undefined {
    return this.#ask?.conversation === conversation.id ? this.#ask : undefined;
  }

  ask(what: Ask): void {
    if (conversation.id) this.#ask = { ...what, conversation: conversation.id };
  }

  close(): void {
    this.#ask = undefined;
  }

  /** Another time for what waits for one or has stopped. */
  move(outbox: string, now: SendLater | undefined, template: boolean): void {
    const run = async (later: SendLater) => {
      const answer = await platform().commands.outboxReschedule(outbox, later);
      if (answer.status === "error") toasts.trouble(errorWords(answer.error));
      return answer.status === "ok";
    };
    this.ask({ template, now, run });
  }

  async sendNow(outbox: string): Promise<void> {
    const answer = await platform().commands.outboxSendNow(outbox);
    if (answer.status === "error") toasts.trouble(errorWords(answer.error));
  }

  /** Takes it back into the dock, where it keeps its time until somebody sends or drops it. */
  async edit(outbox: string, item: string): Promise<void> {
    const id = conversation.id;
    const taken = await this.#takeBack(outbox, item);
    if (id && taken) drafts.setLater(id, taken.later);
  }

  /** Takes it back; the toast schedules the same again. */
  async cancel(outbox: string, item: string): Promise<void> {
    const id = conversation.id;
    const taken = await this.#takeBack(outbox, item);
    if (!id || !taken) return;
    drafts.setLater(id, null);
    const words = taken.template ? "toast-unscheduled-template" : "toast-unscheduled";
    toasts.say(t(words), { words: t("undo"), run: () => void again(id, taken) });
  }

  async #takeBack(outbox: string, item: string): Promise<TakenBack | undefined> {
    const id = conversation.id;
    if (!id) return undefined;
    // The core puts the words before those that stand in the field, so it must know them.
    await drafts.keep(id);
    const was = drafts.open?.reply ?? "";
    const answer = await platform().commands.outboxTakeBack(outbox);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return undefined;
    }
    drafts.takenBack(id, answer.data.draft, was);
    if (id === conversation.id) conversation.drop(item);
    announcer.say(t("said-unscheduled"));
    return answer.data;
  }
}

/** Schedules again what was taken back. */
async function again(id: string, taken: TakenBack): Promise<void> {
  const { commands } = platform();
  const { later, text, files, quote, template } = taken;
  const press = crypto.randomUUID();
  await drafts.keep(id);
  const answer = template
    ? await commands.templateSend({ conversation: id, ...template, press, later })
    : await commands.replySend({ conversation: id, text, quote, files, press, later });
  if (answer.status === "error") {
    toasts.trouble(errorWords(answer.error));
    return;
  }
  if (!template) drafts.sent(id, { reply: text, quote, files });
  if (id === conversation.id) conversation.put(answer.data.item);
}

export const scheduling = new Scheduling();
