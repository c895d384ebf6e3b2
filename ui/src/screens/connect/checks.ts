/**
 * The four checks beside a credential, as rows with a state: what the provider said, in the order in which things can go
 * wrong. Pure, so that every combination is tested without a screen.
 */
import type { ChannelHealth, Code, ConnectCheck, ProviderView, WireError } from "../../wire/bindings";

/** waiting: dashed, not true yet; asking: being asked; ok; switch: somebody has to switch something on; refused. */
type CheckState = "waiting" | "asking" | "ok" | "switch" | "refused";
type CheckName = "account" | "rights" | "reach" | "fetch";
export type Check = {
  name: CheckName;
  state: CheckState;
  /** Why it is refused. */
  error?: WireError;
};

export type Seen = {
  provider: ProviderView;
  checking: boolean;
  check: ConnectCheck | undefined;
  error: WireError | undefined;
  /** Health of the account's channels once it is connected. */
  channels: readonly ChannelHealth[] | undefined;
};

const order: readonly CheckName[] = ["account", "rights", "reach", "fetch"];

/** Which check a refusal belongs to. Whatever is not about a right or a switch means that we got no further than the door. */
function placeOf(code: Code): CheckName {
  if (code === "missing_right") return "rights";
  if (code === "access_switched_off") return "reach";
  return "account";
}

export function checksOf(seen: Seen): Check[] {
  const states = new Map<CheckName, Check>(order.map((name) => [name, { name, state: "waiting" }]));
  const set = (name: CheckName, state: CheckState, error?: WireError) => states.set(name, { name, state, error });
  const { check, error, channels } = seen;

  if (check) {
    set("account", "ok");
    set("rights", check.missing.length > 0 ? "switch" : "ok");
    // For Instagram this is the switch in the app; for Twilio, that numbers were found at all.
    const reached = seen.provider === "instagram" ? !check.message_access_off : check.channels.length > 0;
    if (check.missing.length === 0) set("reach", reached ? "ok" : "switch");
    if (seen.checking) set("fetch", "asking");
  } else if (seen.checking) {
    set("account", "asking");
  }

  if (error && check) set("fetch", "refused", error);
  else if (error) {
    const place = placeOf(error.code);
    for (const name of order.slice(0, order.indexOf(place))) set(name, "ok");
    set(place, error.code === "access_switched_off" ? "switch" : "refused", error);
  }

  if (channels) {
    const behind = channels.find((one) => one.freshness.is === "behind")?.freshness;
    const fresh =
      channels.length > 0 && channels.every((one) => one.freshness.is === "up_to_date" || one.freshness.is === "off");
    if (behind?.is === "behind") set("fetch", "refused", { code: behind.why, params: {} });
    else set("fetch", fresh ? "ok" : "asking");
  }
  return order.map((name) => states.get(name) ?? { name, state: "waiting" });
}
