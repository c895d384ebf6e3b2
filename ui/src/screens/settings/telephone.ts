/** A number typed by a person, as E.164; `null` for none; `undefined` when it is not an international number. */
export function internationalNumber(typed: string): string | null | undefined {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s().\-\u2010-\u2015\u2066-\u2069\u200e\u200f/]/gu, "")
    .replace(/^00/, "+");
  if (plain === "") return null;
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : undefined;
}
