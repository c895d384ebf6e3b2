/** A pane whose best place cannot take the focus yet: a row is hidden until the list has measured it. */
import { describe, expect, it } from "vitest";
import { focusPane } from "./panes";

function pane(inner: string): HTMLElement {
  document.body.innerHTML = `<section data-pane="list">${inner}</section>`;
  const made = document.querySelector<HTMLElement>("[data-pane]") as HTMLElement;
  made.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
  return made;
}

const frame = () => new Promise((done) => requestAnimationFrame(done));

describe("a pane", () => {
  it("holds the focus itself until its row is shown, and then hands it over", async () => {
    const made = pane("<button data-pane-focus disabled>Elif</button>");
    const row = made.querySelector("button") as HTMLButtonElement;
    expect(focusPane("list")).toBe(true);
    expect(made).toHaveFocus();
    await frame();
    expect(made).toHaveFocus();
    row.disabled = false;
    await frame();
    await frame();
    expect(row).toHaveFocus();
  });

  it("does not take the focus back from where somebody went meanwhile", async () => {
    const made = pane("<button data-pane-focus disabled>Elif</button>");
    document.body.append(document.createElement("input"));
    focusPane("list");
    const elsewhere = document.querySelector("input") as HTMLInputElement;
    elsewhere.focus();
    (made.querySelector("button") as HTMLButtonElement).disabled = false;
    await frame();
    await frame();
    expect(elsewhere).toHaveFocus();
  });
});
