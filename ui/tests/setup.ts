/** What jsdom lacks and the screen needs: sizes of things, and words to be loaded. */
import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeEach, vi } from "vitest";
import { speak } from "../src/i18n/i18n.svelte";

/** Everything is as tall as a row; a list is as tall as eight. */
const ROW = 72;
const LIST = 600;
const WIDE = 1440;

const tall = (of: Element) => (of.hasAttribute("data-viewport") ? LIST : ROW);

class Sizes implements ResizeObserver {
  #told: ResizeObserverCallback;
  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }
  observe(target: Element): void {
    const height = tall(target);
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
    queueMicrotask(() => this.#told([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}

/** Nothing is ever in view, unless a test says so. */
class NothingInView {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}

vi.stubGlobal("IntersectionObserver", NothingInView);
globalThis.ResizeObserver = Sizes;
window.ResizeObserver = Sizes;
// Nothing is drawn here; whoever asks for a canvas is told so without a word in the log.
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
Element.prototype.scrollBy = () => {};
Element.prototype.setPointerCapture = () => {};
Element.prototype.hasPointerCapture = () => false;
Element.prototype.getClientRects = () => [{ width: 10, height: 10 }] as unknown as DOMRectList;
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  get() {
    return this.parentElement;
  },
});
Object.defineProperty(HTMLElement.prototype, "clientHeight", {
  get() {
    return tall(this);
  },
});

beforeEach(async () => {
  window.innerWidth = WIDE;
  window.matchMedia ??= vi.fn(() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never;
  await speak("en");
});
afterEach(() => cleanup());
