import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { feed } from "../../feed/feed";
import { keycap } from "../../keyboard/combo";
import { keymap } from "../../keyboard/keymap";
import { refused } from "../../platform/fake/clinic";
import { behind, bendAccounts } from "../../platform/fake/screens";
import { app, type SettingsPage } from "../../state/app.svelte";
import type { AccountView } from "../../wire/bindings";
import { asked, clinicAt } from "../invented";
import KeyList from "./KeyList.svelte";
import SettingsScreen from "./Settings.svelte";

async function open(page: SettingsPage) {
  const clinic = await clinicAt();
  await feed.start(clinic);
  app.openSettings(page);
  return { clinic, user: userEvent.setup(), show: () => render(SettingsScreen) };
}

describe("the settings", () => {
  it("are a list that arrows go through, one page at a time", async () => {
    const { user, show } = await open("accounts");
    show();
    await user.click(screen.getByRole("button", { name: /^Channels/ }));
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("heading", { level: 2, name: "Look" })).toBeVisible();
    expect(screen.getByRole("button", { name: /^Look/ })).toHaveFocus();
  });

  it("list the demo clinic only inside it, and remove it with one click", async () => {
    const { clinic, user, show } = await open("accounts");
    show();
    expect(screen.queryByRole("button", { name: /^Demo clinic/ })).toBeNull();
    if (clinic.info.phase.phase === "open") clinic.info.phase.demo = true;
    await app.show({ ...clinic.info });
    await user.click(await screen.findByRole("button", { name: /^Demo clinic/ }));
    await user.click(screen.getByRole("button", { name: "Remove demo" }));
    await waitFor(() => expect(app.info?.phase.phase).toBe("first_run"));
  });
});

describe("the look", () => {
  it("changes at once and is kept", async () => {
    const { clinic, user, show } = await open("look");
    show();
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    await user.click(screen.getByRole("radio", { name: "Compact" }));
    await user.click(screen.getByRole("switch", { name: "Single keys" }));
    expect(clinic.info.settings).toMatchObject({ theme: "dark", density: "compact", single_keys: false });
  });

  it("speaks the chosen language, named in itself, from right to left where it runs so", async () => {
    const { user, show } = await open("look");
    show();
    await user.selectOptions(screen.getByRole("combobox"), "العربية");
    await waitFor(() => expect(document.documentElement.dir).toBe("rtl"));
    expect(screen.getByRole("heading", { level: 2 })).not.toHaveTextContent("Look");
  });

  it("is taken back with a sentence when it cannot be kept", async () => {
    const { clinic, user, show } = await open("look");
    clinic.commands.settingsSave = async () => refused("disk_full");
    show();
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/disk is full/);
    expect(document.documentElement.dataset.theme).toBe("light");
  });
});

describe("sending and calling", () => {
  it("keeps the desk's telephone as an international number", async () => {
    const { clinic, user, show } = await open("sending");
    show();
    const field = screen.getByLabelText("Number");
    await user.clear(field);
    await user.type(field, "0044 20 7946 0199{Enter}");
    expect(await screen.findByText(/Calls ring here first/)).toBeVisible();
    expect(clinic.info.settings.desk_phone).toBe("+442079460199");
  });

  it("refuses a number without a country code and keeps the old one", async () => {
    const { clinic, user, show } = await open("sending");
    show();
    const field = screen.getByLabelText("Number");
    await user.clear(field);
    await user.type(field, "020 7946 0199{Enter}");
    expect(field).toHaveAccessibleDescription(/country code/);
    expect(clinic.info.settings.desk_phone).toBe("+442079460158");
  });

  it("sets how long a reply can be taken back", async () => {
    const { clinic, user, show } = await open("sending");
    show();
    await user.click(screen.getByRole("radio", { name: "None" }));
    expect(clinic.info.settings.undo_seconds).toBe(0);
  });
});

describe("the channels", () => {
  it("say for each how fresh it is, when it was asked, and from when on something may be missing", async () => {
    const { clinic, show } = await open("accounts");
    bendAccounts(clinic, (accounts) => behind(accounts, clinic.now()));
    show();
    const account = await screen.findByRole("article", { name: "quayside.dental" });
    expect(within(account).getByRole("row", { name: /Instagram Behind .* since 09:12/ })).toBeVisible();
    expect(within(account).getByText(/busy or unwell.*Next try 09:42/)).toBeVisible();
  });

  it("follow the core when it says that accounts changed", async () => {
    const { clinic, show } = await open("accounts");
    show();
    await screen.findByRole("article", { name: "quayside.dental" });
    bendAccounts(clinic, (accounts) => accounts.map((one) => ({ ...one, state: "needs_sign_in" })));
    clinic.say([{ is: "stale", topics: ["accounts"] }]);
    expect(await screen.findByText(/Instagram no longer accepts the token/)).toBeVisible();
  });

  it("show the rights that the provider gave, and no others", async () => {
    const { clinic, show } = await open("accounts");
    bendAccounts(clinic, (all) =>
      all.map((one) => (one.provider === "twilio" ? { ...one, grants: ["see_own_account", "text_messages"] } : one)),
    );
    show();
    const rights = within(await screen.findByRole("article", { name: "Quayside telephone" })).getByRole("list", {
      name: "Rights",
    });
    expect(within(rights).getByText("Read and send texts and WhatsApp messages")).toBeVisible();
    expect(within(rights).queryByText(/calls/)).toBeNull();
  });

  it("say since when something that arrived is missing here, and where to look for it", async () => {
    const { clinic, show } = await open("accounts");
    const since = clinic.now() - 29 * 60_000;
    bendAccounts(clinic, (all) =>
      all.map((one) => (one.provider === "twilio" ? { ...one, missing_since: since } : one)),
    );
    show();
    const account = within(await screen.findByRole("article", { name: "Quayside telephone" }));
    expect(account.getByText(/arrived here .*09:12.* could not be stored\. Look at .*Twilio/)).toBeVisible();
    expect(account.queryByText("Works")).toBeNull();
    const other = within(screen.getByRole("article", { name: "quayside.dental" }));
    expect(other.queryByText(/could not be stored/)).toBeNull();
  });

  it("warn a week before a sign-in ends", async () => {
    const { clinic, show } = await open("accounts");
    const ends = clinic.now() + 5 * 86_400_000;
    bendAccounts(clinic, (all) =>
      all.map((one) =>
        one.provider === "instagram" ? { ...one, expiry_warning: true, credential_expires_at: ends } : one,
      ),
    );
    show();
    expect(await screen.findByText(/sign-in ends on 29 Nov/)).toBeVisible();
  });

  it("are asked at once on request", async () => {
    const { clinic, user, show } = await open("accounts");
    show();
    const account = await screen.findByRole("article", { name: "quayside.dental" });
    await user.click(within(account).getByRole("button", { name: "Check now" }));
    expect(await within(account).findByText("Asked 09:41")).toBeVisible();
    expect(asked(clinic, "accountPollNow")).toEqual([["account-instagram"]]);
  });

  it("let a person say, for Instagram only, that Meta approved late replies", async () => {
    const { clinic, user, show } = await open("accounts");
    show();
    const instagram = within(await screen.findByRole("article", { name: "quayside.dental" }));
    const late = () => instagram.getByRole("switch", { name: /^Late replies: 7 days/ });
    expect(late()).not.toBeChecked();
    expect(instagram.getByText(/Meta must have approved “Human Agent”/)).toBeVisible();
    const twilio = within(screen.getByRole("article", { name: "Quayside telephone" }));
    expect(twilio.queryByRole("switch")).toBeNull();
    await user.click(late());
    await waitFor(() => expect(late()).toBeChecked());
    expect(asked(clinic, "accountHumanAgent")).toEqual([["account-instagram", true]]);
    late().focus();
    await user.keyboard(" ");
    await waitFor(() => expect(late()).not.toBeChecked());
  });

  it("take the switch back with a sentence when it cannot be kept", async () => {
    const { clinic, user, show } = await open("accounts");
    clinic.commands.accountHumanAgent = async () => refused("disk_full");
    show();
    const instagram = within(await screen.findByRole("article", { name: "quayside.dental" }));
    await user.click(instagram.getByRole("switch"));
    expect(await instagram.findByRole("alert")).toHaveTextContent(/disk is full/);
    expect(instagram.getByRole("switch")).not.toBeChecked();
  });

  it("tell what happens next before they are let go, and what happened afterwards", async () => {
    const { clinic, user, show } = await open("accounts");
    clinic.commands.accountDisconnect = async () => ({
      status: "ok",
      data: { credential_deleted: true, upstream: "by_hand", held_back: 2 },
    });
    show();
    const account = await screen.findByRole("article", { name: "Quayside telephone" });
    await user.click(within(account).getByRole("button", { name: "Disconnect…" }));
    expect(within(account).getByRole("button", { name: "Keep it connected" })).toHaveFocus();
    expect(within(account).getByText(/All messages stay here/)).toBeVisible();
    await user.click(within(account).getByRole("button", { name: "Disconnect Quayside telephone" }));
    expect(await screen.findByRole("heading", { name: "Quayside telephone is disconnected" })).toHaveFocus();
    expect(screen.getByText(/2 replies were waiting/)).toBeVisible();
    expect(screen.getByText(/Delete it yourself at console.twilio.com/)).toBeVisible();
  });

  it("tell what became of one whose disconnect broke off, until somebody has read it", async () => {
    const { clinic, user, show } = await open("accounts");
    const known = await clinic.commands.accounts();
    const twilio = known.status === "ok" && known.data.find((one) => one.provider === "twilio");
    if (!twilio) throw new Error("no account");
    const left = { ...twilio, state: "disconnected" as const };
    let goodbye: AccountView["goodbye"] = { credential_deleted: true, upstream: "unreachable", held_back: 1 };
    clinic.commands.accounts = async () => ({ status: "ok", data: [{ ...left, goodbye }] });
    clinic.commands.accountGoodbyeSeen = async () => {
      goodbye = null;
      return { status: "ok", data: null };
    };
    show();
    expect(await screen.findByRole("heading", { name: "Quayside telephone is disconnected" })).not.toHaveFocus();
    expect(screen.getByText(/could not be reached, so the right may still stand there/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("heading", { name: /is disconnected/ })).toBeNull());
  });

  it("stay as they are when somebody thinks better of it", async () => {
    const { clinic, user, show } = await open("accounts");
    show();
    const account = await screen.findByRole("article", { name: "quayside.dental" });
    const leave = within(account).getByRole("button", { name: "Disconnect…" });
    await user.click(leave);
    await user.keyboard("{Escape}");
    expect(within(account).getByRole("button", { name: "Disconnect…" })).toBeVisible();
    expect(asked(clinic, "accountDisconnect")).toEqual([]);
  });

  it("can be signed in again with a new token, without connecting a second account", async () => {
    const { clinic, user, show } = await open("accounts");
    show();
    const account = await screen.findByRole("article", { name: "quayside.dental" });
    await user.click(within(account).getByRole("button", { name: "Sign in again" }));
    expect(screen.getByRole("heading", { name: "Sign in to quayside.dental again" })).toHaveFocus();
    await user.type(screen.getByLabelText("Token"), "IGnew");
    await user.click(screen.getByRole("button", { name: "Check and connect Instagram" }));
    await waitFor(() =>
      expect(asked(clinic, "accountSignIn")).toEqual([
        ["account-instagram", { provider: "instagram", token: "IGnew" }],
      ]),
    );
    expect(asked(clinic, "accountConnect")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Done" }));
    await waitFor(() => expect(screen.getAllByRole("button", { name: "Sign in again" })[0]).toHaveFocus());
  });
});

describe("the network ledger", () => {
  it("has a line of its own for a sign-in that was only tried", async () => {
    const { clinic, show } = await open("network");
    const used = [{ host: "graph.instagram.com", sent: 700, received: 1_200_000 }];
    clinic.commands.networkConnecting = async () => ({ status: "ok", data: used });
    show();
    const row = await screen.findByRole("row", { name: /While connecting an account/ });
    expect(row).toHaveTextContent("graph.instagram.com");
    expect(row).toHaveTextContent("1.2 MB");
  });

  it("lists the hosts with what they are for and their bytes today", async () => {
    const { show } = await open("network");
    show();
    const row = await screen.findByRole("row", { name: /api\.twilio\.com/ });
    expect(row).toHaveTextContent(/Texts, WhatsApp and calls of Quayside telephone/);
    expect(row).toHaveTextContent("1.2 MB");
  });

  it("says so when nothing went out", async () => {
    const { clinic, show } = await open("network");
    bendAccounts(clinic, () => []);
    show();
    expect(await screen.findByText(/Nothing went out or came in/)).toBeVisible();
  });

  it("does not say so while part of the answer is missing", async () => {
    const { clinic, show } = await open("network");
    bendAccounts(clinic, () => []);
    clinic.commands.networkConnecting = async () => refused("unexpected");
    show();
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.queryByText(/Nothing went out or came in/)).toBeNull();
  });

  it("keeps the newest answer when an older one comes after it", async () => {
    const { clinic, show } = await open("network");
    bendAccounts(clinic, () => []);
    const answers: ((sent: number) => void)[] = [];
    clinic.commands.networkConnecting = () =>
      new Promise((answer) => {
        answers.push((sent) => answer({ status: "ok", data: [{ host: "graph.instagram.com", sent, received: 0 }] }));
      });
    show();
    await waitFor(() => expect(answers).toHaveLength(1));
    clinic.say([{ is: "stale", topics: ["accounts"] }]);
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(2_000_000);
    answers[0]?.(1_000_000);
    expect(await screen.findByRole("row", { name: /graph\.instagram\.com/ })).toHaveTextContent("2 MB");
    await Promise.resolve();
    expect(screen.getByRole("row", { name: /graph\.instagram\.com/ })).toHaveTextContent("2 MB");
  });
});

describe("the keys", () => {
  it("are all listed, with words for each", async () => {
    const { show } = await open("keys");
    show();
    for (const one of keymap) expect(screen.queryByText(`key-${one.command}`)).toBeNull();
    expect(screen.getAllByRole("button", { name: /^One more key for / })).toHaveLength(keymap.length);
    expect(screen.getAllByText(keycap("ctrl+k", false)).length).toBeGreaterThan(0);
  });

  it("leave out single keys where they are switched off", async () => {
    const { clinic } = await open("keys");
    await app.show({ ...clinic.info, settings: { ...clinic.info.settings, single_keys: false } });
    render(KeyList);
    expect(screen.getByText(/Single keys are switched off/)).toBeVisible();
    const reply = screen.getByText("Reply").closest("div");
    expect([...(reply?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent)).toEqual(["Ctrl R"]);
  });
});

describe("about", () => {
  it("tells the version and shows a notice when it is opened", async () => {
    const { user, show } = await open("about");
    show();
    expect(screen.getByText("Version 0.1.0")).toBeVisible();
    const summary = screen.getByText("IBM Plex Sans");
    await user.click(summary);
    expect(await screen.findByText(/SIL OPEN FONT LICENSE/i)).toBeInTheDocument();
  });
});
