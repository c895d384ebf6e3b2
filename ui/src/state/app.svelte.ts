/**
 * Where the program stands: its phase, its settings, which screen is open. The look (theme, density, letter size,
 * language) is written onto `<html>` here and nowhere else.
 */
import { languageFor, speak } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import { useZone } from "../time/words";
import type { AppInfo, Settings, StaffView, TextSize, WireError } from "../wire/bindings";

export type View = "inbox" | "patients" | "insights" | "settings";
/** Pages of the settings, in their order. */
export type SettingsPage =
  | "accounts"
  | "look"
  | "sending"
  | "saved"
  | "labels"
  | "hours"
  | "automatic"
  | "people"
  | "notifications"
  | "network"
  | "demo"
  | "keys"
  | "about";

/** From the usual letters to twice as large, in the steps of Ctrl and plus. */
export const textSizes: readonly TextSize[] = ["normal", "large", "largest", "half", "double"];

const dark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;

class App {
  info = $state.raw<AppInfo | undefined>(undefined);
  /** The core did not even answer who it is. */
  failed = $state.raw<WireError | undefined>(undefined);
  view = $state<View>("inbox");
  settingsPage = $state<SettingsPage>("accounts");
  searchOpen = $state(false);
  keysOpen = $state(false);

  get settings(): Settings | undefined {
    return this.info?.settings;
  }

  get clinic() {
    return this.info?.phase.phase === "open" ? this.info.phase : undefined;
  }

  /** `⌘` instead of Ctrl. */
  get mac(): boolean {
    return this.info?.platform === "macos";
  }

  /** Asks the core where it stands and shows that. */
  async start(): Promise<void> {
    const answer = await platform().commands.appInfo();
    if (answer.status === "ok") await this.show(answer.data);
    else this.failed = answer.error;
  }

  /** Shows what the core answered. */
  async show(info: AppInfo): Promise<void> {
    await this.#look(info.settings, info.system_locale);
    useZone(info.phase.phase === "open" ? info.phase.zone : undefined);
    this.failed = undefined;
    this.info = info;
  }

  /** Somebody sits down at the desk, or has a new name. */
  seat(staff: StaffView): void {
    const phase = this.info?.phase;
    if (this.info && phase?.phase === "open") this.info = { ...this.info, phase: { ...phase, staff } };
  }

  /** Saves settings; they are shown at once and taken back if they could not be kept. */
  async save(settings: Settings): Promise<WireError | undefined> {
    const before = this.info;
    if (!before) return undefined;
    await this.show({ ...before, settings });
    const answer = await platform().commands.settingsSave(settings);
    if (answer.status === "ok") return undefined;
    await this.show(before);
    return answer.error;
  }

  /** Larger letters (1), smaller ones (-1), the usual ones (0). */
  async stepText(step: 1 | -1 | 0): Promise<WireError | undefined> {
    const settings = this.settings;
    if (!settings) return undefined;
    const at = step === 0 ? 0 : textSizes.indexOf(settings.text_size) + step;
    const text_size = textSizes[Math.min(textSizes.length - 1, Math.max(0, at))];
    return text_size && text_size !== settings.text_size ? this.save({ ...settings, text_size }) : undefined;
  }

  openSettings(page: SettingsPage = "accounts"): void {
    this.settingsPage = page;
    this.view = "settings";
  }

  /** Follows the system between light and dark; the answer stops it. */
  followSystem(): () => void {
    const change = () => this.info && this.#look(this.info.settings, this.info.system_locale);
    dark?.addEventListener("change", change);
    return () => dark?.removeEventListener("change", change);
  }

  async #look(settings: Settings, systemLocale: string): Promise<void> {
    const html = document.documentElement;
    const theme = settings.theme === "system" ? (dark?.matches ? "dark" : "light") : settings.theme;
    html.dataset.theme = theme;
    html.dataset.density = settings.density;
    html.dataset.text = settings.text_size;
    await speak(languageFor(settings.locale ?? systemLocale));
    useZone(this.clinic?.zone);
  }
}

export const app = new App();
