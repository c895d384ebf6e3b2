import { describe, expect, it } from "vitest";
import { allZones, countries, likelyCountry, zoneName, zonesOf } from "./places";

describe("where the practice is", () => {
  it("is guessed from the time zone, because a computer in Tirana often speaks English", () => {
    expect(likelyCountry("en-US", "Europe/Tirane")).toBe("AL");
  });

  it("is guessed from the language where the zone fits it too", () => {
    expect(likelyCountry("en-GB", "Europe/London")).toBe("GB");
  });

  it("falls back to the language when the zone says nothing", () => {
    expect(likelyCountry("de-AT", "UTC")).toBe("AT");
    expect(likelyCountry("nonsense tag", "UTC")).toBe("");
  });

  it("offers each country once, by name", () => {
    const all = countries();
    expect(new Set(all.map((one) => one.code)).size).toBe(all.length);
    expect(all.find((one) => one.code === "AL")?.name).toBe("Albania");
    expect(all.find((one) => one.code === "XK")?.name).toBe("Kosovo");
  });

  it("knows the zones of a country, and every zone can be chosen", () => {
    expect(zonesOf("GB")).toContain("Europe/London");
    expect(zonesOf("")).toEqual([]);
    expect(allZones()).toContain("Europe/Tirane");
  });

  it("names the town before the continent", () => {
    expect(zoneName("America/Argentina/Buenos_Aires")).toBe("Buenos Aires, America/Argentina");
    expect(zoneName("UTC")).toBe("UTC");
  });
});
