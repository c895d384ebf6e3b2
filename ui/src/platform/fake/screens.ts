/**
 * The screens beside the inbox as the page's address asks for them: `?phase=locked&why=key_missing`,
 * `?phase=first_run&why=keychain_missing`,
 * `?open=settings:network`, `?open=insights`, `?open=search`, `?open=keys`, `?account=behind|expires|sign-in|none`,
 * `?check=off|missing|refused|offline`. Only for working on the screen in a plain browser.
 */
import { app, type SettingsPage } from "../../state/app.svelte";
import type { AccountView, Code, ConnectCheck } from "../../wire/bindings";
import { lockedFor } from "./accounts";
import { DAY, HOUR, MINUTE } from "./build";
import { type FakeClinic, ok, refused } from "./clinic";

/** Bends what the invented clinic answers about its accounts. */
export function bendAccounts(clinic: FakeClinic, bend: (accounts: AccountView[]) => AccountView[]): void {
  const { accounts } = clinic.commands;
  clinic.commands.accounts = async () => {
    const answer = await accounts();
    return answer.status === "ok" ? ok(bend(structuredClone(answer.data))) : answer;
  };
}

/** Bends what the providers answer about a credential. */
export function bendCheck(clinic: FakeClinic, bend: Partial<ConnectCheck>): void {
  const { accountCheck } = clinic.commands;
  clinic.commands.accountCheck = async (request) => {
    const answer = await accountCheck(request);
    return answer.status === "ok" ? ok({ ...answer.data, ...bend }) : answer;
  };
}

export function behind(accounts: AccountView[], now: number, why: Code = "provider_busy"): AccountView[] {
  return accounts.map((account) =>
    account.provider !== "instagram"
      ? account
      : {
          ...account,
          channels: account.channels.map((one) => ({
            ...one,
            freshness: { is: "behind", since: now - 29 * MINUTE, why, retry_at: now + MINUTE },
          })),
        },
  );
}

export function arrange(clinic: FakeClinic, address: URLSearchParams): void {
  const why = address.get("why") as Code | null;
  if (clinic.info.phase.phase === "locked" && why) clinic.info.phase = lockedFor(why);
  if (clinic.info.phase.phase === "first_run" && why) clinic.info.phase.no_keychain = why;
  const [screen, page] = (address.get("open") ?? "").split(":");
  if (screen === "settings") app.openSettings((page as SettingsPage | undefined) ?? "accounts");
  if (screen === "insights") app.view = "insights";
  if (screen === "search") app.searchOpen = true;
  if (screen === "keys") app.keysOpen = true;

  switch (address.get("account")) {
    case "behind":
      bendAccounts(clinic, (accounts) => behind(accounts, clinic.now()));
      break;
    case "expires":
      bendAccounts(clinic, (accounts) =>
        accounts.map((one) =>
          one.provider === "instagram"
            ? { ...one, expiry_warning: true, credential_expires_at: clinic.now() + 5 * DAY + HOUR }
            : one,
        ),
      );
      break;
    case "sign-in":
      bendAccounts(clinic, (accounts) =>
        accounts.map((one) => (one.provider === "instagram" ? { ...one, state: "needs_sign_in" } : one)),
      );
      break;
    case "none":
      bendAccounts(clinic, () => []);
      break;
  }
  switch (address.get("check")) {
    case "off":
      bendCheck(clinic, { message_access_off: true });
      break;
    case "missing":
      bendCheck(clinic, { grants: ["see_own_account"], missing: ["read_and_answer_messages"] });
      break;
    case "refused":
      clinic.commands.accountCheck = async () => refused("sign_in_needed");
      break;
    case "offline":
      clinic.commands.accountCheck = async () => refused("offline");
      break;
  }
}
