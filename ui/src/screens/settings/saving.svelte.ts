/** Saves one setting at a time and keeps what went wrong for the page to say. */
import { app } from "../../state/app.svelte";
import type { Settings, WireError } from "../../wire/bindings";

export class Saving {
  error = $state.raw<WireError | undefined>(undefined);

  async set(change: Partial<Settings>): Promise<void> {
    if (app.settings) this.error = await app.save({ ...app.settings, ...change });
  }
}
