/**
 * The first start, step by step.
 *
 * Holds: the clinic is created exactly once, when the recovery code has been proven; until then nothing is on the disk
 * and every step can be gone back to. Afterwards only channels are left, and each can be done later.
 */
import { feed } from "../../feed/feed";
import { platform } from "../../platform/context";
import { app } from "../../state/app.svelte";
import type { AppInfo, RecoveryCode, WireError } from "../../wire/bindings";
import { Connecting } from "../connect/connecting.svelte";
import { plainCode, sameGroup } from "../locked/recovery-code";
import { isNoPlace, likelyCountry, systemZone, zonesOf } from "./places";

export const steps = ["practice", "recovery", "channels", "ready"] as const;
export type Step = (typeof steps)[number];

export class Setup {
  step = $state<Step>("practice");
  /** Which of the two accounts the channel step shows. */
  channel = $state<"instagram" | "twilio">("instagram");

  clinicName = $state("");
  country = $state("");
  zone = $state(systemZone());
  staffName = $state("");

  code = $state.raw<RecoveryCode | undefined>(undefined);
  kept = $state(false);
  answers = $state<[string, string]>(["", ""]);

  /** The clinic, once it is there. The desk opens only when the person says so. */
  made = $state.raw<AppInfo | undefined>(undefined);
  busy = $state(false);
  error = $state.raw<WireError | undefined>(undefined);
  /** Somebody tried to go on, so what is missing may be said. */
  tried = $state(false);

  readonly instagram = new Connecting("instagram");
  readonly twilio = new Connecting("twilio");

  constructor(systemLocale: string) {
    this.country = likelyCountry(systemLocale, this.zone);
    // The country knows better than a computer that was never told where it is.
    if (isNoPlace(this.zone)) this.chooseCountry(this.country);
  }

  get practiceReady(): boolean {
    return [this.clinicName, this.country, this.zone, this.staffName].every((field) => field.trim() !== "");
  }

  /** A country brings its zone along, unless the one chosen lies in it. */
  chooseCountry(code: string): void {
    this.country = code;
    const zones = zonesOf(code);
    if (zones.length > 0 && !zones.includes(this.zone)) this.zone = zones[0] ?? this.zone;
  }

  /** The groups that were asked for are right; the core looks again. */
  right(which: 0 | 1): boolean {
    const number = this.code?.ask[which];
    const group = number === undefined ? undefined : this.code?.groups[number - 1];
    return group !== undefined && sameGroup(this.answers[which], group);
  }

  go(step: Step): void {
    this.step = step;
    this.tried = false;
    this.error = undefined;
    if (step === "recovery") void this.makeCode();
  }

  /** Asks for a code once; going back and forth keeps the one that may be on paper already. */
  async makeCode(): Promise<void> {
    if (this.code || this.busy) return;
    this.busy = true;
    this.error = undefined;
    const answer = await platform().commands.firstRunBegin();
    this.busy = false;
    if (answer.status === "ok") this.code = answer.data;
    else this.error = answer.error;
  }

  async finish(): Promise<void> {
    this.tried = true;
    if (this.busy || !this.right(0) || !this.right(1)) return;
    this.busy = true;
    this.error = undefined;
    const answer = await platform().commands.firstRunFinish({
      clinic_name: this.clinicName.trim(),
      country: this.country,
      zone: this.zone,
      staff_name: this.staffName.trim(),
      recovery_check: [plainCode(this.answers[0]), plainCode(this.answers[1])],
    });
    this.busy = false;
    if (answer.status === "error") {
      this.error = answer.error;
      return;
    }
    this.made = answer.data;
    // The paper has it now; the window forgets it.
    this.code = undefined;
    this.answers = ["", ""];
    await feed.start(platform());
    this.go("channels");
  }

  async openDemo(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    const answer = await platform().commands.demoStart();
    this.busy = false;
    if (answer.status === "ok") await app.show(answer.data);
    else this.error = answer.error;
  }

  async openDesk(): Promise<void> {
    if (this.made) await app.show(this.made);
  }
}
