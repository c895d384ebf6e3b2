/** The platform in use. Set once before the first screen is drawn; tests set their own. */
import type { Platform } from "./platform";

let current: Platform | undefined;

export function usePlatform(platform: Platform): void {
  current = platform;
}

export function platform(): Platform {
  if (!current) throw new Error("no platform was set before the window was drawn");
  return current;
}
