/**
 * Times for later in the in-memory clinic. It reads a few texts only ("tomorrow", "tomorrow 8:00", "15:30"): what can
 * be read is the core's to know, and tested there.
 */
import type { TimeChoice, TimeChoiceKey } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { FakeClinic } from "./clinic";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

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

type Some = Pick<Commands, "whenRead" | "snoozeChoices">;

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
  };
}
