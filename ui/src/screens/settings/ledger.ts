/** Hosts of all accounts as one ledger: each host once, what it is for, and its bytes since midnight. */
import type { AccountView } from "../../wire/bindings";

export type Purpose =
  | "instagram-messages"
  | "instagram-media"
  | "twilio-messages"
  | "twilio-media"
  | "simulator"
  | "other";
export type LedgerLine = { host: string; purpose: Purpose; accounts: string[]; sent: number; received: number };

export function purposeOf(host: string, provider: AccountView["provider"]): Purpose {
  // A demo clinic's providers are played on this computer.
  if (/^(127\.0\.0\.1|localhost|\[::1\])$/.test(host)) return "simulator";
  if (provider === "instagram") return host === "graph.instagram.com" ? "instagram-messages" : "instagram-media";
  if (/^(api|content|conversations|intelligence|messaging|iam)\./.test(host)) return "twilio-messages";
  return /media|mcs|s3|amazonaws|recordings/.test(host) ? "twilio-media" : "other";
}

export function ledger(accounts: readonly AccountView[]): LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  for (const account of accounts) {
    for (const use of account.hosts) {
      const line = lines.get(use.host) ?? {
        host: use.host,
        purpose: purposeOf(use.host, account.provider),
        accounts: [],
        sent: 0,
        received: 0,
      };
      line.sent += use.sent;
      line.received += use.received;
      if (!line.accounts.includes(account.label)) line.accounts.push(account.label);
      lines.set(use.host, line);
    }
  }
  return [...lines.values()].sort(
    (a, b) => b.sent + b.received - (a.sent + a.received) || a.host.localeCompare(b.host),
  );
}
