/** The pages of the settings: plain nouns, in the order in which a desk needs them. */
import type { IconName } from "../../parts/icons";
import type { SettingsPage } from "../../state/app.svelte";

export const pages: readonly { page: SettingsPage; icon: IconName }[] = [
  { page: "accounts", icon: "plug" },
  { page: "look", icon: "sun" },
  { page: "sending", icon: "send" },
  { page: "saved", icon: "text-quote" },
  { page: "labels", icon: "tag" },
  { page: "hours", icon: "clock" },
  { page: "automatic", icon: "reply" },
  { page: "people", icon: "users" },
  { page: "notifications", icon: "bell" },
  { page: "network", icon: "globe" },
  { page: "demo", icon: "smile" },
  { page: "keys", icon: "keyboard" },
  { page: "about", icon: "info" },
];
