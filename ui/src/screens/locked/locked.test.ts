import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refused } from "../../platform/fake/clinic";
import { app } from "../../state/app.svelte";
import type { Code } from "../../wire/bindings";
import { asked, clinicAt } from "../invented";
import Locked from "./Locked.svelte";

const code = "7KQF 2MXR D9TC H4WB QZ8N 3VJP YA6E K5GS R2DX N7CH TM4Q 8BWF J6ZA 01E3";

async function lock(why: Code, recoveryHelps = true) {
  const clinic = await clinicAt({ phase: "locked", why, recovery_helps: recoveryHelps });
  render(Locked, { why, recoveryHelps });
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
    "already_open",
    "folder_not_local",
    "folder_read_only",
    "disk_full",
    "unexpected",
  ];

  it.each(reasons)("has words of its own for %s, with something to do, and never offers to delete", async (why) => {
    await lock(why, false);
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
      const { unmount } = render(Locked, { why, recoveryHelps: false });
      words.add(screen.getByRole("heading", { level: 1 }).textContent ?? "");
      unmount();
    }
    expect(words.size).toBe(reasons.length);
  });

  it("offers the recovery code only where it helps", async () => {
    await lock("disk_full", false);
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
    expect(asked(clinic, "unlockWithRecovery")).toEqual([[code]]);
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
});
