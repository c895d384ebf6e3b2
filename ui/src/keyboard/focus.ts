/**
 * Keeps the focus somewhere. When what had it goes away (a row that left, a button that did its work, a dialog), the
 * nearest place that is still there takes over; when the window comes back to the front, the focus is where it was, so
 * that the first key after Alt+Tab works. WebView2 forgets it there.
 *
 * Holds: whoever moved the focus on purpose keeps it: this acts only when nothing has it, a moment after the change.
 * Nobody who typed something loses the field: a field that is still there takes the focus back before anything else.
 * Refused: watching for clicks on bare paper. A pointer may rest the focus; only what vanishes is replaced.
 */
import { focusPane, type Pane } from "../frame/panes";

const nowhere = () => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === document.documentElement;
};

const takes = (element: HTMLElement | undefined): element is HTMLElement =>
  element?.isConnected === true && !element.matches(":disabled") && element.getClientRects().length > 0;

/** Something inside that takes the focus. */
const first = (inside: Element): HTMLElement | undefined =>
  [...inside.querySelectorAll<HTMLElement>('button, [href], input, textarea, select, [tabindex="0"]')].find(takes);

/** Watches until the answer is called. */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined;
  /** Where the work was before something short-lived took the focus (a toast, a dialog, a menu) or the bar below. */
  let work: HTMLElement | undefined;
  /** The dialog it is in, of whatever kind. */
  let inside: Element | null = null;
  let pane: Pane | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target === document.body) return;
    last = event.target;
    const around = last.closest<HTMLElement>('[data-pane]:not([data-pane="notices"], [data-pane="status"])');
    if (around) pane = around.dataset.pane as Pane;
    inside = last.closest('[role="dialog"]');
    if (!inside && (around || last.closest("main"))) work = last;
  };

  const restore = () => {
    if (!nowhere()) return;
    // What lies over everything has the focus. A picker above the dock lies over nothing: it counts for who was in it.
    const over = [...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? (inside?.isConnected ? inside : null);
    if (over) {
      (takes(last) && over.contains(last) ? last : first(over))?.focus();
      return;
    }
    if (takes(last)) last.focus({ preventScroll: true });
    else if (takes(work)) work.focus();
    else if (!(pane && focusPane(pane))) focusPane("list") || focusPane("conversation");
  };

  // Who put something else in its place focuses that within the same breath; this waits for it.
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(restore, 50);
  };
  // What is put somewhere else, like a line that is kept at the top from now on, loses the focus on its way.
  const changed = (records: MutationRecord[]) => {
    const moved = () => records.some((record) => [...record.removedNodes].some((node) => last && node.contains(last)));
    if (last && nowhere() && (!takes(last) || moved())) later();
  };

  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", remember);
  window.addEventListener("focus", restore);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener("focusin", remember);
    window.removeEventListener("focus", restore);
  };
}
