/**
 * The real platform: the core behind Tauri's bridge.
 *
 * A file goes over as raw bytes with its conversation and name in headers, because JSON would double its size. Names
 * are percent-encoded there: a header cannot carry every letter.
 */
import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { type ContactsFile, commands, type DraftView, events, type WireError } from "../wire/bindings";
import type { Answer, Platform, Sound } from "./platform";

/** `anteroom-media://localhost/<path>`, or the http form that WebView2 wants. */
function mediaAddress(path: string): string {
  return convertFileSrc("", "anteroom-media") + path;
}

/** Hands raw bytes over to a command. */
async function hand<T>(command: string, bytes: Uint8Array, headers: Record<string, string>): Promise<Answer<T>> {
  try {
    return { status: "ok", data: await invoke<T>(command, bytes, { headers }) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as WireError };
  }
}

async function sound(attachment: string): Promise<Sound> {
  const answer = await fetch(mediaAddress(attachment));
  if (!answer.ok) throw new Error("the sound is not there");
  const url = URL.createObjectURL(await answer.blob());
  return { url, release: () => URL.revokeObjectURL(url) };
}

export const platform: Platform = {
  commands,
  onFeed: (hear) => events.feed.listen((event) => hear(event.payload)),
  attach: (conversation, name, bytes) => {
    const headers = { "x-conversation": conversation, "x-file-name": encodeURIComponent(name) };
    return hand<DraftView>("draft_attach", bytes, headers);
  },
  openContacts: (bytes) => hand<ContactsFile>("contacts_open", bytes, {}),
  picture: (attachment, small) => mediaAddress(small ? `${attachment}/thumb` : attachment),
  sound,
  now: () => Date.now(),
  print: () => window.print(),
  // The shell hears the page's title change and names the window's frame by it; the page needs no right for that.
  title: (words) => {
    document.title = words;
  },
};
