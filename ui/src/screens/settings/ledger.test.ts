import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AccountView } from "../../wire/bindings";
import { ledger, purposeOf } from "./ledger";
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
  grants: [],
  missing_since: null,
  hosts,
});

describe("the network ledger", () => {
  it("names every host once, with all accounts that use it and the sum of its bytes", () => {
    const lines = ledger(
      [
        account("A", "twilio", [{ host: "api.twilio.com", sent: 10, received: 20 }]),
        account("B", "twilio", [{ host: "api.twilio.com", sent: 1, received: 2 }]),
        account("C", "instagram", [
          { host: "graph.instagram.com", sent: 500, received: 0 },
          { host: "scontent.cdninstagram.com", sent: 1, received: 0 },
        ]),
      ],
      [],
    );
    expect(lines).toEqual([
      { host: "graph.instagram.com", purpose: "instagram-messages", accounts: ["C"], sent: 500, received: 0 },
      { host: "api.twilio.com", purpose: "twilio-messages", accounts: ["A", "B"], sent: 11, received: 22 },
      { host: "scontent.cdninstagram.com", purpose: "instagram-media", accounts: ["C"], sent: 1, received: 0 },
    ]);
  });

  it("says what every host is for that a connector may talk to, and that a demo talks to a simulator", () => {
    // The lists that the connectors are held to, as they stand in the code.
    const source = (name: string) => readFileSync(`../crates/connectors/src/channels/${name}`, "utf8");
    const listed = (name: string) => {
      const list = /HOSTS: Hosts =?\s*(?:=\s*)?Hosts::of\(([\s\S]*?)\);/.exec(source(`${name}/mod.rs`))?.[1] ?? "";
      const named = [...list.matchAll(/"([^"]+)"/g)].map((match) => (match[1] as string).replace(/^\./, "scontent."));
      const constants = [...list.matchAll(/api::([A-Z]+)/g)].map(
        (match) => new RegExp(`const ${match[1]}: &str = "([^"]+)"`).exec(source(`${name}/api.rs`))?.[1],
      );
      return [...constants, ...named];
    };
    const twilio = listed("twilio");
    const instagram = listed("instagram");
    expect([twilio.length, instagram.length]).toEqual([8, 4]);
    const purposes = (hosts: (string | undefined)[]) =>
      Object.fromEntries(hosts.map((host) => [host, purposeOf(host ?? "")]));
    expect(purposes(twilio)).toEqual({
      "api.twilio.com": "twilio-messages",
      "content.twilio.com": "twilio-messages",
      "intelligence.twilio.com": "twilio-messages",
      "messaging.twilio.com": "twilio-messages",
      "iam.twilio.com": "twilio-messages",
      "mms.twiliocdn.com": "twilio-media",
      "media.twiliocdn.com": "twilio-media",
      "s3-external-1.amazonaws.com": "twilio-media",
    });
    expect(purposes(instagram)).toEqual({
      "graph.instagram.com": "instagram-messages",
      "lookaside.fbsbx.com": "instagram-media",
      "scontent.cdninstagram.com": "instagram-media",
      "scontent.fbcdn.net": "instagram-media",
    });
    expect(purposeOf("127.0.0.1")).toBe("simulator");
    expect(purposeOf("api.twilio.com.evil.example")).toBe("other");
  });

  it("counts what was asked with a sign-in that was only tried, apart from every account", () => {
    const used = [{ host: "api.twilio.com", sent: 10, received: 20 }];
    expect(ledger([account("A", "twilio", used)], [{ host: "api.twilio.com", sent: 1, received: 1 }])).toEqual([
      { host: "api.twilio.com", purpose: "twilio-messages", accounts: ["A"], sent: 10, received: 20 },
      { host: "api.twilio.com", purpose: "connecting", accounts: [], sent: 1, received: 1 },
    ]);
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
