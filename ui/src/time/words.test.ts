import { afterEach, describe, expect, it } from "vitest";
import { languages, speak } from "../i18n/i18n.svelte";
import {
  birthDay,
  clockTime,
  dayKey,
  dayName,
  daysApart,
  fileSize,
  moment,
  remaining,
  talked,
  useZone,
  waited,
  yearsSince,
} from "./words";

const at = (text: string) => Date.parse(text);
const now = at("2026-11-24T09:41:00Z");
const MINUTE = 60_000;

afterEach(() => useZone(undefined));

describe("times", () => {
  it("knows a day again, begins it at full quarters of an hour too, and forgets it with the zone", () => {
    useZone("Asia/Kathmandu");
    for (let times = 0; times < 2; times += 1) {
      expect(dayKey(at("2026-11-24T18:14:59Z"))).toBe("2026-11-24");
      expect(dayKey(at("2026-11-24T18:15:00Z"))).toBe("2026-11-25");
    }
    useZone("Europe/London");
    expect(dayKey(at("2026-11-24T18:15:00Z"))).toBe("2026-11-24");
  });

  it("are the practice's, wherever the computer thinks it is", () => {
    useZone("Europe/London");
    expect(clockTime(now)).toBe("09:41");
    useZone("Asia/Riyadh");
    expect(clockTime(now)).toBe("12:41");
    expect(dayKey(at("2026-11-24T22:30:00Z"))).toBe("2026-11-25");
  });

  it("fall back to the computer's zone when the practice's is unknown", () => {
    useZone("Nowhere/Land");
    expect(clockTime(now)).toMatch(/^\d\d:\d\d$/);
  });

  it.each(languages)("count days the same way in %s", async (language) => {
    await speak(language);
    useZone("Europe/London");
    expect(dayKey(now)).toBe("2026-11-24");
    // Over the night in which summer time ends.
    expect(daysApart(at("2026-10-24T23:30:00Z"), at("2026-10-26T00:10:00Z"))).toBe(1);
    expect(yearsSince("1984-05-17", now)).toBe(42);
    expect(yearsSince("1984-11-25", now)).toBe(41);
  });

  it("are as short as they can be", () => {
    useZone("Europe/London");
    expect(moment(at("2026-11-24T08:51:00Z"), now)).toBe("08:51");
    expect(moment(at("2026-11-18T08:51:00Z"), now)).toBe("Wed 08:51");
    expect(moment(at("2026-10-09T08:51:00Z"), now)).toBe("9 Oct");
    expect(moment(at("2025-10-09T08:51:00Z"), now)).toBe("9 Oct 2025");
    expect([dayName(now, now), dayName(now - 24 * 60 * MINUTE, now)]).toEqual(["Today", "Yesterday"]);
    expect(dayName(now + 24 * 60 * MINUTE, now)).toBe("Tomorrow");
    expect(dayName(now + 2 * 24 * 60 * MINUTE, now)).toMatch(/^\p{L}+day/u);
  });

  it("leave a birthday that cannot be read as it was written", () => {
    expect(birthDay("1981-08-03")).toBe("3 Aug 1981");
    expect(birthDay("about 1980")).toBe("about 1980");
  });
});

describe("spans", () => {
  it("take one unit for waiting and two for what is left", () => {
    expect([0, 59, 60, 47 * 60, 48 * 60].map((minutes) => waited(minutes * MINUTE))).toEqual([
      "now",
      "59 min",
      "1 h",
      "47 h",
      "2 days",
    ]);
    expect([1, 60, 159, 23 * 60 + 22, 5 * 24 * 60].map((minutes) => remaining(minutes * MINUTE))).toEqual([
      "1 min",
      "1 h",
      "2 h 39 min",
      "23 h 22 min",
      "5 days",
    ]);
    expect(remaining(-5)).toBe("0 min");
  });

  it("and sizes read like a person would say them", () => {
    expect([talked(9), talked(124)]).toEqual(["9 s", "2 min 04 s"]);
    expect([fileSize(900), fileSize(184_000), fileSize(1_180_000)]).toEqual(["900 B", "184 KB", "1.2 MB"]);
  });
});
