/** Putting words into a field as if they had been typed, so that the web view's own undo takes them out again. */

export function putWords(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The only way into the field's undo; browsers keep it for that reason.
  if (typeof document.execCommand === "function" && document.execCommand("insertText", false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
