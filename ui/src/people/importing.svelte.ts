/**
 * Taking contacts over from a file, step by step as staff see it.
 *
 * Holds: the core goes on only while it is asked, so stopping is not asking. An answer that comes after the file was
 * closed, or its columns were said anew, is thrown away. What was taken over stays known until the dialog is closed, so
 * that it can be undone also after it was stopped or something went wrong.
 */
import { platform } from "../platform/context";
import type { Answer } from "../platform/platform";
import type { ContactField, ContactsCheck, ContactsFile, ContactsRun, ImportView, WireError } from "../wire/bindings";

export type Step = "choose" | "columns" | "check" | "run" | "done" | "undone";

/** Bytes of the largest file that the core takes; a larger one is not even read into the window. */
const MOST_BYTES = 200_000_000;

export class Importing {
  step = $state<Step>("choose");
  file = $state.raw<ContactsFile>();
  check = $state.raw<ContactsCheck>();
  run = $state.raw<ContactsRun>();
  error = $state.raw<WireError>();
  stopped = $state(false);
  /** Patients that undoing removed, and those that it kept. */
  undone = $state<{ removed: number; stayed: number }>();
  /** What was imported before and not undone. */
  earlier = $state.raw<ImportView[]>([]);
  busy = $state(false);
  #turn = 0;

  get named(): boolean {
    const fields = this.file?.mapping ?? [];
    return (
      this.file?.vcard === true || fields.some((one) => one === "name" || one === "given_name" || one === "family_name")
    );
  }

  async start(): Promise<void> {
    const answer = await platform().commands.imports();
    if (answer.status === "ok") this.earlier = answer.data.filter((one) => one.undone_at === null);
  }

  async choose(chosen: Blob): Promise<void> {
    if (chosen.size > MOST_BYTES) {
      this.error = { code: "contacts_too_big", params: { most: String(MOST_BYTES / 1_000_000) } };
      return;
    }
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await chosen.arrayBuffer());
    } catch {
      // It was moved or taken out since it was chosen.
      this.error = { code: "file_unreadable", params: {} };
      return;
    }
    const file = await this.#ask(platform().openContacts(bytes));
    if (!file) return;
    this.file = file;
    this.step = "columns";
  }

  async say(column: number, field: ContactField): Promise<void> {
    if (!this.file) return;
    const mapping = this.file.mapping.map((was, i) => (i === column ? field : was));
    this.file = { ...this.file, mapping };
    const file = await this.#ask(platform().commands.contactsMap(mapping));
    if (file) this.file = file;
  }

  /** Looks at all of the file; nothing is written. */
  async look(): Promise<void> {
    this.step = "check";
    this.check = undefined;
    for (let again = true; ; again = false) {
      const found = await this.#ask(platform().commands.contactsCheck(again));
      if (!found) return;
      this.check = found;
      if (found.done) return;
      if (this.step !== "check") return;
    }
  }

  async take(): Promise<void> {
    this.step = "run";
    this.stopped = false;
    while (this.step === "run") {
      const run = await this.#ask(platform().commands.contactsRun());
      if (!run) {
        this.step = "done";
        return;
      }
      this.run = run;
      if (run.done || this.stopped) this.step = "done";
    }
    if (this.stopped) await platform().commands.contactsClose();
  }

  /** The step that is being written is finished, then it stops. */
  stop(): void {
    this.stopped = true;
  }

  columns(): void {
    this.#turn += 1;
    this.step = "columns";
  }

  async undo(batch: string): Promise<void> {
    this.busy = true;
    const sum = { removed: 0, stayed: 0 };
    for (let after = ""; ; ) {
      const part = await this.#ask(platform().commands.importUndo(batch, after));
      if (!part) break;
      sum.removed += part.removed;
      sum.stayed += part.stayed;
      if (part.done) {
        this.undone = sum;
        this.step = "undone";
        break;
      }
      after = part.after;
    }
    this.busy = false;
  }

  close(): void {
    this.#turn += 1;
    // An import under way goes no further.
    this.stopped = true;
    void platform().commands.contactsClose();
  }

  async #ask<T>(answer: Promise<Answer<T>>): Promise<T | undefined> {
    this.#turn += 1;
    const turn = this.#turn;
    this.error = undefined;
    const result = await answer;
    if (turn !== this.#turn) return undefined;
    if (result.status === "ok") return result.data;
    this.error = result.error;
    return undefined;
  }
}
