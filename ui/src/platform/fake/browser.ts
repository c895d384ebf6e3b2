/**
 * The in-memory clinic as the page's address asks for it: `?phase=first_run`, `?theme=dark&lang=ar`, `?many=5000`,
 * `?net=offline`, `?demo`. Only for working on the screen in a plain browser.
 */
import type { AppPhase, Settings } from "../../wire/bindings";
import { lockedFor } from "./accounts";
import { FakeClinic } from "./clinic";
import { crowd, people } from "./people";
import { arrange } from "./screens";

export function platformFromAddress(address: URLSearchParams): FakeClinic {
  const many = Number(address.get("many") ?? 0);
  const clinic = new FakeClinic({
    demo: address.has("demo"),
    people: address.has("empty") ? () => [] : (now) => [...people(now), ...crowd(now, many)],
  });
  const settings: Settings = {
    ...clinic.info.settings,
    theme: (address.get("theme") as Settings["theme"] | null) ?? "system",
    locale: address.get("lang") ?? "en",
    density: (address.get("density") as Settings["density"] | null) ?? "regular",
    text_size: (address.get("text") as Settings["text_size"] | null) ?? "normal",
  };
  clinic.info = { ...clinic.info, settings };
  const phase = address.get("phase");
  if (phase === "first_run") clinic.info.phase = { phase: "first_run", no_keychain: null } satisfies AppPhase;
  if (phase === "locked") {
    clinic.info.phase = lockedFor("keychain_locked");
  }
  if (address.get("net") === "offline") clinic.network(false);
  if (address.get("net") === "behind") {
    const since = clinic.now() - 29 * 60_000;
    clinic.overall = { is: "behind", channel: "instagram", since };
    clinic.channels = clinic.channels.map((one) =>
      one.channel === "instagram"
        ? { ...one, freshness: { is: "behind", since, why: "provider_busy", retry_at: clinic.now() + 60_000 } }
        : one,
    );
  }
  arrange(clinic, address);
  return clinic;
}
