/**
 * The first start, step by step.
 *
 * Holds: the clinic is created exactly once, when the recovery code has been proven; until then nothing is on the disk
 * and every step can be gone back to. Afterwards only channels are left, and each can be done later.
 */
import { feed } from "../../feed/feed";
import { platform } from "../../platform/context";
import { app } from "../../state/app.svelte";
import type { AppInfo, Code, RecoveryCode, WireError } from "../../wire/bindings";
import { Connecting } from "../connect/connecting.svelte";
import { plainCode, sameGroup } from "../locked/recovery-code";
import { NewPassphrase } from "../passphrase/passphrase.svelte";
import { PracticeFields } from "./practice.svelte";

export type Step = "practice" | "protect" | "recovery" | "channels" | "ready";

export class Setup extends PracticeFields {
  step = $state<Step>("practice");
  /** Which of the two accounts the channel step shows. */
  channel = $state<"instagram" | "twilio">("instagram");

  /** Why the key store cannot keep the key; then a pass-phrase protects the clinic. */
  noKeychain = $state<Code | null>(null);
  readonly passphrase = new NewPassphrase();

  code = $state.raw<RecoveryCode | undefined>(undefined);
  kept = $state(false);
  answers = $state<[string, string]>(["", ""]);

  /** The clinic, once it is there. The desk opens only when the person says so. */
  made = $state.raw<AppInfo | undefined>(undefined);
  busy = $state(false);
  error = $state.raw<WireError | undefined>(undefined);

  readonly instagram = new Connecting("instagram");
  readonly twilio = new Connecting("twilio");

  constructor(systemLocale: string, noKeychain: Code | null) {
    super(systemLocale);
    this.noKeychain = noKeychain;
  }

  /** The steps of this setting up, in their order. */
  get steps(): readonly Step[] {
    const protect: Step[] = this.noKeychain ? ["protect"] : [];
    return ["practice", ...protect, "recovery", "channels", "ready"];
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
      practice: this.practice,
      recovery_check: [plainCode(this.answers[0]), plainCode(this.answers[1])],
      passphrase: this.noKeychain ? this.passphrase.typed : null,
    });
    this.busy = false;
    if (answer.status === "error") {
      this.error = answer.error;
      await this.#whoKeepsTheKey();
      return;
    }
    this.passphrase.forget();
    this.made = answer.data;
    // The paper has it now; the window forgets it.
    this.code = undefined;
    this.answers = ["", ""];
    await feed.start(platform());
    this.go("channels");
  }

  /** Looks whether a key store has come, so that no pass-phrase is needed. */
  async lookAgain(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    const answer = await platform().commands.unlockRetry();
    this.busy = false;
    if (answer.status === "error") this.error = answer.error;
    else this.#took(answer.data);
  }

  /** The key store may have refused the key only now; then the way leads over the pass-phrase. */
  async #whoKeepsTheKey(): Promise<void> {
    const answer = await platform().commands.appInfo();
    const before = this.noKeychain;
    if (answer.status === "ok") this.#took(answer.data);
    if (!before && this.noKeychain) {
      this.tried = false;
      this.step = "protect";
    }
  }

  #took(info: AppInfo): void {
    if (info.phase.phase !== "first_run") return;
    this.noKeychain = info.phase.no_keychain;
    if (!this.noKeychain && this.step === "protect") this.go("recovery");
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
