/**
 * Automatic accessibility rules on every screen beside the inbox, in light, dark and Arabic. Contrast is left out here,
 * because jsdom draws nothing; the colours have a test of their own, and the window tests look at the real thing.
 */
import { render, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { feed } from "../feed/feed";
import { lockedFor } from "../platform/fake/accounts";
import { behind, bendAccounts } from "../platform/fake/screens";
import { app } from "../state/app.svelte";
import type { Settings } from "../wire/bindings";
import Connect from "./connect/Connect.svelte";
import { Connecting } from "./connect/connecting.svelte";
import FirstRun from "./first-run/FirstRun.svelte";
import Protect from "./first-run/Protect.svelte";
import { Setup } from "./first-run/setup.svelte";
import { clinicAt } from "./invented";
import Locked from "./locked/Locked.svelte";
import Palette from "./search/Palette.svelte";
import { pages } from "./settings/pages";
import SettingsScreen from "./settings/Settings.svelte";

const looks: [string, Partial<Settings>][] = [
  ["light", { theme: "light", locale: "en" }],
  ["dark", { theme: "dark", locale: "en" }],
  ["Arabic", { theme: "light", locale: "ar" }],
];

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    rules: {
      "color-contrast": { enabled: false },
      // The frame around a single screen has the landmarks, the first heading and the title.
      region: { enabled: false },
      "landmark-one-main": { enabled: false },
      "page-has-heading-one": { enabled: false },
      "document-title": { enabled: false },
    },
  });
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`));
}

/** No sentence is missing in the language shown: a missing one shows as its own name. */
function unspoken(): string[] {
  const names =
    /^(?:setup|protect|passphrase|start-over|recovery|sheet|path|connect|rights?|checks?|ready|locked|settings|accounts?|health|disconnect|goodbye|look|sending|notifications|network|about|keys?|search|provider)-[a-z0-9-]+(?:\.[a-z]+)?$/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent?.trim() ?? "";
    if (names.test(words)) found.push(words);
  }
  return found;
}

async function looksRight(): Promise<void> {
  expect(unspoken()).toEqual([]);
  expect(await faults()).toEqual([]);
}

describe.each(looks)("in %s", (_, look) => {
  it("the first start", async () => {
    await clinicAt({ phase: "first_run", no_keychain: null }, look);
    render(FirstRun);
    await looksRight();
  });

  it("the pass-phrase of a computer without a key store", async () => {
    await clinicAt({ phase: "first_run", no_keychain: "keychain_missing" }, look);
    const setup = new Setup("en-GB", "keychain_missing");
    setup.go("protect");
    setup.tried = true;
    render(Protect, { setup, onenter: () => {} });
    await looksRight();
  });

  it("connecting an account", async () => {
    const clinic = await clinicAt(undefined, look);
    await feed.start(clinic);
    for (const provider of ["instagram", "twilio"] as const) {
      const { unmount } = render(Connect, { connecting: new Connecting(provider) });
      await looksRight();
      unmount();
    }
  });

  it("the locked screen", async () => {
    for (const why of ["key_missing", "passphrase_needed", "database_damaged"] as const) {
      const locked = lockedFor(why);
      await clinicAt(locked, look);
      const { unmount } = render(Locked, { locked });
      await looksRight();
      unmount();
    }
  });

  it.each(pages.map((one) => one.page))("the settings: %s", async (page) => {
    const clinic = await clinicAt(undefined, look);
    if (clinic.info.phase.phase === "open") clinic.info.phase.demo = true;
    await app.show({ ...clinic.info });
    await feed.start(clinic);
    bendAccounts(clinic, (accounts) => behind(accounts, clinic.now()));
    app.openSettings(page);
    render(SettingsScreen);
    if (page === "accounts") await waitFor(() => expect(document.querySelector("article")).not.toBeNull());
    await looksRight();
  });

  it("search", async () => {
    await clinicAt(undefined, look);
    render(Palette, { onclose: () => {} });
    await waitFor(() => expect(document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0));
    await looksRight();
  });
});
