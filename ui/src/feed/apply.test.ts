import { describe, expect, it } from "vitest";
import { conversation, note, theirs } from "../platform/fake/build";
import { row } from "../platform/fake/rows";
import { applyRowPatches, applyTimeline, comparePositions } from "./apply";

const rowFor = (name: string) => row(conversation({ name, channel: "sms", address: "+44 7700 900 001" }), "listed");

describe("the list", () => {
  it("puts somebody new at the place the core names", () => {
    const [ada, bo, cy] = [rowFor("Ada"), rowFor("Bo"), rowFor("Cy")];
    expect(applyRowPatches([ada, cy], [{ is: "put", at: 1, row: bo }])?.map((one) => one.name)).toEqual([
      "Ada",
      "Bo",
      "Cy",
    ]);
  });

  it("moves a row that is put elsewhere, and never shows it twice", () => {
    const [ada, bo, cy] = [rowFor("Ada"), rowFor("Bo"), rowFor("Cy")];
    const moved = applyRowPatches([ada, bo, cy], [{ is: "put", at: 2, row: { ...ada, not_sent: 1 } }]);
    expect(moved?.map((one) => one.name)).toEqual(["Bo", "Cy", "Ada"]);
    expect(moved?.[2]?.not_sent).toBe(1);
  });

  it("applies patches in the order they come", () => {
    const [ada, bo] = [rowFor("Ada"), rowFor("Bo")];
    const after = applyRowPatches(
      [ada],
      [
        { is: "put", at: 0, row: bo },
        { is: "remove", id: ada.id },
        { is: "put", at: 1, row: ada },
      ],
    );
    expect(after?.map((one) => one.name)).toEqual(["Bo", "Ada"]);
  });

  it("asks to be read again when a place lies beyond the end", () => {
    expect(applyRowPatches([], [{ is: "put", at: 3, row: rowFor("Ada") }])).toBeUndefined();
  });

  it("lets go of somebody it does not hold without a word", () => {
    const ada = rowFor("Ada");
    expect(applyRowPatches([ada], [{ is: "remove", id: "somebody-else" }])).toEqual([ada]);
  });
});

describe("the timeline", () => {
  it("replaces an item in place and keeps the others as they are", () => {
    const [first, second] = [theirs(1_000, "first"), theirs(2_000, "second")];
    const changed = { ...first, body: { ...first.body, taken_back: true } } as typeof first;
    const after = applyTimeline([first, second], [changed], []);
    expect(after).toEqual([changed, second]);
    expect(after[1]).toBe(second);
  });

  it("sorts a late arrival by its place, not by when it came", () => {
    const [first, third] = [theirs(1_000, "first"), theirs(3_000, "third")];
    const second = note(2_000, "second", "Edie");
    expect(applyTimeline([first, third], [second], []).map((item) => item.id)).toEqual([first.id, second.id, third.id]);
  });

  it("takes out what is gone, also when it is put in the same news", () => {
    const first = theirs(1_000, "first");
    expect(applyTimeline([first], [first], [first.id])).toEqual([]);
  });

  it("orders places that are longer than a number can hold", () => {
    expect(comparePositions("9223372036854775806", "9223372036854775807")).toBeLessThan(0);
    expect(comparePositions("999", "1000")).toBeLessThan(0);
    expect(comparePositions("5", "5")).toBe(0);
  });
});
