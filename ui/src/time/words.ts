/**
 * Times and spans in words. Everything is counted in the practice's own time zone, wherever the computer thinks it is.
 */
import { formatLocale, t } from "../i18n/i18n.svelte";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let zone: string | undefined;
const made = new Map<string, Intl.DateTimeFormat>();
/** The day of each quarter of an hour that was asked for, so that it is not worked out for every row again. */
const days = new Map<number, string>();
const MOST_KNOWN = 20_000;

/** Sets the practice's zone (IANA). A zone this web view does not know falls back to the computer's own. */
export function useZone(name: string | undefined): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    zone = name;
  } catch {
    zone = undefined;
  }
  made.clear();
  days.clear();
}

function format(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${formatLocale()}|${kind}`;
  let one = made.get(key);
  if (!one) {
    one = new Intl.DateTimeFormat(formatLocale(), { timeZone: zone, ...options });
    made.set(key, one);
  }
  return one;
}

/** `09:41` */
export function clockTime(at: number): string {
  return format("clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** `2026-11-24`, as the calendar in the practice says; equal for two moments of the same day. */
export function dayKey(at: number): string {
  // A long list asks this of each of its rows, over and over. Days begin at a full quarter of an hour in every zone.
  const quarter = Math.floor(at / QUARTER);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  // Piece by piece: which language writes days in this order is not the same in every web view.
  const pieces = format("key", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    numberingSystem: "latn",
    calendar: "gregory",
  });
  const part = new Map(pieces.formatToParts(at).map((piece) => [piece.type, piece.value]));
  const key = `${part.get("year")}-${part.get("month")}-${part.get("day")}`;
  if (days.size >= MOST_KNOWN) days.clear();
  days.set(quarter, key);
  return key;
}

/** Whole days between two moments as the calendar on the wall counts them. */
export function daysApart(earlier: number, later: number): number {
  return Math.round((Date.parse(dayKey(later)) - Date.parse(dayKey(earlier))) / DAY);
}

/** `Today`, `Yesterday`, `Tomorrow`, `Friday 9 October`, also within the week to come, `9 October 2025` */
export function dayName(at: number, now: number): string {
  const days = daysApart(at, now);
  if (days === 0) return t("day-today");
  if (days === 1) return t("day-yesterday");
  if (days === -1) return t("day-tomorrow");
  if (days > -7 && days < 180) return format("day", { weekday: "long", day: "numeric", month: "long" }).format(at);
  return format("day-year", { day: "numeric", month: "long", year: "numeric" }).format(at);
}

/** `9 Oct`, or `9 Oct 2025` in another year. */
export function shortDay(at: number, now: number): string {
  return dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4)
    ? format("short", { day: "numeric", month: "short" }).format(at)
    : format("short-year", { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** `09:41` today, else `Fri 09:41` within a week, else the day. */
export function moment(at: number, now: number): string {
  const days = daysApart(at, now);
  if (days <= 0) return clockTime(at);
  if (days < 7)
    return format("weekday", { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  return shortDay(at, now);
}

/** `09:41` today, `Fri 09:41` within a week, else the day and the time: for what is still to come. */
export function upcoming(at: number, now: number): string {
  const days = daysApart(now, at);
  if (days <= 0) return clockTime(at);
  if (days < 7)
    return format("weekday", { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  return format("short-clock", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** `Monday` for 0, or `Mon`. */
export function weekdayName(day: number, how: "long" | "short" = "long"): string {
  return format(`weekday-${how}`, { timeZone: "UTC", weekday: how }).format(Date.UTC(2024, 0, 1 + day));
}

/** `Today, 15:00`, `Tomorrow, 08:30`, `Tuesday 1 December, 15:00`: said in full, where somebody checks what was read. */
export function timeAheadLong(at: number, now: number): string {
  const days = daysApart(now, at);
  if (days === 0) return t("time-on-day", { day: t("day-today"), time: clockTime(at) });
  if (days === 1) return t("time-on-day", { day: t("day-tomorrow"), time: clockTime(at) });
  const year = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4) ? undefined : ("numeric" as const);
  const day = format(year ? "full-year" : "full", { weekday: "long", day: "numeric", month: "long", year });
  return t("time-on-day", { day: day.format(at), time: clockTime(at) });
}

/** `3 Aug 1981` from `1981-08-03`. */
export function birthDay(date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(at)) return date;
  return format("birth", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** Whole years since `1981-08-03`. */
export function yearsSince(date: string, now: number): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const [y, m, d] = dayKey(now).split("-").map(Number) as [number, number, number];
  return y - year - (m < month || (m === month && d < day) ? 1 : 0);
}

/** `6 min`, `21 h`, `3 days`: one unit, for waiting. Under a minute it is "now". */
export function waited(span: number): string {
  if (span < MINUTE) return t("span-now");
  if (span < HOUR) return t("span-minutes", { n: Math.floor(span / MINUTE) });
  if (span < 2 * DAY) return t("span-hours", { n: Math.floor(span / HOUR) });
  return t("span-days", { n: Math.floor(span / DAY) });
}

/** `2 h 39 min`, `11 min`: two units, for what is left. */
export function remaining(span: number): string {
  const minutes = Math.max(0, Math.ceil(span / MINUTE));
  if (minutes < 60) return t("span-minutes", { n: minutes });
  if (minutes >= 48 * 60) return t("span-days", { n: Math.floor(minutes / (24 * 60)) });
  const rest = minutes % 60;
  return rest === 0
    ? t("span-hours", { n: Math.floor(minutes / 60) })
    : t("span-hours-minutes", { h: Math.floor(minutes / 60), m: rest });
}

/** `0:41` of a sound. */
export function position(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** `2 min 04 s` of a call. */
export function talked(seconds: number): string {
  return seconds < 60
    ? t("span-seconds", { n: seconds })
    : t("span-minutes-seconds", { m: Math.floor(seconds / 60), s: String(seconds % 60).padStart(2, "0") });
}

/** `1.2 MB` */
export function fileSize(bytes: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return t("size-bytes", { n: number(bytes, 0) });
  if (bytes < 1_000_000) return t("size-kilobytes", { n: number(bytes / 1000, 0) });
  return t("size-megabytes", { n: number(bytes / 1_000_000, 1) });
}
