import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { lockedFor } from "../../platform/fake/accounts";
import { refused } from "../../platform/fake/clinic";
import { app } from "../../state/app.svelte";
import type { Code, LockedClinic } from "../../wire/bindings";
import { asked, clinicAt } from "../invented";
import Locked from "./Locked.svelte";

const code = "7KQF 2MXR D9TC H4WB QZ8N 3VJP YA6E K5GS R2DX N7CH TM4Q 8BWF J6ZA 01E3";

async function lock(why: Code, more: Partial<LockedClinic> = {}) {
  const locked = lockedFor(why, more);
  const clinic = await clinicAt(locked);
  render(Locked, { locked });
  return { clinic, user: userEvent.setup() };
}

describe("the locked screen", () => {
  const reasons: Code[] = [
    "keychain_locked",
    "keychain_missing",
    "key_missing",
    "wrong_key",
    "database_from_newer_version",
    "database_damaged",
    "database_missing",
    "key_file_damaged",
    "database_not_ours",
    "already_open",
    "folder_not_local",
    "folder_read_only",
    "disk_full",
    "unexpected",
  ];

  it.each(reasons)("has words of its own for %s, with something to do, and never offers to delete", async (why) => {
    await lock(why, { recovery_helps: false });
    const heading = screen.getByRole("heading", { level: 1 });
    expect(heading.textContent).not.toMatch(/^locked-/);
    expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled();
    expect(document.querySelectorAll("details li").length).toBeGreaterThan(1);
    for (const button of screen.getAllByRole("button"))
      expect(button).not.toHaveTextContent(/delete|erase|reset|new clinic/i);
  });

  it("says the same thing in different words for different reasons", async () => {
    const words = new Set<string>();
    for (const why of reasons) {
      const { unmount } = render(Locked, { locked: lockedFor(why, { recovery_helps: false }) });
      words.add(screen.getByRole("heading", { level: 1 }).textContent ?? "");
      unmount();
    }
    expect(words.size).toBe(reasons.length);
  });

  it("offers the recovery code only where it helps", async () => {
    await lock("disk_full");
    expect(screen.queryByRole("button", { name: "Use the recovery code" })).toBeNull();
  });

  it("opens when the key store is open at the next try", async () => {
    const { clinic, user } = await lock("keychain_locked");
    clinic.commands.unlockRetry = clinic.commands.demoStart;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(app.info?.phase.phase).toBe("open"));
  });

  it("says that nothing changed when it did not help", async () => {
    const { user } = await lock("keychain_locked");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Still the same.")).toBeVisible();
  });

  it("takes a code in any shape and hands it over as it was printed", async () => {
    const { clinic, user } = await lock("key_missing");
    await user.click(screen.getByRole("button", { name: "Use the recovery code" }));
    const field = screen.getByLabelText("Recovery code");
    expect(field).toHaveFocus();
    await user.type(field, code.toLowerCase().replaceAll(" ", "-"));
    expect(screen.getByText("56 of 56 characters")).toBeVisible();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(app.info?.phase.phase).toBe("open"));
    expect(asked(clinic, "unlockWithRecovery")).toEqual([[code, null]]);
  });

  it("counts what is missing instead of asking the core with half a code", async () => {
    const { clinic, user } = await lock("key_missing");
    await user.click(screen.getByRole("button", { name: "Use the recovery code" }));
    await user.type(screen.getByLabelText("Recovery code"), "7kqf 2mxr{Enter}");
    expect(screen.getByLabelText("Recovery code")).toHaveAccessibleDescription(/56 characters, here are 8/);
    expect(asked(clinic, "unlockWithRecovery")).toEqual([]);
  });

  it("says so when the code belongs to another clinic, and keeps what was typed", async () => {
    const { clinic, user } = await lock("wrong_key");
    clinic.commands.unlockWithRecovery = async () => refused("wrong_recovery_code");
    await user.click(screen.getByRole("button", { name: "Use the recovery code" }));
    await user.type(screen.getByLabelText("Recovery code"), `${code}{Enter}`);
    await waitFor(() => expect(screen.getByLabelText("Recovery code")).toBeInvalid());
    expect(screen.getByLabelText("Recovery code")).toHaveValue(code);
  });

  it("asks for a new pass-phrase with the code where no key store would take the key", async () => {
    const { clinic, user } = await lock("keychain_missing");
    await user.click(screen.getByRole("button", { name: "Use the recovery code" }));
    await user.type(screen.getByLabelText("Recovery code"), code);
    await user.type(screen.getByLabelText("New pass-phrase"), "too short");
    await user.click(screen.getByRole("button", { name: "Open the clinic" }));
    expect(screen.getByLabelText("New pass-phrase")).toBeInvalid();
    expect(asked(clinic, "unlockWithRecovery")).toEqual([]);
    await user.clear(screen.getByLabelText("New pass-phrase"));
    await user.type(screen.getByLabelText("New pass-phrase"), "snow lies on the roof");
    await user.type(screen.getByLabelText("The pass-phrase once more"), "snow lies on  the roof");
    await user.click(screen.getByRole("button", { name: "Open the clinic" }));
    await waitFor(() => expect(app.info?.phase.phase).toBe("open"));
    expect(asked(clinic, "unlockWithRecovery")).toEqual([[code, "snow lies on the roof"]]);
  });
});

describe("a clinic behind a pass-phrase", () => {
  it("asks for it, and opens with it", async () => {
    const { user } = await lock("passphrase_needed");
    const field = screen.getByLabelText("Pass-phrase");
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute("type", "password");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    await user.type(field, "the rain falls on stones{Enter}");
    await waitFor(() => expect(app.info?.phase.phase).toBe("open"));
  });

  it("says that it was not the phrase, keeps what was typed, and never speaks of a key store", async () => {
    const { user } = await lock("passphrase_needed");
    const field = screen.getByLabelText("Pass-phrase");
    await user.type(field, "the rain falls{Enter}");
    await waitFor(() => expect(field).toHaveAccessibleDescription(/^That is not the pass-phrase\./));
    expect(field).toHaveValue("the rain falls");
    expect(document.body).not.toHaveTextContent(/key store/);
    await user.type(field, " on");
    expect(field).not.toBeInvalid();
  });

  it("does not ask the core with nothing", async () => {
    const { clinic, user } = await lock("passphrase_needed");
    await user.click(screen.getByRole("button", { name: "Open the clinic" }));
    expect(screen.getByLabelText("Pass-phrase")).toBeInvalid();
    expect(asked(clinic, "unlockWithPassphrase")).toEqual([]);
  });

  it("leads to the recovery code when it was forgotten", async () => {
    const { user } = await lock("passphrase_needed");
    await user.click(screen.getByRole("button", { name: "Use the recovery code" }));
    expect(screen.getByLabelText("New pass-phrase")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByLabelText("Pass-phrase")).toBeVisible();
  });
});

describe("a damaged database", () => {
  const begin = "Begin with an empty inbox…";

  it("says where it was put, and promises no backup", async () => {
    await lock("database_damaged");
    expect(screen.getByText(/anteroom\.db\.damaged-/)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/backup|restore/i);
  });

  it("offers an empty inbox only where one can be begun", async () => {
    await lock("database_damaged", { start_over: false });
    expect(screen.queryByRole("button", { name: begin })).toBeNull();
  });

  it("says what stays and what happens, and asks for the practice before it begins", async () => {
    const { clinic, user } = await lock("database_damaged");
    await user.click(screen.getByRole("button", { name: begin }));
    expect(screen.getByText(/Anteroom deletes nothing/)).toBeVisible();
    expect(screen.getByText(/connect the accounts again/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Begin with an empty inbox" }));
    expect(screen.getByLabelText("Name of the practice")).toHaveFocus();
    expect(asked(clinic, "startOver")).toEqual([]);
    await user.type(screen.getByLabelText("Name of the practice"), "Quayside Dental");
    await user.type(screen.getByLabelText("Your name"), "Edie Marlowe{Enter}");
    await waitFor(() => expect(app.clinic?.name).toBe("Quayside Dental"));
    expect(asked(clinic, "startOver")).toEqual([
      [{ clinic_name: "Quayside Dental", country: "GB", zone: "Europe/London", staff_name: "Edie Marlowe" }],
    ]);
  });

  it("can be left as it is", async () => {
    const { clinic, user } = await lock("database_damaged");
    await user.click(screen.getByRole("button", { name: begin }));
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
    expect(asked(clinic, "startOver")).toEqual([]);
  });
});
