import { describe, expect, it } from "vitest";
import { templates } from "../platform/fake/templates";
import { complete, problems } from "./template";

const moved = templates.find((one) => one.id === "template-moved-tr");

describe("the values of a template", () => {
  it("are checked by the channel's rules before anything is sent, and each problem names its blank", () => {
    if (!moved) throw new Error("the invented clinic has it");
    const wrong = (first: string, second: string) => problems(moved, { 1: first, 2: second });
    expect(wrong("Emre", " ")).toEqual([{ is: "empty", n: 2 }]);
    expect(wrong("Em\tre", "x")).toEqual([{ is: "line_break", n: 1 }]);
    expect(wrong("Emre", "a     b")).toEqual([{ is: "gap", n: 2 }]);
    expect(wrong("Emre", "a    b")).toEqual([]);
    expect(wrong("Emre", "x".repeat(1_100))[0]).toMatchObject({ is: "too_long", n: 2, most: 1024 });
    expect(complete(moved, { 1: "Emre", 2: "Cuma" })).toBe(true);
  });
});
