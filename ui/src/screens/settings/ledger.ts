/**
 * Hosts of all accounts as one ledger: each host once, what it is for, and its bytes since midnight. What was asked with a
 * sign-in that was only tried belongs to no account and has lines of its own.
 */
import type { AccountView, HostUse } from "../../wire/bindings";

type Purpose =
  | "instagram-messages"
  | "instagram-media"
  | "twilio-messages"
  | "twilio-media"
  | "simulator"
  | "connecting"
  | "other";
type LedgerLine = { host: string; purpose: Purpose; accounts: string[]; sent: number; received: number };

export function purposeOf(host: string): Purpose {
  // A demo clinic's providers are played on this computer.
  if (/^(127\.0\.0\.1|localhost|\[::1\])$/.test(host)) return "simulator";
  if (host === "graph.instagram.com") return "instagram-messages";
  if (host === "lookaside.fbsbx.com" || /\.(cdninstagram\.com|fbcdn\.net)$/.test(host)) return "instagram-media";
  if (/^(api|content|intelligence|messaging|iam)\.twilio\.com$/.test(host)) return "twilio-messages";
  return /^((mms|media)\.twiliocdn\.com|s3-external-1\.amazonaws\.com)$/.test(host) ? "twilio-media" : "other";
}

export function ledger(accounts: readonly AccountView[], connecting: readonly HostUse[]): LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  for (const account of accounts) {
    for (const use of account.hosts) {
      const line = lines.get(use.host) ?? {
        host: use.host,
        purpose: purposeOf(use.host),
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
  const tried = connecting.map((use): LedgerLine => ({ ...use, purpose: "connecting", accounts: [] }));
  return [...lines.values(), ...tried].sort(
    (a, b) => b.sent + b.received - (a.sent + a.received) || a.host.localeCompare(b.host),
  );
}
