/** What jsdom lacks and the screen needs: sizes of things, and words to be loaded. */
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";
import { speak } from "../src/i18n/i18n.svelte";

/** Everything is as tall as a row; the list itself is as tall as eight. */
class Sizes implements ResizeObserver {
  #told: ResizeObserverCallback;
  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }
  observe(target: Element): void {
    const height = target.hasAttribute("data-viewport") ? 600 : 72;
    const contentRect = {
      width: 352,
      height,
      top: 0,
      left: 0,
      bottom: height,
      right: 352,
      x: 0,
      y: 0,
      toJSON: () => ({}),
    };
    const entry = { target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] };
    this.#told([entry], this);
  }
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = Sizes;
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
HTMLElement.prototype.getClientRects = () => [new DOMRect(0, 0, 10, 10)] as unknown as DOMRectList;
globalThis.DOMRect ??= class {} as typeof DOMRect;

beforeEach(async () => {
  localStorage.clear();
  await speak("en");
});
afterEach(() => cleanup());
