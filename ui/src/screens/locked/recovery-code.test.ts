import { describe, expect, it } from "vitest";
import { CODE_LENGTH, grouped, plainCode, sameGroup, strayCharacter } from "./recovery-code";

const printed = "7KQF 2MXR D9TC H4WB QZ8N 3VJP YA6E K5GS R2DX N7CH TM4Q 8BWF J6ZA 01E3";

describe("a recovery code typed from paper", () => {
  it("is the same in small letters, with dashes, line breaks and O for 0", () => {
    const typed = printed.toLowerCase().replaceAll(" ", "-").replace("01e3", "ol\ne3");
    expect(plainCode(typed)).toBe(plainCode(printed));
    expect(plainCode(typed)).toHaveLength(CODE_LENGTH);
  });

  it("is handed over in groups of four", () => {
    expect(grouped(plainCode(printed))).toBe(printed);
  });

  it("has a character that is in no code pointed out", () => {
    expect(strayCharacter(plainCode("7KQF 2MU"))).toBe("U");
    expect(strayCharacter(plainCode("7KQF é"))).toBe("É");
    expect(strayCharacter(plainCode(printed))).toBeUndefined();
  });

  it("proves a group only when all of it is right", () => {
    expect(sameGroup("d9 tc", "D9TC")).toBe(true);
    expect(sameGroup("D9T", "D9TC")).toBe(false);
    expect(sameGroup("", "D9TC")).toBe(false);
  });
});
