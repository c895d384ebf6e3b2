/** Figures of the in-memory clinic: a busy practice, the same in every run. */
import { dayKey } from "../../time/words";
import type {
  ChannelName,
  InsightsDay,
  InsightsHour,
  InsightsRange,
  InsightsView,
  ReplyFigures,
  SlowAnswer,
} from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { FakeClinic } from "./clinic";

const DAY = 86_400_000;

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function waits(count: number, half: number, nine_in_ten: number, over_goal = 0): ReplyFigures {
  return { count, half: half * 60, nine_in_ten: nine_in_ten * 60, over_goal };
}

function dates(range: InsightsRange, now: number): string[] {
  if (range.is === "days") {
    return Array.from({ length: range.days }, (_, n) => dayKey(now - (range.days - 1 - n) * DAY));
  }
  const length = Math.round((Date.parse(range.to) - Date.parse(range.from)) / DAY) + 1;
  return Array.from({ length }, (_, n) => new Date(Date.parse(range.from) + n * DAY).toISOString().slice(0, 10));
}

function day(date: string, n: number): InsightsDay {
  const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
  const busy = 22 + ((n * 7) % 13);
  return {
    date,
    counted: true,
    inbound: weekend ? 3 : busy,
    outbound: weekend ? 0 : busy - 4,
    calls: weekend ? 1 : 12 + (n % 5),
    missed: weekend ? 1 : 3 + (n % 3),
    replies: weekend ? null : waits(16 + (n % 5), 9 + (n % 6), 48 + ((n * 11) % 60), 3),
  };
}

function hours(): InsightsHour[] {
  const found: InsightsHour[] = [];
  for (let weekday = 0; weekday < 6; weekday += 1) {
    for (let hour = 7; hour < 21; hour += 1) {
      const open = weekday < 5 && hour >= 8 && hour < 18;
      const slow = open && (hour === 12 || hour === 13 || (weekday === 0 && hour < 10));
      const incoming = open ? 6 + ((weekday * 5 + hour * 3) % 17) : 1 + ((weekday + hour) % 3);
      found.push({
        weekday,
        hour,
        incoming,
        open,
        replies: open ? waits(incoming, slow ? 42 : 8 + (hour % 9), slow ? 95 : 31, slow ? incoming : 0) : null,
      });
    }
  }
  return found;
}

function slow(clinic: FakeClinic): SlowAnswer[] {
  return clinic.conversations.slice(0, 5).map((one, n) => ({
    conversation: one.id,
    name: one.name,
    channel: one.channel,
    position: one.items[0]?.position ?? "0",
    item: one.items[0]?.id ?? "",
    asked_at: clinic.now() - (n + 2) * DAY,
    waited: (171 - n * 18) * 60,
    by: n === 1 ? null : "Edie Marsh",
  }));
}

function view(clinic: FakeClinic, range: InsightsRange, channel: ChannelName | null): InsightsView {
  const days = dates(range, clinic.now()).map(day);
  const sum = (of: (one: InsightsDay) => number) => days.reduce((all, one) => all + of(one), 0);
  const channels = (
    [
      ["instagram", 147, 120, waits(131, 26, 140, 40), 1],
      ["whatsapp", 412, 380, waits(388, 9, 58, 30), 3],
      ["sms", 203, 190, waits(170, 12, 70, 12), 9],
      ["phone", 388, 0, waits(96, 7, 41, 4), 0],
    ] as const
  ).map(([name, incoming, outbound, replies, not_delivered]) => ({
    channel: name,
    incoming,
    outbound,
    replies,
    not_delivered,
  }));
  const shown = channels.filter((one) => channel === null || one.channel === channel);
  const missed = sum((one) => one.missed);
  return {
    from: days[0]?.date ?? "",
    to: days.at(-1)?.date ?? "",
    length: days.length,
    counted_at: clinic.now(),
    progress: { done: days.length * 2, of: days.length * 2 },
    enough: true,
    goal: 30 * 60,
    replies: shown.length === 1 && shown[0]?.replies ? shown[0].replies : waits(785, 11, 66, 86),
    replies_before: waits(702, 15, 80, 120),
    incoming: sum((one) => one.inbound + one.calls),
    incoming_before: 940,
    days,
    hours: hours(),
    channels: shown,
    staff: [
      { id: "staff-edie", name: "Edie Marsh", answers: 412, conversations: 221, replies: waits(380, 9, 51, 20) },
      { id: "staff-oskar", name: "Oskar Lind", answers: 301, conversations: 160, replies: waits(262, 14, 82, 51) },
    ],
    calls: {
      incoming: sum((one) => one.calls),
      missed,
      rang_back: Math.floor(missed * 0.4),
      wrote: Math.floor(missed * 0.3),
      got_through: Math.floor(missed * 0.1),
      back: waits(Math.floor(missed * 0.8), 24, 190),
      more: false,
    },
    windows: { answered_late: 3, still_waiting: 1 },
    slowest: slow(clinic),
  };
}

type Some = Pick<Commands, "insights" | "insightsSlowest" | "insightsExport">;

export function fakeInsights(clinic: FakeClinic): Some {
  return {
    insights: async (range, channel) => ok(view(clinic, range, channel)),
    insightsSlowest: async () => ok({ rows: slow(clinic), next: null }),
    insightsExport: async (range, channel, table) => {
      const { from, to } = view(clinic, range, channel);
      return ok(`Downloads/insights ${table} ${from} to ${to}.csv`);
    },
  };
}
