/**
 * A new pass-phrase, typed twice. The core looks again; here it is so that a person sees at once what is missing.
 */

const FEWEST_WORDS = 4;
const FEWEST_LETTERS = 16;

/** At least four different words with sixteen letters or signs together. */
function isStrong(typed: string): boolean {
  const words = typed
    .normalize("NFKC")
    .split(/\s+/u)
    .filter((word) => word !== "");
  return new Set(words).size >= FEWEST_WORDS && [...words.join("")].length >= FEWEST_LETTERS;
}

/** Both are the same phrase; how many spaces there are between words does not matter. */
function same(one: string, other: string): boolean {
  const plain = (typed: string) => typed.normalize("NFKC").trim().replace(/\s+/gu, " ");
  return plain(one) === plain(other);
}

export class NewPassphrase {
  typed = $state("");
  again = $state("");

  get strong(): boolean {
    return isStrong(this.typed);
  }

  get same(): boolean {
    return same(this.typed, this.again);
  }

  get ready(): boolean {
    return this.strong && this.same;
  }

  /** The window keeps it no longer than it needs it. */
  forget(): void {
    this.typed = "";
    this.again = "";
  }
}
