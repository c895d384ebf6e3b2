/** Tells when somebody can have read a thing: it is in view, in a window that has the focus. */

/** Most of it; of what is taller than the window, a good part of the window. */
const PART = 0.6;
const TALL = 0.4;

/** An action: calls `seen` once its element is in view; without `seen` it watches nothing. */
export function inView(node: HTMLElement, seen: (() => void) | undefined) {
  let stop: (() => void) | undefined;

  function watch(tell: (() => void) | undefined): void {
    stop?.();
    stop = undefined;
    if (!tell) return;
    let visible = false;
    const look = () => {
      if (!visible || !document.hasFocus()) return;
      stop?.();
      stop = undefined;
      tell();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        const tall = (last?.intersectionRect.height ?? 0) >= innerHeight * TALL;
        visible = last?.isIntersecting === true && (last.intersectionRatio >= PART || tall);
        look();
      },
      { threshold: [0, 0.2, 0.4, PART, 1] },
    );
    observer.observe(node);
    addEventListener("focus", look);
    stop = () => {
      observer.disconnect();
      removeEventListener("focus", look);
    };
  }

  watch(seen);
  return { update: watch, destroy: () => stop?.() };
}
