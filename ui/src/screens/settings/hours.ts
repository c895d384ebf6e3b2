/**
 * Opening hours as they are edited: minutes of a day as a time, what is wrong with them, copying a day.
 *
 * Holds: what is called wrong here is what the core refuses, under the same name of the field (`week.2.0`: the first
 * period of Wednesday), so that nothing is sent that would come back.
 */
import type { ExceptionView, HoursView, PeriodView } from "../../wire/bindings";

const DAY = 24 * 60;
const MOST_PERIODS = 8;
const LONGEST_NAME = 80;

/** `08:30`; midnight at the end of a day is written `00:00`, as a clock shows it. */
export function written(minutes: number): string {
  const of = minutes % DAY;
  return `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;
}

/**
 * The minutes of a time as somebody types it: `8`, `830`, `08:30`, `8.30`, `5 pm`. `undefined` when it is none. An end at
 * `00:00` or `24:00` is midnight at the end of the day.
 */
export function minutes(typed: string, end: boolean): number | undefined {
  const found = /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i.exec(typed.trim());
  if (!found) return undefined;
  const half = found[3]?.toLowerCase();
  const said = Number(found[1]);
  if (half && (said < 1 || said > 12)) return undefined;
  const hour = half ? (said % 12) + (half === "p" ? 12 : 0) : said;
  const minute = Number(found[2] ?? 0);
  const at = hour * 60 + minute;
  if (minute > 59 || at > (end ? DAY : DAY - 1)) return undefined;
  return end && at === 0 ? DAY : at;
}

export type Problem = "order" | "overlap" | "many" | "dates" | "year" | "name" | "long";

function ofDay(periods: readonly PeriodView[], name: string, found: Map<string, Problem>): void {
  periods.forEach((period, at) => {
    const before = periods.slice(0, at);
    if (at >= MOST_PERIODS) found.set(`${name}.${at}`, "many");
    else if (period.to <= period.from) found.set(`${name}.${at}`, "order");
    else if (before.some((other) => period.from < other.to && other.from < period.to))
      found.set(`${name}.${at}`, "overlap");
  });
}

/** What is wrong, by field. Empty when it can be saved. */
export function problems(hours: HoursView): Map<string, Problem> {
  const found = new Map<string, Problem>();
  hours.week.forEach((day, at) => {
    ofDay(day, `week.${at}`, found);
  });
  hours.exceptions.forEach((one, at) => {
    const [from, to] = [Date.parse(one.from), Date.parse(one.to)];
    if (Number.isNaN(from) || Number.isNaN(to) || to < from) found.set(`exceptions.${at}.dates`, "dates");
    else if (one.yearly && to - from >= 365 * 86_400_000) found.set(`exceptions.${at}.dates`, "year");
    const name = [...one.name.trim()].length;
    if (name === 0) found.set(`exceptions.${at}.name`, "name");
    else if (name > LONGEST_NAME) found.set(`exceptions.${at}.name`, "long");
    ofDay(one.periods, `exceptions.${at}`, found);
  });
  return found;
}

/** One more period: the usual day, or an hour after the last one closes. */
export function another(periods: readonly PeriodView[]): PeriodView {
  const end = Math.max(...periods.map((one) => one.to), 0);
  if (periods.length === 0) return { from: 8 * 60 + 30, to: 17 * 60 + 30 };
  return { from: Math.min(end + 60, DAY - 60), to: Math.min(end + 4 * 60, DAY) };
}

/** The week with one day's times on other days too. */
export function copied(week: readonly PeriodView[][], from: number, to: readonly number[]): PeriodView[][] {
  return week.map((day, at) => (to.includes(at) ? (week[from] ?? day) : day).map((one) => ({ ...one })));
}

/** A closure of one day, still without a name. */
export function closure(day: string): ExceptionView {
  return { from: day, to: day, name: "", periods: [], yearly: false };
}
