/** The page of the saved replies: what is kept, what is being written, and every act with a way back. */
import { errorWords } from "../../../i18n/errors";
import { currentLanguage, languages, t } from "../../../i18n/i18n.svelte";
import { platform } from "../../../platform/context";
import type { Answer } from "../../../platform/platform";
import { toasts } from "../../../state/toasts.svelte";
import { unfinished } from "../../../state/unfinished.svelte";
import type { SavedReplyEdit, SavedReplyItem } from "../../../wire/bindings";

/** The languages a text can be written in: those of the window first, then others that patients write in. */
export const textLanguages: readonly string[] = [...languages, "it", "nl", "pt", "tr"];

const WRITING = "saved-reply";

/** A reply on the page while it is being written. */
export class Writing {
  id: string | undefined;
  title = $state("");
  shortcut = $state("");
  texts = $state<Record<string, string>>({});
  language = $state(currentLanguage() as string);
  problem = $state<string | undefined>(undefined);

  constructor(from?: SavedReplyItem) {
    this.id = from?.id;
    this.title = from?.title ?? "";
    this.shortcut = from?.shortcut ?? "";
    for (const one of from?.texts ?? []) this.texts[one.language] = one.body;
    if (from && !this.texts[this.language]) this.language = from.texts[0]?.language ?? this.language;
  }

  get edit(): SavedReplyEdit {
    const texts = Object.entries(this.texts).map(([language, body]) => ({ language, body }));
    return { title: this.title, shortcut: this.shortcut, texts };
  }
}

export class SavedPage {
  kept = $state.raw<readonly SavedReplyItem[] | undefined>(undefined);
  trouble = $state<string | undefined>(undefined);

  /** Stays when the page is left in the middle of it. */
  get writing(): Writing | undefined {
    return unfinished.of<Writing>(WRITING);
  }

  async read(): Promise<void> {
    const answer = await platform().commands.savedReplyList();
    if (answer.status === "ok") this.kept = answer.data;
    this.trouble = answer.status === "error" ? errorWords(answer.error) : undefined;
  }

  write(reply?: SavedReplyItem): void {
    const fresh = new Writing(reply);
    unfinished.begin(WRITING, fresh, () => JSON.stringify(fresh.edit));
  }

  /** Gives up what is being written. */
  drop(): void {
    unfinished.end(this.writing);
  }

  /** The page is left. */
  leave(): void {
    unfinished.rest(this.writing);
  }

  /** Keeps what is being written. False when a field is not right, which the page then says. */
  async keep(): Promise<boolean> {
    const { writing } = this;
    if (!writing) return false;
    const { commands } = platform();
    const before = this.kept?.find((one) => one.id === writing.id);
    const answer = await (writing.id
      ? commands.savedReplyEdit(writing.id, writing.edit)
      : commands.savedReplyAdd(writing.edit));
    if (answer.status === "error") {
      writing.problem = answer.error.code === "field_invalid" ? (answer.error.params.field ?? "text") : undefined;
      if (!writing.problem) toasts.trouble(errorWords(answer.error));
      return false;
    }
    unfinished.end(writing);
    await this.read();
    const { id, title } = answer.data;
    const back = before ? () => commands.savedReplyEdit(id, before) : () => commands.savedReplyRemove([id]);
    this.#said(t("saved-kept", { title }), back);
    return true;
  }

  async remove(reply: SavedReplyItem): Promise<void> {
    const { commands } = platform();
    if (!(await this.#done(commands.savedReplyRemove([reply.id])))) return;
    this.#said(t("saved-removed", { title: reply.title }), () => commands.savedReplyUndo([reply.id]));
  }

  /** One place up or down. */
  async move(reply: SavedReplyItem, by: -1 | 1): Promise<void> {
    const ids = (this.kept ?? []).map((one) => one.id);
    const at = ids.indexOf(reply.id);
    const other = ids[at + by];
    if (other === undefined) return;
    [ids[at], ids[at + by]] = [other, reply.id];
    await this.#done(platform().commands.savedReplyOrder(ids));
  }

  async addStarters(): Promise<void> {
    const { commands } = platform();
    const answer = await commands.savedReplyStarter(currentLanguage());
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    await this.read();
    this.#said(t("saved-started", { n: answer.data.length }), () => commands.savedReplyRemove(answer.data));
  }

  async #done(answer: Promise<Answer<unknown>>): Promise<boolean> {
    const result = await answer;
    if (result.status === "error") toasts.trouble(errorWords(result.error));
    await this.read();
    return result.status === "ok";
  }

  #said(words: string, back: () => Promise<Answer<unknown>>): void {
    toasts.say(words, { words: t("undo"), run: () => void this.#done(back()) });
  }
}
