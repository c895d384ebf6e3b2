/**
 * What the window needs from the outside: the commands of the core, its news, and files.
 *
 * Holds: everything else in `src` knows only this interface, so every screen runs in a plain browser and in tests
 * against the in-memory clinic (`fake`). Only `tauri.ts` imports `@tauri-apps/api`; a test watches over that.
 */
import type { ContactsFile, commands, DraftView, FeedBatch, WireError } from "../wire/bindings";

/** The commands of the core, exactly as they are generated. */
export type Commands = typeof commands;

/** What a command answers. */
export type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: WireError };

/** A sound that can be handed to an audio element until it is released. */
export type Sound = { url: string; release: () => void };

export interface Platform {
  readonly commands: Commands;
  /** Calls back with every batch of news, in order; the answer stops it. */
  onFeed(hear: (batch: FeedBatch) => void): Promise<() => void>;
  /** Seals a file into the store and adds it to the draft. */
  attach(conversation: string, name: string, bytes: Uint8Array): Promise<Answer<DraftView>>;
  /** Opens a file of contacts; the one that was open is let go. */
  openContacts(bytes: Uint8Array): Promise<Answer<ContactsFile>>;
  /** The address of a stored picture or film, to be put into `src`. */
  picture(attachment: string, small: boolean): string;
  /** Fetches a stored sound. Web views cannot stream from a scheme of our own, so it goes through memory. */
  sound(attachment: string): Promise<Sound>;
  /** Milliseconds since 1970, from the one clock the screen follows. */
  now(): number;
  /** Prints what is on the page (the recovery sheet). */
  print(): void;
  /** Puts words into the title of the system's window frame. */
  title(words: string): void;
}
