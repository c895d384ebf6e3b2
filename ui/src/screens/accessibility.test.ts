/** Automatic accessibility rules on every screen beside the inbox, in every look of `tests/axe.ts`. */
import { render, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { looks, problems } from "../../tests/axe";
import { feed } from "../feed/feed";
import Failed from "../frame/Failed.svelte";
import { lockedFor } from "../platform/fake/accounts";
import { refused } from "../platform/fake/clinic";
import { behind, bendAccounts } from "../platform/fake/screens";
import { app } from "../state/app.svelte";
import type { ConnectCheck, ConnectRequest, DisconnectReport, WireError } from "../wire/bindings";
import Connect from "./connect/Connect.svelte";
import { Connecting } from "./connect/connecting.svelte";
import FirstRun from "./first-run/FirstRun.svelte";
import Protect from "./first-run/Protect.svelte";
import { Setup } from "./first-run/setup.svelte";
import InsightsScreen from "./insights/InsightsScreen.svelte";
import { clinicAt } from "./invented";
import Locked from "./locked/Locked.svelte";
import Palette from "./search/Palette.svelte";
import Disconnect from "./settings/Disconnect.svelte";
import Goodbye from "./settings/Goodbye.svelte";
import { pages } from "./settings/pages";
import SettingsScreen from "./settings/Settings.svelte";

/** The frame around a single screen has the landmarks, the first heading and the title. */
const frame = ["region", "landmark-one-main", "page-has-heading-one", "document-title"];

/** No sentence is missing in the language shown: a missing one shows as its own name. */
function unspoken(): string[] {
  const names =
    /^(?:setup|protect|passphrase|start-over|recovery|sheet|path|connect|rights?|checks?|ready|locked|settings|accounts?|health|disconnect|goodbye|start|error|look|sending|notifications|network|about|keys?|search|provider|staff|handover|insights|review)-[a-z0-9-]+(?:\.[a-z]+)?$/;
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
  expect(await problems(frame)).toEqual([]);
}

/** What a provider may answer to a pasted token. */
const pasted: ConnectRequest = { provider: "instagram", token: "IGAA" };
const rights: ConnectCheck = {
  label: "quayside.dental",
  channels: ["instagram"],
  own_addresses: ["@quayside.dental"],
  grants: ["see_own_account", "read_and_answer_messages"],
  missing: [],
  message_access_off: false,
};
/** The answer to the check, the answer to connecting, and the state that they lead to. */
type Reached = { error?: WireError["code"]; blocked: boolean; connected: boolean };
const answers: [string, ConnectCheck | WireError, WireError["code"] | undefined, Reached][] = [
  [
    "refused",
    { code: "sign_in_needed", params: {} },
    undefined,
    { error: "sign_in_needed", blocked: false, connected: false },
  ],
  ["connected already", rights, "already_connected", { error: "already_connected", blocked: false, connected: false }],
  [
    "without a right",
    { ...rights, grants: ["see_own_account"], missing: ["read_and_answer_messages"] },
    undefined,
    { blocked: true, connected: false },
  ],
  [
    "with message access switched off",
    { ...rights, message_access_off: true },
    undefined,
    { blocked: true, connected: false },
  ],
  ["connected", rights, undefined, { blocked: false, connected: true }],
];

const reports: DisconnectReport[] = [
  { credential_deleted: true, upstream: "revoked", held_back: 0 },
  { credential_deleted: true, upstream: "by_hand", held_back: 1 },
  { credential_deleted: false, upstream: "unreachable", held_back: 3 },
];

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

  it.each(answers)("connecting an account: %s", async (_name, answer, afterwards, reached) => {
    const clinic = await clinicAt(undefined, look);
    await feed.start(clinic);
    clinic.commands.accountCheck = async () =>
      "code" in answer ? refused(answer.code) : { status: "ok", data: answer };
    if (afterwards) clinic.commands.accountConnect = async () => refused(afterwards);
    else {
      const known = await clinic.commands.accounts();
      const made = known.status === "ok" ? known.data[0] : undefined;
      if (made) clinic.commands.accountConnect = async () => ({ status: "ok", data: made });
    }
    const connecting = new Connecting("instagram");
    render(Connect, { connecting });
    await connecting.run(pasted);
    expect(connecting.error?.code).toBe(reached.error);
    expect(connecting.blocked).toBe(reached.blocked);
    expect(connecting.connected).toBe(reached.connected);
    await looksRight();
    connecting.forget();
  });

  it("letting an account go, and what became of it", async () => {
    const clinic = await clinicAt(undefined, look);
    const known = await clinic.commands.accounts();
    for (const account of known.status === "ok" ? known.data : []) {
      const asking = render(Disconnect, { account, onstay: () => {}, ongone: () => {} });
      await looksRight();
      asking.unmount();
      for (const report of reports) {
        const { unmount } = render(Goodbye, { account, report, fresh: true, onclose: () => {} });
        await looksRight();
        unmount();
      }
    }
  });

  it("a start that failed", async () => {
    await clinicAt(undefined, look);
    render(Failed, { error: { code: "unexpected", params: {} } });
    await looksRight();
  });

  it("the locked screen's forms", async () => {
    // The recovery code with a new pass-phrase, and an empty inbox: each behind the last button beside "try again".
    for (const why of ["keychain_missing", "database_damaged"] as const) {
      const locked = lockedFor(why);
      await clinicAt(locked, look);
      const { unmount } = render(Locked, { locked });
      const ways = document.querySelectorAll<HTMLElement>(".acts button");
      const user = userEvent.setup();
      await user.click(ways[ways.length - 1] as HTMLElement);
      await waitFor(() => expect(document.querySelectorAll("input, textarea").length).toBeGreaterThan(0));
      // Pressed too early, each says what is missing.
      await user.click(document.querySelector<HTMLElement>(".acts .primary") as HTMLElement);
      await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull());
      await looksRight();
      unmount();
    }
  });

  it("a pass-phrase that is wrong", async () => {
    const locked = lockedFor("passphrase_needed");
    await clinicAt(locked, look);
    render(Locked, { locked });
    const user = userEvent.setup();
    await user.type(document.querySelector("input") as HTMLElement, "the rain falls upwards{Enter}");
    await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull());
    await looksRight();
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
    if (page === "network") await waitFor(() => expect(document.querySelector("table")).not.toBeNull());
    await looksRight();
  });

  it("choosing a key, one that is taken and one that cannot be had", async () => {
    const clinic = await clinicAt(undefined, look);
    await feed.start(clinic);
    app.openSettings("keys");
    render(SettingsScreen);
    const user = userEvent.setup();
    await user.click(document.querySelector<HTMLElement>(".keys button") as HTMLElement);
    const asked = () => document.querySelector<HTMLElement>('[role="dialog"]');
    await waitFor(() => expect(asked()).not.toBeNull());
    for (const press of ["{Control>}3{/Control}", "{Alt>}b{/Alt}"]) {
      await user.keyboard(press);
      await looksRight();
    }
    expect(asked()).not.toBeNull();
  });

  it("a saved reply being written", async () => {
    await clinicAt(undefined, look);
    app.openSettings("saved");
    render(SettingsScreen);
    await waitFor(() => expect(document.querySelector(".acts .primary")).not.toBeNull());
    await userEvent.setup().click(document.querySelector<HTMLElement>(".acts .primary") as HTMLElement);
    await waitFor(() => expect(document.querySelector('[role="tab"]')).not.toBeNull());
    await looksRight();
  });

  it("somebody of the desk being added", async () => {
    await clinicAt(undefined, look);
    app.openSettings("people");
    render(SettingsScreen);
    await userEvent.setup().click(document.querySelector<HTMLElement>('[data-opens="new"]') as HTMLElement);
    await waitFor(() => expect(document.querySelector(".people input")).not.toBeNull());
    await looksRight();
  });

  it("insights, as charts and as tables", async () => {
    await clinicAt(undefined, look);
    render(InsightsScreen);
    await waitFor(() => expect(document.querySelector('[role="slider"]')).not.toBeNull());
    await looksRight();
    await userEvent.setup().click(document.querySelector("[aria-pressed]") as HTMLElement);
    await waitFor(() => expect(document.querySelector('[role="slider"]')).toBeNull());
    await looksRight();
  });

  it("looking through conversations", async () => {
    await clinicAt(undefined, look);
    render(InsightsScreen);
    const user = userEvent.setup();
    await user.click(document.querySelectorAll<HTMLElement>('.head input[type="radio"]')[1] as HTMLElement);
    await waitFor(() => expect(document.querySelector(".rows")).not.toBeNull());
    await user.click(document.querySelectorAll<HTMLElement>('.page input[type="radio"]')[2] as HTMLElement);
    await waitFor(() => expect(document.querySelectorAll("textarea").length).toBeGreaterThan(2));
    await user.click(document.querySelector<HTMLElement>("[aria-expanded]") as HTMLElement);
    await looksRight();
  });

  it("search", async () => {
    await clinicAt(undefined, look);
    render(Palette, { onclose: () => {} });
    await waitFor(() => expect(document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0));
    await looksRight();
  });
});
