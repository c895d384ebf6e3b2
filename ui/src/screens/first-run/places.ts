/**
 * Countries and time zones, and the best first guess of both. Names come from the web view's own tables, so that they
 * are in the language of the screen; only the codes are ours.
 */
import { formatLocale } from "../../i18n/i18n.svelte";

/** ISO 3166-1, two letters, and XK, by which Kosovo goes in telephone tables. */
const countryCodes: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC " +
  "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD " +
  "GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH " +
  "KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW " +
  "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC " +
  "SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY " +
  "UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");

export type Country = { code: string; name: string };

/** All countries in the order of the screen's language. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames([formatLocale()], { type: "region" });
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, formatLocale()));
}

type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] };

/** The zones people live by in a country; empty where the web view does not know. */
export function zonesOf(country: string): string[] {
  if (!country) return [];
  const locale: WithZones = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Every zone the web view can count in. */
export function allZones(): string[] {
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  const own = systemZone();
  return known.includes(own) ? known : [own, ...known];
}

/** `Buenos Aires, America/Argentina` from `America/Argentina/Buenos_Aires`: the town first, because that is looked for. */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll("_", " ").split("/");
  const town = parts.pop() ?? zone;
  return parts.length > 0 ? `${town}, ${parts.join("/")}` : town;
}

export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Where the practice most likely is. The zone decides, because a computer in Tirana often speaks English; the region in
 * the language tag decides only among countries that share the zone, or when the zone says nothing.
 */
export function likelyCountry(systemLocale: string, zone: string): string {
  const spoken = regionOf(systemLocale);
  if (spoken && zonesOf(spoken).includes(zone)) return spoken;
  if (isNoPlace(zone)) return spoken ?? "";
  return countryCodes.find((code) => zonesOf(code).includes(zone)) ?? spoken ?? "";
}

/** A computer that was never told where it is counts in UTC. */
export function isNoPlace(zone: string): boolean {
  return /^(?:UTC|GMT|Etc\/.*)$/.test(zone);
}

function regionOf(tag: string): string | undefined {
  try {
    const region = new Intl.Locale(tag).region;
    return region && countryCodes.includes(region) ? region : undefined;
  } catch {
    return undefined;
  }
}
