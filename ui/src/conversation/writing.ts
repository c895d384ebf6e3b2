/** Whether an answer that somebody began is being written at this moment, or lies there since a while. */
import type { WritingView } from "../wire/bindings";

/** Nobody thinks longer about a word. */
const PAUSE = 5 * 60_000;

export function isWriting(writing: WritingView, now: number): boolean {
  return now - writing.last < PAUSE;
}
