import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AccountView } from "../../wire/bindings";
import { ledger } from "./ledger";
import { notices } from "./notices";
import { internationalNumber } from "./telephone";

const account = (label: string, provider: AccountView["provider"], hosts: AccountView["hosts"]): AccountView => ({
  id: label,
  provider,
  label,
  channels: [],
  own_addresses: [],
  state: "active",
  connected_at: 0,
  credential_expires_at: null,
  expiry_warning: false,
  human_agent: false,
  goodbye: null,
  hosts,
});

describe("the network ledger", () => {
  it("names every host once, with all accounts that use it and the sum of its bytes", () => {
    const lines = ledger([
      account("A", "twilio", [{ host: "api.twilio.com", sent: 10, received: 20 }]),
      account("B", "twilio", [{ host: "api.twilio.com", sent: 1, received: 2 }]),
      account("C", "instagram", [
        { host: "graph.instagram.com", sent: 500, received: 0 },
        { host: "scontent.cdninstagram.com", sent: 1, received: 0 },
      ]),
    ]);
    expect(lines).toEqual([
      { host: "graph.instagram.com", purpose: "instagram-messages", accounts: ["C"], sent: 500, received: 0 },
      { host: "api.twilio.com", purpose: "twilio-messages", accounts: ["A", "B"], sent: 11, received: 22 },
      { host: "scontent.cdninstagram.com", purpose: "instagram-media", accounts: ["C"], sent: 1, received: 0 },
    ]);
  });

  it("says what every host of Twilio's is for, and that a demo talks to a simulator", () => {
    const hosts = ["iam.twilio.com", "messaging.twilio.com", "media.twiliocdn.com", "127.0.0.1"];
    const lines = ledger([
      account(
        "A",
        "twilio",
        hosts.map((host) => ({ host, sent: 1, received: 1 })),
      ),
    ]);
    expect(Object.fromEntries(lines.map((line) => [line.host, line.purpose]))).toEqual({
      "iam.twilio.com": "twilio-messages",
      "messaging.twilio.com": "twilio-messages",
      "media.twiliocdn.com": "twilio-media",
      "127.0.0.1": "simulator",
    });
  });
});

describe("the telephone on the desk", () => {
  it("is kept as an international number however it is written", () => {
    expect(internationalNumber("+44 (20) 7946-0158")).toBe("+442079460158");
    expect(internationalNumber("0049 30 23125 014")).toBe("+493023125014");
    expect(internationalNumber("  ")).toBeNull();
  });

  it("is refused without a country code", () => {
    expect(internationalNumber("020 7946 0158")).toBeUndefined();
    expect(internationalNumber("+44 call me")).toBeUndefined();
  });
});

describe("the notices", () => {
  const shipped: Record<string, string> = {
    "@fluent/bundle": "Fluent",
    "@fontsource-variable/ibm-plex-sans": "IBM Plex Sans",
    "@fontsource-variable/vazirmatn": "Vazirmatn",
    "@internationalized/date": "React Aria dates (@internationalized/date)",
    "@tauri-apps/api": "Tauri",
    "bits-ui": "Bits UI",
    virtua: "Virtua",
  };

  it("cover everything that the window is built from", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const named = new Set(notices.map((one) => one.name));
    for (const one of Object.keys(dependencies)) expect(named, one).toContain(shipped[one]);
    // Compiled or drawn into it, though they are no run-time dependencies.
    for (const one of ["Svelte", "Lucide"]) expect(named).toContain(one);
  });

  it("can each be read", async () => {
    for (const one of notices) expect((await one.text()).length, one.name).toBeGreaterThan(500);
  });
});
