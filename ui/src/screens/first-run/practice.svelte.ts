/** What has to be known about a practice, as it is typed: at the first start, and when an empty inbox is begun. */
import type { PracticeDetails } from "../../wire/bindings";
import { isNoPlace, likelyCountry, systemZone, zonesOf } from "./places";

export class PracticeFields {
  clinicName = $state("");
  country = $state("");
  zone = $state(systemZone());
  staffName = $state("");
  /** Somebody tried to go on, so what is missing may be said. */
  tried = $state(false);

  constructor(systemLocale: string) {
    this.country = likelyCountry(systemLocale, this.zone);
    // The country knows better than a computer that was never told where it is.
    if (isNoPlace(this.zone)) this.chooseCountry(this.country);
  }

  get practiceReady(): boolean {
    return [this.clinicName, this.country, this.zone, this.staffName].every((field) => field.trim() !== "");
  }

  get practice(): PracticeDetails {
    return {
      clinic_name: this.clinicName.trim(),
      country: this.country,
      zone: this.zone,
      staff_name: this.staffName.trim(),
    };
  }

  /** A country brings its zone along, unless the one chosen lies in it. */
  chooseCountry(code: string): void {
    this.country = code;
    const zones = zonesOf(code);
    if (zones.length > 0 && !zones.includes(this.zone)) this.zone = zones[0] ?? this.zone;
  }
}
