/** Opening hours and waiting goals of the in-memory clinic. */
import type { GoalsView, HoursView } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

export function fakeHours(): Pick<Commands, "hours" | "hoursSave" | "goals" | "goalsSave"> {
  const open = { from: 8 * 60 + 30, to: 17 * 60 + 30 };
  let hours: HoursView = { week: [[open], [open], [open], [open], [open], [], []], exceptions: [] };
  let goals: GoalsView = { instagram: 60, whatsapp: 60, sms: 60, phone: 30 };
  return {
    hours: async () => ok(hours),
    hoursSave: async (next) => {
      hours = next;
      return ok(null);
    },
    goals: async () => ok(goals),
    goalsSave: async (next) => {
      goals = next;
      return ok(null);
    },
  };
}
