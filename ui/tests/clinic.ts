/**
 * A clinic to look at in tests: the whole window over the in-memory clinic, with its own time.
 *
 * Time only moves when a test says so (`passes`), so nothing waits and nothing races.
 */
import { render, screen, within } from "@testing-library/svelte";
import { userEvent } from "@testing-library/user-event";
import { vi } from "vitest";
import App from "../src/App.svelte";
import { usePlatform } from "../src/platform/context";
import type { Conversation } from "../src/platform/fake/build";
import { FakeClinic, type FakeOptions } from "../src/platform/fake/clinic";
import { app } from "../src/state/app.svelte";
import { inbox } from "../src/state/inbox.svelte";
import { layout } from "../src/state/layout.svelte";
import { picks } from "../src/state/picking.svelte";
import { toasts } from "../src/state/toasts.svelte";
import type { Settings } from "../src/wire/bindings";

export type Open = FakeOptions & { settings?: Partial<Settings>; width?: number };

export async function openClinic({ settings, width, ...options }: Open = {}) {
  vi.useFakeTimers({
    toFake: [
      "Date",
      "setTimeout",
      "clearTimeout",
      "setInterval",
      "clearInterval",
      "requestAnimationFrame",
      "cancelAnimationFrame",
    ],
  });
  if (width !== undefined) window.innerWidth = width;
  const clinic = new FakeClinic(options);
  clinic.info = { ...clinic.info, settings: { ...clinic.info.settings, ...settings } };
  usePlatform(clinic);
  app.view = "inbox";
  app.searchOpen = false;
  app.keysOpen = false;
  layout.drawer = false;
  layout.turn = "list";
  toasts.shown = [];
  picks.close();
  inbox.selected.clear();
  await app.start();
  const view = render(App);
  const user = userEvent.setup({ delay: null, advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  const desk = {
    clinic,
    user,
    container: view.container,
    /** Lets so much time pass at the desk. */
    passes: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** Closes the window, as a crash or a restart would. */
    close: async () => {
      view.unmount();
      await vi.advanceTimersByTimeAsync(50);
    },
    list: () =>
      screen.getByRole("listbox", { name: /^(Waiting|Mentions|Snoozed|Not sent|With the patient|Done|All|Spam)$/ }),
    row: (name: string | RegExp) => within(desk.list()).getByRole("option", { name }),
    rows: () => within(desk.list()).queryAllByRole("option"),
    conversation: () => screen.getByRole("region", { name: "Conversation" }),
    timeline: () => screen.getByRole("log"),
    card: () => screen.getByRole("complementary", { name: "Patient card" }),
    field: () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Write/ }),
    sendButton: () => screen.getByRole("button", { name: /^Send/ }),
    /** What a screen reader says about each row. */
    spoken: () => desk.rows().map((row) => row.querySelector(".sr")?.textContent ?? ""),
    /** Somebody of the invented people by name. */
    person: (name: string): Conversation => {
      const found = clinic.conversations.find((one) => one.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    },
    /** Opens somebody's conversation from the queue that holds them. */
    opens: async (name: string, queue?: "Not sent" | "All" | "Done") => {
      if (queue)
        await user.click(
          within(screen.getByRole("group", { name: "Queues" })).getByRole("button", { name: new RegExp(`^${queue}`) }),
        );
      await desk.passes(50);
      await user.click(desk.row(new RegExp(`^${name.replaceAll("+", "\\+")}`)));
      await desk.passes(50);
    },
    /** How often a command was called. */
    calls: (command: string) => clinic.called.filter((one) => one.command === command),
  };
  await desk.passes(50);
  return desk;
}

export type Desk = Awaited<ReturnType<typeof openClinic>>;
