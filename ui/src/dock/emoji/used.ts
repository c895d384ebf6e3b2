/** The emoji that were put in last, newest first. Kept with the window's place, so that they are there after a restart. */
import { recall, remember } from "../../state/memory";

const MOST = 20;

export function usedEmoji(): string[] {
  return (recall("emoji") ?? "").split(" ").filter(Boolean).slice(0, MOST);
}

export function noteEmoji(sign: string): void {
  remember("emoji", [sign, ...usedEmoji().filter((one) => one !== sign)].slice(0, MOST).join(" "));
}
