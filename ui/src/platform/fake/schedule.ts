/**
 * Times for later in the in-memory clinic. It reads a few texts only ("tomorrow", "tomorrow 8:00", "15:30"): what can
 * be read is the core's to know, and tested there.
 */
import type { TimeChoice, TimeChoiceKey, WindowView } from "../../wire/bindings";
import type { Commands } from "../platform";
import { type FakeClinic, ok, refused } from "./clinic";

const OPENS = 8.5;

/** Local midnight so many days from `now`, and an hour of it. */
function day(now: number, days: number, hour: number): number {
  const at = new Date(now);
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() + days);
  return at.getTime() + hour * 3_600_000;
}

function choices(now: number): TimeChoice[] {
  const toMonday = 8 - (new Date(now).getDay() || 7);
  const offered: [TimeChoiceKey, number][] = [
    ["later_today", now + 3 * 3_600_000],
    ["tomorrow", day(now, 1, OPENS)],
    ["in_two_days", day(now, 2, OPENS)],
    ["next_week", day(now, toMonday, OPENS)],
    ["in_a_week", day(now, 7, OPENS)],
    ["in_a_month", day(now, 30, OPENS)],
  ];
  return offered.map(([key, at]) => ({ key, at }));
}

type Some = Pick<
  Commands,
  "whenRead" | "snoozeChoices" | "windowAt" | "outboxReschedule" | "outboxSendNow" | "outboxTakeBack"
>;

/** Where a window stands at a time, if nobody writes until then. */
function windowAt(window: WindowView, at: number): WindowView {
  if ((window.is === "open" || window.is === "human_agent") && window.until <= at)
    return { is: "template_only", since: window.until };
  return window;
}

export function fakeSchedule(clinic: FakeClinic): Some {
  return {
    whenRead: async (text) => {
      const found = /^(tomorrow)?\s*(?:(\d{1,2}):(\d{2}))?$/.exec(text.trim().toLowerCase());
      if (!found || text.trim() === "") return ok([]);
      const hour = found[2] ? Number(found[2]) + Number(found[3]) / 60 : OPENS;
      const at = day(clinic.now(), found[1] ? 1 : 0, hour);
      return ok([{ at: at > clinic.now() ? at : at + 86_400_000, sure: true }]);
    },
    snoozeChoices: async () => ok(choices(clinic.now())),
    windowAt: async (conversation, at) => {
      const of = clinic.find(conversation);
      return of ? ok(windowAt(of.window, at)) : refused("not_found");
    },
    outboxReschedule: async (outbox, later) => {
      const found = clinic.findByOutbox(outbox);
      if (!found) return refused("not_found");
      clinic.setState(found.of, found.item, { is: "scheduled", ...later });
      return ok(null);
    },
    outboxSendNow: async (outbox) => {
      const found = clinic.findByOutbox(outbox);
      if (!found) return refused("not_found");
      clinic.setState(found.of, found.item, { is: "queued", retry_at: null, waits_for: "turn" });
      return ok(null);
    },
    outboxTakeBack: async (outbox) => {
      const found = clinic.findByOutbox(outbox);
      if (found?.item.body.is !== "message") return refused("not_found");
      const { of, item } = found;
      const { delivery, content } = found.item.body;
      if (delivery?.state.is !== "scheduled") return refused("stale");
      const { at, unless_they_write } = delivery.state;
      const text = content.is === "text" ? content.body : "";
      const reply = [text, of.composer.draft.reply].filter((part) => part !== "").join("\n");
      of.composer.draft = { ...of.composer.draft, reply, later: { at, unless_they_write } };
      of.items = of.items.filter((one) => one.id !== item.id);
      clinic.changed(of, [], [item.id]);
      const template = content.is === "template" ? { template: of.templates[0]?.id ?? "", values: [] } : null;
      return ok({
        draft: of.composer.draft,
        text,
        files: [],
        quote: null,
        template,
        later: { at, unless_they_write },
      });
    },
  };
}
