/**
 * What the window remembers about itself over a restart: widths, queue, which conversation was open. The core keeps it
 * as one piece of text; the web view keeps nothing. Only ids and numbers, never a name or a word of anybody.
 */
import { platform } from "../platform/context";

const WAIT = 500;

let place: Record<string, string> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes over what the core kept; anything that is not ours to read is forgotten. */
export function loadPlace(kept: string | null): void {
  place = {};
  try {
    const read: unknown = JSON.parse(kept ?? "{}");
    if (typeof read !== "object" || read === null) return;
    for (const [name, value] of Object.entries(read)) if (typeof value === "string") place[name] = value;
  } catch {
    // A damaged note about widths is no reason to stop anybody.
  }
}

export function remember(name: string, value: string | number): void {
  place[name] = String(value);
  clearTimeout(timer);
  timer = setTimeout(() => void platform().commands.placeSave(JSON.stringify(place)), WAIT);
}

export function recall(name: string): string | undefined {
  return place[name];
}

export function recallNumber(name: string): number | undefined {
  const value = Number(place[name] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
