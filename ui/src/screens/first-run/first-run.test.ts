import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeClinic, refused } from "../../platform/fake/clinic";
import { bendCheck } from "../../platform/fake/screens";
import { app } from "../../state/app.svelte";
import { asked, clinicAt } from "../invented";
import FirstRun from "./FirstRun.svelte";

const token = `IGAAT${"x9".repeat(40)}`;
const button = (name: RegExp | string) => screen.getByRole("button", { name });

async function toTheCode(user: UserEvent): Promise<void> {
  await user.type(screen.getByLabelText("Name of the practice"), "Quayside Dental");
  await user.type(screen.getByLabelText("Your name"), "Edie Marlowe");
  await user.click(button("Continue to the recovery code"));
  await screen.findByRole("list", { name: "Recovery code" });
}

async function toTheChannels(user: UserEvent): Promise<void> {
  await toTheCode(user);
  await user.click(button("I have it on paper"));
  await user.type(screen.getByLabelText("Group 3"), "d9 tc");
  await user.type(screen.getByLabelText("Group 9"), "r2dx");
  await user.click(button("Set up the clinic"));
  await screen.findByRole("heading", { name: "Connect Instagram" });
}

async function checkToken(user: UserEvent): Promise<void> {
  await user.type(screen.getByLabelText("Token"), token);
  await user.click(button("Check and connect Instagram"));
}

describe("the first start", () => {
  let clinic: FakeClinic;
  let user: UserEvent;

  beforeEach(async () => {
    clinic = await clinicAt({ phase: "first_run", no_keychain: null });
    user = userEvent.setup();
    render(FirstRun);
  });

  it("guesses the country from the computer", () => {
    expect(screen.getByLabelText("Country")).toHaveDisplayValue("United Kingdom");
  });

  it("names what is missing and goes to it instead of going on", async () => {
    await user.click(button("Continue to the recovery code"));
    expect(screen.getByLabelText("Name of the practice")).toHaveFocus();
    expect(screen.getByLabelText("Name of the practice")).toHaveAccessibleDescription(/Write the name/);
    expect(asked(clinic, "firstRunBegin")).toEqual([]);
  });

  it("prints the code on a page of its own, with the practice's name", async () => {
    await toTheCode(user);
    await user.click(button("Print the page"));
    expect(clinic.printed).toBe(1);
    const sheet = document.querySelector<HTMLElement>(".sheet");
    expect(sheet).toHaveTextContent("Quayside Dental");
    expect(sheet).toHaveTextContent("7KQF");
    expect(sheet).toHaveTextContent(/type the 14 groups/);
  });

  it("asks for two groups from paper, and hides the code meanwhile", async () => {
    await toTheCode(user);
    await user.click(button("I have it on paper"));
    expect(screen.queryByRole("list", { name: "Recovery code" })).toBeNull();
    await user.type(screen.getByLabelText("Group 3"), "D9TC");
    await user.type(screen.getByLabelText("Group 9"), "WRNG");
    await user.click(button("Set up the clinic"));
    expect(screen.getByLabelText("Group 9")).toBeInvalid();
    expect(screen.getByLabelText("Group 3")).not.toBeInvalid();
    expect(asked(clinic, "firstRunFinish")).toEqual([]);
  });

  it("keeps the same code when somebody goes back and forth, because it may be on paper already", async () => {
    await toTheCode(user);
    await user.click(button("Back"));
    await user.click(button("Continue to the recovery code"));
    await screen.findByRole("list", { name: "Recovery code" });
    expect(asked(clinic, "firstRunBegin")).toHaveLength(1);
  });

  it("creates the clinic once the groups are right, and forgets the code", async () => {
    await toTheChannels(user);
    expect(asked(clinic, "firstRunFinish")[0]?.[0]).toMatchObject({
      practice: {
        clinic_name: "Quayside Dental",
        country: "GB",
        zone: "Europe/London",
        staff_name: "Edie Marlowe",
      },
      recovery_check: ["D9TC", "R2DX"],
      passphrase: null,
    });
    expect(document.querySelector(".sheet")).toBeNull();
    expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
  });

  it("opens the desk without any channel when all are left for later", async () => {
    await toTheChannels(user);
    await user.click(button("Leave it for later"));
    await user.click(button("Leave it for later"));
    await user.click(button("Open the desk"));
    await waitFor(() => expect(app.clinic?.name).toBe("Quayside Dental"));
    expect(asked(clinic, "accountConnect")).toEqual([]);
  });

  it("connects Instagram when all four checks are fine, and lets go of the token", async () => {
    await toTheChannels(user);
    await checkToken(user);
    const checks = screen.getByRole("region", { name: "Four checks" });
    await waitFor(() => expect(within(checks).getAllByRole("img", { name: "Fine" })).toHaveLength(4));
    expect(asked(clinic, "accountConnect")).toEqual([[{ provider: "instagram", token }]]);
    expect(document.body.innerHTML).not.toContain(token);
    expect(button("Continue to WhatsApp, SMS and phone")).toBeEnabled();
  });

  it("takes spaces and line breaks out of a pasted token", async () => {
    await toTheChannels(user);
    await user.click(screen.getByLabelText("Token"));
    await user.paste(` ${token.slice(0, 20)} ${token.slice(20)} `);
    await waitFor(() => expect(asked(clinic, "accountConnect")).toEqual([[{ provider: "instagram", token }]]));
  });

  it("connects nothing while message access is switched off, says where the switch is, and asks again", async () => {
    bendCheck(clinic, { message_access_off: true });
    await toTheChannels(user);
    await checkToken(user);
    expect(await screen.findByText("Allow access to messages")).toBeVisible();
    expect(screen.getByText("Instagram keeps messages from other tools")).toBeVisible();
    expect(asked(clinic, "accountConnect")).toEqual([]);

    bendCheck(clinic, { message_access_off: false });
    await user.click(button("Check again"));
    await waitFor(() => expect(asked(clinic, "accountConnect")).toHaveLength(1));
  });

  it("asks again by itself, so that nobody has to come back from the telephone", async () => {
    bendCheck(clinic, { message_access_off: true });
    await toTheChannels(user);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
      await checkToken(user);
      await screen.findByText("Allow access to messages");
      expect(asked(clinic, "accountConnect")).toEqual([]);
      bendCheck(clinic, { message_access_off: false });
      await vi.advanceTimersByTimeAsync(20_500);
      expect(asked(clinic, "accountConnect")).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says which right is missing", async () => {
    bendCheck(clinic, { grants: ["see_own_account"], missing: ["read_and_answer_messages"] });
    await toTheChannels(user);
    await checkToken(user);
    const checks = screen.getByRole("region", { name: "Four checks" });
    expect(await within(checks).findByText("A right is missing")).toBeVisible();
    expect(within(checks).getByText("Read and answer direct messages")).toBeVisible();
  });

  it("does not send half a Twilio key anywhere", async () => {
    await toTheChannels(user);
    await user.click(button("Leave it for later"));
    await user.type(screen.getByLabelText("Account SID"), "SK123");
    await user.click(button("Check and connect Twilio"));
    expect(screen.getByLabelText("Account SID")).toHaveAccessibleDescription(/begins with AC/);
    expect(asked(clinic, "accountCheck")).toEqual([]);
  });

  it("shows which channels and numbers a Twilio key found", async () => {
    await toTheChannels(user);
    await user.click(button("Leave it for later"));
    await user.type(screen.getByLabelText("Account SID"), `AC${"a1".repeat(16)}`);
    await user.type(screen.getByLabelText("SID of the key"), `SK${"b2".repeat(16)}`);
    await user.type(screen.getByLabelText("Secret of the key"), "s3cr3t");
    await user.click(button("Check and connect Twilio"));
    const checks = screen.getByRole("region", { name: "Four checks" });
    expect(await within(checks).findByText("+44 20 7946 0158")).toBeVisible();
    for (const channel of ["WhatsApp", "SMS", "Phone"]) expect(within(checks).getByText(channel)).toBeVisible();
  });

  it("opens the demo clinic with one click", async () => {
    await user.click(button("Open the demo clinic"));
    await waitFor(() => expect(app.clinic?.demo).toBe(true));
  });
});

describe("the first start on a computer without a key store", () => {
  const words = "the rain falls on stones";

  async function toThePassphrase() {
    const clinic = await clinicAt({ phase: "first_run", no_keychain: "keychain_missing" });
    const user = userEvent.setup();
    render(FirstRun);
    await user.type(screen.getByLabelText("Name of the practice"), "Quayside Dental");
    await user.type(screen.getByLabelText("Your name"), "Edie Marlowe");
    await user.click(button("Continue to the pass-phrase"));
    await screen.findByRole("heading", { name: "Protect with a pass-phrase" });
    return { clinic, user };
  }

  it("says what a pass-phrase means before it asks for one", async () => {
    await toThePassphrase();
    expect(screen.getByText("It is asked at each start")).toBeVisible();
    expect(screen.getByText("Forgotten? The recovery code helps")).toBeVisible();
    expect(screen.getByLabelText("New pass-phrase")).toHaveAccessibleDescription(/four different words.*16 letters/);
  });

  it("goes on only with a phrase that is long enough, typed the same twice", async () => {
    const { clinic, user } = await toThePassphrase();
    await user.type(screen.getByLabelText("New pass-phrase"), "rain rain");
    await user.click(button("Continue to the recovery code"));
    expect(screen.getByLabelText("New pass-phrase")).toBeInvalid();
    expect(screen.getByLabelText("New pass-phrase")).toHaveFocus();
    await user.clear(screen.getByLabelText("New pass-phrase"));
    await user.type(screen.getByLabelText("New pass-phrase"), words);
    await user.type(screen.getByLabelText("The pass-phrase once more"), "the rain falls on stone");
    await user.click(button("Continue to the recovery code"));
    expect(screen.getByLabelText("The pass-phrase once more")).toBeInvalid();
    expect(asked(clinic, "firstRunBegin")).toEqual([]);
  });

  it("makes the clinic behind the phrase and forgets it", async () => {
    const { clinic, user } = await toThePassphrase();
    await user.type(screen.getByLabelText("New pass-phrase"), words);
    await user.type(screen.getByLabelText("The pass-phrase once more"), words);
    await user.click(button("Continue to the recovery code"));
    await screen.findByRole("list", { name: "Recovery code" });
    await user.click(button("I have it on paper"));
    await user.type(screen.getByLabelText("Group 3"), "d9tc");
    await user.type(screen.getByLabelText("Group 9"), "r2dx");
    await user.click(button("Set up the clinic"));
    await screen.findByRole("heading", { name: "Connect Instagram" });
    expect(asked(clinic, "firstRunFinish")[0]?.[0]).toMatchObject({ passphrase: words });
  });

  it("needs none when a key store has come meanwhile", async () => {
    const { clinic, user } = await toThePassphrase();
    clinic.info.phase = { phase: "first_run", no_keychain: null };
    await user.click(button("Look again"));
    await screen.findByRole("list", { name: "Recovery code" });
    expect(screen.queryByText("In place of a key store")).toBeNull();
  });

  it("is asked for one when the key store refuses the key at the end, with the same recovery code", async () => {
    const clinic = await clinicAt({ phase: "first_run", no_keychain: null });
    const user = userEvent.setup();
    render(FirstRun);
    const { firstRunFinish } = clinic.commands;
    clinic.commands.firstRunFinish = async () => {
      clinic.info.phase = { phase: "first_run", no_keychain: "keychain_locked" };
      clinic.commands.firstRunFinish = firstRunFinish;
      return refused("keychain_locked");
    };
    await toTheCode(user);
    await user.click(button("I have it on paper"));
    await user.type(screen.getByLabelText("Group 3"), "d9tc");
    await user.type(screen.getByLabelText("Group 9"), "r2dx");
    await user.click(button("Set up the clinic"));
    await screen.findByRole("heading", { name: "Protect with a pass-phrase" });
    await user.type(screen.getByLabelText("New pass-phrase"), words);
    await user.type(screen.getByLabelText("The pass-phrase once more"), words);
    await user.click(button("Continue to the recovery code"));
    await user.click(button("Set up the clinic"));
    await screen.findByRole("heading", { name: "Connect Instagram" });
    expect(asked(clinic, "firstRunBegin")).toHaveLength(1);
  });
});

describe("the first start without a simulator beside it", () => {
  it("does not offer the demo clinic", async () => {
    const clinic = await clinicAt({ phase: "first_run", no_keychain: null });
    await app.show({ ...clinic.info, demo_available: false });
    render(FirstRun);
    expect(screen.queryByRole("button", { name: "Open the demo clinic" })).toBeNull();
  });
});
