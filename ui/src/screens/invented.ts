/** The invented clinic at the phase a test needs, shown by the app as at a real start. Only tests use it. */
import { usePlatform } from "../platform/context";
import { FakeClinic } from "../platform/fake/clinic";
import { app } from "../state/app.svelte";
import type { AppPhase, Settings } from "../wire/bindings";

export async function clinicAt(phase?: AppPhase, settings: Partial<Settings> = {}): Promise<FakeClinic> {
  const clinic = new FakeClinic();
  if (phase) clinic.info.phase = phase;
  clinic.info.settings = { ...clinic.info.settings, ...settings };
  usePlatform(clinic);
  app.view = "inbox";
  app.settingsPage = "accounts";
  app.searchOpen = false;
  app.keysOpen = false;
  await app.start();
  return clinic;
}

/** What the window asked the core for, by name. */
export function asked(clinic: FakeClinic, command: string): unknown[][] {
  return clinic.called.filter((one) => one.command === command).map((one) => one.args);
}
