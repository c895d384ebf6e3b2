/**
 * What was typed as a recovery code, brought into the shape it was printed in. The core forgives the same things; here it
 * is so that a person sees at once how many characters are still missing and which one can be in no code.
 */

/** Fourteen groups of four: 256 bits and what checks them. */
export const CODE_LENGTH = 56;
const ALPHABET = /^[0-9A-HJKMNP-TV-Z]$/;

/** The characters that count, as printed: capitals, no dashes, 0 for O, 1 for I and L. */
export function plainCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-\u2010-\u2015\u2212]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** `7F3A 19C2 …` */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The first character that no code has, if there is one. */
export function strayCharacter(code: string): string | undefined {
  return [...code].find((letter) => !ALPHABET.test(letter));
}

/** A group as it was typed equals a group as it was printed. */
export function sameGroup(typed: string, printed: string): boolean {
  return plainCode(typed) === plainCode(printed);
}
