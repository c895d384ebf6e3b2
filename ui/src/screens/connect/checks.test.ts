import { describe, expect, it } from "vitest";
import type { ConnectCheck, Freshness } from "../../wire/bindings";
import { checksOf, type Seen } from "./checks";

const fine: ConnectCheck = {
  label: "@quayside.dental",
  channels: ["instagram"],
  own_addresses: ["@quayside.dental"],
  grants: ["see_own_account", "read_and_answer_messages"],
  missing: [],
  message_access_off: false,
};
const seen = (some: Partial<Seen> = {}): Seen => ({
  provider: "instagram",
  checking: false,
  check: undefined,
  error: undefined,
  channels: undefined,
  ...some,
});
const states = (some: Partial<Seen>) => checksOf(seen(some)).map((one) => one.state);
const health = (freshness: Freshness) => [{ channel: "instagram" as const, freshness, last_message_at: null }];

describe("the four checks", () => {
  it("all wait before a credential is there", () => {
    expect(states({})).toEqual(["waiting", "waiting", "waiting", "waiting"]);
  });

  it("show that the provider is being asked", () => {
    expect(states({ checking: true })).toEqual(["asking", "waiting", "waiting", "waiting"]);
  });

  it("stop at a missing right and do not pretend to know what comes after", () => {
    const check: ConnectCheck = { ...fine, grants: ["see_own_account"], missing: ["read_and_answer_messages"] };
    expect(states({ check })).toEqual(["ok", "switch", "waiting", "waiting"]);
  });

  it("stop at message access that is switched off", () => {
    expect(states({ check: { ...fine, message_access_off: true } })).toEqual(["ok", "ok", "switch", "waiting"]);
  });

  it("refuse at the account when the credential is not accepted", () => {
    const error = { code: "sign_in_needed" as const, params: {} };
    expect(states({ error })).toEqual(["refused", "waiting", "waiting", "waiting"]);
  });

  it("put an error where it belongs", () => {
    expect(states({ error: { code: "missing_right", params: {} } })).toEqual(["ok", "refused", "waiting", "waiting"]);
    expect(states({ error: { code: "access_switched_off", params: {} } })).toEqual(["ok", "ok", "switch", "waiting"]);
    expect(states({ check: fine, error: { code: "already_connected", params: {} } })[3]).toBe("refused");
  });

  it("are all fine only when the newest messages are here", () => {
    expect(states({ check: fine, channels: health({ is: "starting" }) })).toEqual(["ok", "ok", "ok", "asking"]);
    expect(states({ check: fine, channels: health({ is: "catching_up", done: 12 }) })[3]).toBe("asking");
    expect(states({ check: fine, channels: health({ is: "up_to_date", at: 1 }) })[3]).toBe("ok");
  });

  it("say when the first fetch does not get through", () => {
    const channels = health({ is: "behind", since: null, why: "provider_busy", retry_at: null });
    expect(checksOf(seen({ check: fine, channels }))[3]).toMatchObject({
      state: "refused",
      error: { code: "provider_busy" },
    });
  });

  it("ask for a number when a Twilio account has none", () => {
    expect(states({ provider: "twilio", check: { ...fine, channels: [] } })[2]).toBe("switch");
  });
});
