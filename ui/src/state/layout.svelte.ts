/**
 * The columns. 1440 and wider: sidebar, list, conversation, card. From 1200: the sidebar is a rail. Below 1200: the
 * card is a drawer over the conversation. Below 900: list and conversation take turns. Below 480, which is a usual
 * window with letters four times as large: the rail is a strip over everything, and what has no room goes below.
 */
import { recallNumber, remember } from "./memory";

export const listWidths = { least: 280, most: 440, usual: 352 };
export const cardWidths = { least: 280, most: 400, usual: 312 };

function within(value: number, range: typeof listWidths): number {
  return Math.min(range.most, Math.max(range.least, Math.round(value)));
}

class Layout {
  /** Of the window, in pixels of the usual letter size: larger letters leave room for fewer columns. */
  width = $state(1440);
  list = $state(listWidths.usual);
  card = $state(cardWidths.usual);
  /** The drawer is open (below 1200). */
  drawer = $state(false);
  /** What is shown where only one of them fits. */
  turn = $state<"list" | "conversation">("list");

  readonly rail = $derived(this.width < 1440);
  readonly cardIsDrawer = $derived(this.width < 1200);
  readonly oneAtATime = $derived(this.width < 900);
  readonly strip = $derived(this.width < 480);

  follow(): () => void {
    const measure = () => this.measure();
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }

  measure(): void {
    const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    this.width = (innerWidth * 16) / letters;
  }

  /** Takes the widths of last time. */
  load(): void {
    this.list = within(recallNumber("list-width") ?? listWidths.usual, listWidths);
    this.card = within(recallNumber("card-width") ?? cardWidths.usual, cardWidths);
  }

  setList(width: number): void {
    this.list = within(width, listWidths);
    remember("list-width", this.list);
  }

  setCard(width: number): void {
    this.card = within(width, cardWidths);
    remember("card-width", this.card);
  }
}

export const layout = new Layout();
