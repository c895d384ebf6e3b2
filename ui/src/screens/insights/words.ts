/** Lengths of time, days and hours of the week as Insights writes them. */
import { formatLocale, joined, t } from "../../i18n/i18n.svelte";
import { weekdayName } from "../../time/words";
import type { InsightsHour, InsightsView } from "../../wire/bindings";

/** `1 min`, `11 min`, `2 h 51 min`. Opening time is never told in days: a day of it has as many hours as the practice. */
export function span(seconds: number): string {
  // Nobody counts waiting in seconds; what came back at once counts as a minute.
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return t("span-minutes", { n: minutes });
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return m === 0 ? t("span-hours", { n: h }) : t("span-hours-minutes", { h, m });
}

function day(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeZone: "UTC", ...options }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}

/** `10 Nov` */
export const shortDate = (date: string): string => day(date, { day: "numeric", month: "short" });
/** `Tue 10 Nov` */
export const namedDate = (date: string): string => day(date, { weekday: "short", day: "numeric", month: "short" });

/** `09` */
export const hourName = (hour: number): string => String(hour).padStart(2, "0");

/** What counts as slow: over the goal, or over twice what is usual where there is none. */
export function slowFrom(view: InsightsView): number {
  return view.goal ?? Math.max(60, view.replies.half * 2);
}

export const isSlow = (hour: InsightsHour, from: number): boolean => hour.open && (hour.replies?.half ?? 0) > from;

/** Answers in an hour of the week before it can stand out. */
const ENOUGH = 3;
const NAMED = 3;

function times(hours: readonly InsightsHour[]): string {
  return joined(
    hours.map((one) =>
      t("insights-time", { day: weekdayName(one.weekday, "short"), hour: `${hourName(one.hour)}:00` }),
    ),
  );
}

/** `Most comes in: Mon 09:00, Tue 10:00. Answers take longest: Mon 12:00.` */
export function hourSentences(view: InsightsView): string[] {
  const busiest = [...view.hours].sort((a, b) => b.incoming - a.incoming).slice(0, NAMED);
  const slow = view.hours
    .filter((one) => isSlow(one, slowFrom(view)) && (one.replies?.count ?? 0) >= ENOUGH)
    .sort((a, b) => (b.replies?.half ?? 0) - (a.replies?.half ?? 0))
    .slice(0, NAMED);
  if (busiest.length === 0) return [];
  return [
    t("insights-busiest", { times: times(busiest) }),
    slow.length > 0 ? t("insights-slow-times", { times: times(slow) }) : t("insights-no-slow"),
  ];
}

/** How fast we answer, and whether that is faster than before. */
export function fastSentences(view: InsightsView): string[] {
  const { replies, replies_before: before } = view;
  if (replies.count === 0) return [t("insights-none")];
  const found = [t("insights-fast", { half: span(replies.half), most: span(replies.nine_in_ten) })];
  if (before && before.count > 0) {
    const by = Math.round((replies.half - before.half) / 60);
    if (by === 0) found.push(t("insights-same"));
    else found.push(t(by < 0 ? "insights-faster" : "insights-slower", { by: t("span-minutes", { n: Math.abs(by) }) }));
  }
  if (view.goal !== null) found.push(t("insights-over-goal", { n: replies.over_goal }));
  return found;
}
