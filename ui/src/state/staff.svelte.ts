/**
 * The people at the desk: who sits there, who else works here, and what one shift left the next.
 *
 * Holds: whoever sits down finds the desk as they left it, with their own drafts; nothing that was typed before is lost
 * or becomes somebody else's. What is typed in the moment of the change still belongs to who typed it.
 */
import { feed } from "../feed/feed";
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import type { HandoverView, StaffView } from "../wire/bindings";
import { announcer } from "./announcer.svelte";
import { app } from "./app.svelte";
import { conversation } from "./conversation.svelte";
import { drafts } from "./drafts.svelte";
import { inbox } from "./inbox.svelte";
import { toasts } from "./toasts.svelte";
import { triage } from "./triage.svelte";

/** What one calls a person among colleagues: the first name, unless it is no name by itself ("Dr", "J."). */
export function shortName(name: string): string {
  const first = name.split(/\s/u)[0] ?? name;
  return [...first].length < 3 || first.endsWith(".") ? name : first;
}

class Staff {
  /** Everybody who works or worked here. */
  all = $state.raw<readonly StaffView[]>([]);
  /** The last notes from shift to shift, the newest first. */
  pad = $state.raw<readonly HandoverView[]>([]);
  padOpen = $state(false);
  #switching = false;

  get me(): StaffView | undefined {
    return app.clinic?.staff;
  }

  /** Everybody who works here and does not sit at the desk. */
  get others(): readonly StaffView[] {
    return this.all.filter((one) => one.left_at === null && one.id !== this.me?.id);
  }

  /** Notes that whoever sits here has not ticked off. */
  get unread(): readonly HandoverView[] {
    return this.pad.filter((one) => one.unread);
  }

  /** Follows the news; the answer stops it. */
  start(): () => void {
    void this.read();
    return feed.listen({
      stale: (topics) => topics.includes("staff") && void this.read(),
      resync: () => void this.read(),
    });
  }

  async read(): Promise<void> {
    const { commands } = platform();
    const [people, pad] = await Promise.all([commands.staffList(), commands.handovers()]);
    // What could not be read stays as it is; the status bar says what is wrong with the store.
    if (people.status === "ok") {
      this.all = people.data;
      const me = people.data.find((one) => one.id === this.me?.id);
      if (me) app.seat(me);
    }
    if (pad.status === "ok") this.pad = pad.data;
  }

  /** Somebody sits down. True when they do. */
  async sitDown(id: string): Promise<boolean> {
    const before = this.me;
    if (this.#switching || !before || before.id === id) return false;
    this.#switching = true;
    try {
      await drafts.keepAll();
      if (drafts.unkept) {
        toasts.trouble(t("staff-not-kept"));
        return false;
      }
      const answer = await platform().commands.staffSwitch(id);
      if (answer.status === "error") {
        toasts.trouble(errorWords(answer.error));
        return false;
      }
      await drafts.keepAll();
      drafts.turn();
      // What somebody else decided is theirs to take back.
      triage.forget();
      app.seat(answer.data.staff);
      const open = conversation.id;
      await Promise.all([this.read(), inbox.reload(), conversation.stay()]);
      // What stands there is for who sat here before; where nothing new could be read, that is said, with a way on.
      if (open && conversation.id === open && conversation.error) conversation.blank();
      const back = { words: t("undo"), run: () => void this.sitDown(before.id) };
      toasts.say(t("staff-here-now", { name: shortName(answer.data.staff.name) }), back);
      return true;
    } finally {
      this.#switching = false;
    }
  }

  /** Leaves a note for those who come after. True when it is there. */
  async leave(text: string): Promise<boolean> {
    const answer = await platform().commands.handoverAdd(text);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return false;
    }
    await this.read();
    announcer.say(t("handover-left"));
    return true;
  }

  /** Ticks a note off, with a way back. */
  async tick(note: HandoverView, seen = true): Promise<void> {
    const answer = await platform().commands.handoverSeen(note.id, seen);
    if (answer.status === "error") {
      toasts.trouble(errorWords(answer.error));
      return;
    }
    await this.read();
    if (seen) toasts.say(t("handover-ticked"), { words: t("undo"), run: () => void this.tick(note, false) });
  }
}

export const staff = new Staff();
