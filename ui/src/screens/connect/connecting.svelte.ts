/**
 * Connecting one account: asks the provider what a pasted credential can do, connects if nothing is in the way, and then
 * follows the first fetch.
 *
 * Holds: a credential is handed over and never kept here longer than the form shows it; nothing is connected while a
 * right is missing or message access is switched off, because such an account would only ever say "behind".
 */
import { feed } from "../../feed/feed";
import { platform } from "../../platform/context";
import { now } from "../../time/ticker.svelte";
import type { AccountView, ConnectCheck, ConnectRequest, ProviderView, WireError } from "../../wire/bindings";

/** The provider is asked again by itself while message access is off, so that nobody has to come back from the phone. */
const AGAIN_AFTER = 20_000;

export class Connecting {
  checking = $state(false);
  check = $state.raw<ConnectCheck | undefined>(undefined);
  checkedAt = $state<number | undefined>(undefined);
  /** The next time the provider is asked by itself. */
  againAt = $state<number | undefined>(undefined);
  error = $state.raw<WireError | undefined>(undefined);
  account = $state.raw<AccountView | undefined>(undefined);

  readonly provider: ProviderView;
  /** An account that is there already and needs a new credential. */
  readonly existing: string | undefined;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(provider: ProviderView, existing?: string) {
    this.provider = provider;
    this.existing = existing;
  }

  get connected(): boolean {
    return this.account !== undefined;
  }

  /** The provider answered, and something has to be switched on there first. */
  get blocked(): boolean {
    return this.check !== undefined && (this.check.missing.length > 0 || this.check.message_access_off);
  }

  /** Everything that can be fetched for the first time is here. */
  get fetched(): boolean {
    return this.account?.channels.some((one) => one.freshness.is === "up_to_date") ?? false;
  }

  /** Checks the credential and connects it if nothing is in the way. Only the newest round counts. */
  async run(request: ConnectRequest): Promise<void> {
    this.forget();
    const round = ++this.#round;
    this.checking = true;
    this.error = undefined;
    const answer = await platform().commands.accountCheck(request);
    if (round !== this.#round) return;
    this.checkedAt = now();
    if (answer.status === "error") {
      this.checking = false;
      this.check = undefined;
      this.error = answer.error;
      return;
    }
    this.check = answer.data;
    if (this.blocked) {
      this.checking = false;
      if (answer.data.message_access_off) this.#again(request);
      return;
    }
    const done = this.existing
      ? await platform().commands.accountSignIn(this.existing, request)
      : await platform().commands.accountConnect(request);
    if (round !== this.#round) return;
    this.checking = false;
    if (done.status === "ok") this.account = done.data;
    else this.error = done.error;
  }

  /** Follows the first fetch until the answer is called. */
  follow(): () => void {
    const stop = feed.listen({
      status: () => void this.#look(),
      stale: (topics) => topics.includes("accounts") && void this.#look(),
      resync: () => void this.#look(),
    });
    return () => {
      stop();
      this.forget();
    };
  }

  /** Stops asking by itself and lets go of the credential. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.againAt = undefined;
  }

  #again(request: ConnectRequest): void {
    this.againAt = now() + AGAIN_AFTER;
    this.#timer = setTimeout(() => void this.run(request), AGAIN_AFTER);
  }

  async #look(): Promise<void> {
    const id = this.account?.id;
    if (!id) return;
    const answer = await platform().commands.accounts();
    if (answer.status === "ok") this.account = answer.data.find((one) => one.id === id) ?? this.account;
  }
}
