/**
 * The screens beside the inbox as the page's address asks for them: `?phase=locked&why=key_missing`,
 * `?phase=first_run&why=keychain_missing`,
 * `?open=settings:network`, `?open=insights`, `?open=search`, `?open=keys`, `?account=behind|expires|sign-in|none`,
 * `?desk=shared` (a colleague began an answer and left a note for the next shift),
 * `?check=off|missing|refused|offline`. Only for working on the screen in a plain browser.
 */
import { app, type SettingsPage } from "../../state/app.svelte";
import type { AccountView, Code, ConnectCheck } from "../../wire/bindings";
import { lockedFor } from "./accounts";
import { DAY, HOUR, MINUTE } from "./build";
import { type FakeClinic, ok, refused } from "./clinic";
import { callum } from "./staff";

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

/** Callum was here before: he began an answer, named Edie in a note, and left a note for the next shift. */
function shareDesk(clinic: FakeClinic): void {
  const [first, second] = ["Farah Mansour", "Tobias Wren"].map((name) =>
    clinic.conversations.find((of) => of.name === name),
  );
  if (!first || !second) return;
  clinic.room.types(
    first,
    callum.id,
    { reply: "Good morning Farah, Dr Ferro can see you at 11:10." },
    clinic.now() - 29 * MINUTE,
  );
  clinic.room.types(second, callum.id, { reply: "Parking is behind the house" }, clinic.now() - 2 * MINUTE);
  clinic.room.people.push({ id: "staff-ines", name: "Ines Duarte", initials: "ID", colour: 4, left_at: null });
  const text = "Dr Ferro is back at three. The card reader needs paper before the afternoon.";
  clinic.room.pad = [{ id: "handover-first", by: callum, at: clinic.now() - 20 * MINUTE, text, seenBy: new Set() }];
  clinic.info.place = JSON.stringify({ conversation: first.id });
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

  if (address.get("desk") === "shared") shareDesk(clinic);

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
