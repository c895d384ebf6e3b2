/**
 * The moment the screen shows. It moves on by itself every few seconds, and every second while something on the
 * screen counts seconds, so that a waiting time or a window that closes never needs a reload.
 */
import { platform } from "../platform/context";

const SLOW = 10_000;
const FAST = 1_000;

let shown = $state(0);
let timer: ReturnType<typeof setInterval> | undefined;
let seconds = 0;

function start(): void {
  clearInterval(timer);
  timer = setInterval(tick, seconds > 0 ? FAST : SLOW);
}

function tick(): void {
  shown = platform().now();
}

/** Milliseconds since 1970, as the screen sees it now. */
export function now(): number {
  return shown || platform().now();
}

/** Starts the clock of the screen; the answer stops it. */
export function startTicking(): () => void {
  tick();
  start();
  // After sleep the timers are late: look at the clock as soon as somebody looks at the screen.
  const look = () => tick();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
  };
}

/** Counts every second until the answer is called. */
export function countSeconds(): () => void {
  seconds += 1;
  tick();
  start();
  return () => {
    seconds -= 1;
    start();
  };
}
