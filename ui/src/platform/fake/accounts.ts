/** First run, locking and accounts of the in-memory clinic. */
import type { AccountView, AppInfo, Code, LockedClinic } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { FakeClinic } from "./clinic";
import { edie } from "./staff";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

/** A clinic that is locked for this reason, as the core would say it. */
export function lockedFor(why: Code, more: Partial<LockedClinic> = {}): { phase: "locked" } & LockedClinic {
  const byCode: Code[] = ["keychain_locked", "keychain_missing", "key_missing", "wrong_key", "passphrase_needed"];
  const byPhrase: Code[] = ["keychain_locked", "keychain_missing", "passphrase_needed"];
  return {
    phase: "locked",
    why,
    recovery_helps: byCode.includes(why),
    new_passphrase: byPhrase.includes(why),
    start_over: why === "database_damaged" || why === "database_missing",
    set_aside: why === "database_damaged" ? "/home/edie/.local/share/anteroom/clinic/anteroom.db.damaged-1772-0" : null,
    ...more,
  };
}

function openInfo(clinic: FakeClinic, name: string, demo: boolean): AppInfo {
  return {
    ...clinic.info,
    phase: {
      phase: "open",
      name,
      demo,
      staff: edie,
      rolled_back: null,
      zone: "Europe/London",
    },
  };
}

type Some = Pick<
  Commands,
  | "firstRunBegin"
  | "firstRunFinish"
  | "unlockRetry"
  | "unlockWithPassphrase"
  | "unlockWithRecovery"
  | "startOver"
  | "demoStart"
  | "demoRemove"
  | "accounts"
  | "accountCheck"
  | "accountConnect"
  | "accountSignIn"
  | "accountHumanAgent"
  | "accountDisconnect"
  | "accountGoodbyeSeen"
  | "accountPollNow"
  | "networkConnecting"
>;

export function fakeAccounts(clinic: FakeClinic): Some {
  const now = () => clinic.now();
  const known: AccountView[] = [
    {
      id: "account-instagram",
      provider: "instagram",
      label: "quayside.dental",
      channels: [
        { channel: "instagram", freshness: { is: "up_to_date", at: now() }, last_message_at: now() - 21 * 3_600_000 },
      ],
      own_addresses: ["@quayside.dental"],
      state: "active",
      connected_at: now() - 40 * 86_400_000,
      credential_expires_at: now() + 20 * 86_400_000,
      expiry_warning: false,
      human_agent: false,
      goodbye: null,
      grants: ["see_own_account", "read_and_answer_messages"],
      missing_since: null,
      hosts: [{ host: "graph.instagram.com", sent: 41_200, received: 812_000 }],
    },
    {
      id: "account-twilio",
      provider: "twilio",
      label: "Quayside telephone",
      channels: (["whatsapp", "sms", "phone"] as const).map((channel) => ({
        channel,
        freshness: { is: "up_to_date" as const, at: now() - 60_000 },
        last_message_at: now() - 600_000,
      })),
      own_addresses: ["+44 20 7946 0158"],
      state: "active",
      connected_at: now() - 400 * 86_400_000,
      credential_expires_at: null,
      expiry_warning: false,
      human_agent: false,
      goodbye: null,
      grants: ["see_own_account", "text_messages", "calls"],
      missing_since: null,
      hosts: [{ host: "api.twilio.com", sent: 90_100, received: 1_204_000 }],
    },
  ];
  let accounts = known;
  const empty = (name: string) => {
    clinic.info = openInfo(clinic, name, false);
    clinic.conversations = [];
    clinic.overall = { is: "no_accounts" };
    clinic.channels = [];
    accounts = [];
  };
  return {
    firstRunBegin: async () =>
      ok({
        groups: [
          "7KQF",
          "2MXR",
          "D9TC",
          "H4WB",
          "QZ8N",
          "3VJP",
          "YA6E",
          "K5GS",
          "R2DX",
          "N7CH",
          "TM4Q",
          "8BWF",
          "J6ZA",
          "0E3C",
        ],
        ask: [3, 9],
      }),
    firstRunFinish: async (setup) => {
      if (setup.recovery_check[0] !== "D9TC" || setup.recovery_check[1] !== "R2DX") {
        return { status: "error", error: { code: "wrong_recovery_code", params: {} } };
      }
      empty(setup.practice.clinic_name);
      return ok(clinic.info);
    },
    unlockRetry: async () => ok(clinic.info),
    unlockWithPassphrase: async (passphrase) => {
      if (passphrase.trim() !== "the rain falls on stones") {
        return { status: "error", error: { code: "wrong_passphrase", params: {} } };
      }
      clinic.info = openInfo(clinic, "Quayside Dental", false);
      return ok(clinic.info);
    },
    startOver: async (practice) => {
      empty(practice.clinic_name);
      return ok(clinic.info);
    },
    unlockWithRecovery: async (code) => {
      if (code.replace(/[\s-]/g, "").length < 12) {
        return { status: "error", error: { code: "wrong_recovery_code", params: {} } };
      }
      clinic.info = openInfo(clinic, "Quayside Dental", false);
      return ok(clinic.info);
    },
    demoStart: async () => {
      clinic.info = openInfo(clinic, "Quayside Dental", true);
      return ok(clinic.info);
    },
    demoRemove: async () => {
      clinic.info = { ...clinic.info, phase: { phase: "first_run", no_keychain: null } };
      return ok(clinic.info);
    },
    accounts: async () => ok(accounts),
    accountCheck: async (request) =>
      ok({
        label: request.provider === "instagram" ? "quayside.dental" : "Quayside telephone",
        channels:
          request.provider === "instagram"
            ? ["instagram" as const]
            : ["whatsapp" as const, "sms" as const, "phone" as const],
        own_addresses: request.provider === "instagram" ? ["@quayside.dental"] : ["+44 20 7946 0158"],
        grants:
          request.provider === "instagram"
            ? ["see_own_account", "read_and_answer_messages"]
            : ["text_messages", "calls"],
        missing: [],
        message_access_off: false,
      }),
    accountConnect: async (request) => {
      const made = known.find((one) => one.provider === request.provider);
      if (!made || accounts.includes(made))
        return { status: "error", error: { code: "already_connected", params: {} } };
      accounts = [...accounts, made];
      return ok(made);
    },
    accountSignIn: async (id) => {
      const found = accounts.find((one) => one.id === id);
      if (!found) return { status: "error", error: { code: "not_found", params: {} } };
      found.state = "active";
      return ok(found);
    },
    accountHumanAgent: async (id, on) => {
      const found = accounts.find((one) => one.id === id);
      if (!found) return { status: "error", error: { code: "not_found", params: {} } };
      if (found.provider !== "instagram") return { status: "error", error: { code: "not_allowed", params: {} } };
      found.human_agent = on;
      clinic.say([{ is: "stale", topics: ["accounts"] }]);
      return ok(found);
    },
    accountDisconnect: async (id) => {
      accounts = accounts.filter((one) => one.id !== id);
      clinic.say([{ is: "stale", topics: ["accounts"] }]);
      return ok({ credential_deleted: true, upstream: "revoked", held_back: 1 });
    },
    accountGoodbyeSeen: async (id) => {
      const found = known.find((one) => one.id === id);
      if (found) found.goodbye = null;
      return ok(null);
    },
    accountPollNow: async () => ok(null),
    networkConnecting: async () => ok([]),
  };
}
