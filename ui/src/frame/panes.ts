/**
 * F6 goes round the panes; each pane takes the focus where it was left, or at its most useful place. Short notices are
 * one of them while there are any: their way back must not need a pointer.
 */
export const panes = ["list", "conversation", "dock", "card", "status", "notices"] as const;
export type Pane = (typeof panes)[number];

function element(pane: Pane): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  return found && found.getClientRects().length > 0 ? found : null;
}

/** The place inside a pane that wants the focus first. */
function target(pane: HTMLElement): HTMLElement {
  return (
    // A field that is closed takes no focus; what stands beside it does.
    pane.querySelector<HTMLElement>("[data-pane-focus]:not(:disabled)") ??
    pane.querySelector<HTMLElement>(
      'button:not(:disabled), [href], input:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
    ) ??
    pane
  );
}

/** How many frames something may take to be measured and shown before the focus gives up on it. */
export const PATIENCE = 30;

export function focusPane(pane: Pane): boolean {
  const found = element(pane);
  if (!found) return false;
  const place = target(found);
  place.focus();
  if (document.activeElement !== place) {
    // Nothing in there takes the focus now: the pane does, so that F6 goes on from here and its words can be read.
    found.tabIndex = -1;
    found.focus();
    void focusOnceShown(found);
  }
  return true;
}

/** A row of a list is drawn, measured and only then visible, and nothing hidden takes the focus. */
async function focusOnceShown(pane: HTMLElement): Promise<void> {
  for (let frame = 0; frame < PATIENCE && document.activeElement === pane; frame += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    if (document.activeElement === pane) target(pane).focus();
  }
}

/** Moves the focus to the next pane that is on the screen, or the previous one. */
export function cyclePanes(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset.pane as Pane | undefined;
  const shown = panes.filter((pane) => element(pane));
  if (shown.length === 0) return;
  const at = here ? shown.indexOf(here) : -1;
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) focusPane(next);
}
