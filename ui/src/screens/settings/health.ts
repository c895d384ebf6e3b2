/** How fresh a channel is, in the words of its page. */
import { errorWords } from "../../i18n/errors";
import { t } from "../../i18n/i18n.svelte";
import type { IconName } from "../../parts/icons";
import { moment } from "../../time/words";
import type { AccountView, ChannelHealth, Freshness } from "../../wire/bindings";

type Tone = "ok" | "time" | "quiet";

export function toneOf(freshness: Freshness): { tone: Tone; icon: IconName } {
  switch (freshness.is) {
    case "up_to_date":
      return { tone: "ok", icon: "check" };
    case "behind":
      return { tone: "time", icon: "triangle-alert" };
    case "catching_up":
      return { tone: "quiet", icon: "refresh-cw" };
    case "starting":
      return { tone: "quiet", icon: "circle-dashed" };
    case "off":
      return { tone: "quiet", icon: "minus" };
  }
}

export function freshnessWords(freshness: Freshness): string {
  switch (freshness.is) {
    case "up_to_date":
      return t("health-up-to-date");
    case "behind":
      return t("health-behind");
    case "catching_up":
      return t("health-catching-up", { done: freshness.done });
    case "starting":
      return t("health-starting");
    case "off":
      return t("health-off");
  }
}

/** When it was last known to be complete. */
export function lastCheck(one: ChannelHealth, now: number): string {
  const at =
    one.freshness.is === "up_to_date" ? one.freshness.at : one.freshness.is === "behind" ? one.freshness.since : null;
  return at === null ? t("health-none") : moment(at, now);
}

/** From when on messages may be missing. */
export function oldestGap(one: ChannelHealth, now: number): string {
  if (one.freshness.is !== "behind") return t("health-no-gap");
  return one.freshness.since === null
    ? t("health-gap-never")
    : t("health-gap-since", { time: moment(one.freshness.since, now) });
}

/** Why a channel is behind and when it is tried again, each reason once. */
export function reasons(account: AccountView, now: number): string[] {
  const found = account.channels.flatMap((one) => {
    if (one.freshness.is !== "behind") return [];
    const why = errorWords({ code: one.freshness.why, params: {} });
    return [
      one.freshness.retry_at === null
        ? why
        : `${why} ${t("health-retry", { time: moment(one.freshness.retry_at, now) })}`,
    ];
  });
  return [...new Set(found)];
}
