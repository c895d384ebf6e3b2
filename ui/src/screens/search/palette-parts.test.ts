import { describe, expect, it } from "vitest";
import type { SearchResults } from "../../wire/bindings";
import type { Doing } from "./commands";
import { fits } from "./fold";
import { optionGroups } from "./options";
import { filtersFor, tooFewDigits, understand, withFilter } from "./typed";

const doing = (label: string, combo = ""): Doing => ({ id: label, label, combo, icon: "zap", run: () => {} });
const found: SearchResults = {
  people: [
    { patient: "p", name: [{ text: "Farah", hit: true }], birth_date: null, channels: ["sms"], conversation: "c" },
  ],
  conversations: [{ conversation: "d", name: [{ text: "@farah.n", hit: true }], channel: "instagram", last_at: 1 }],
  messages: [
    {
      conversation: "c",
      item: "i",
      position: "1",
      kind: "note",
      name: "Farah",
      ours: true,
      snippet: [],
      channel: "sms",
      at: 1,
    },
  ],
  more: null,
  range_from: null,
  took_ms: 2,
};
const names = (text: string, results?: SearchResults) =>
  optionGroups(text, results, [doing("Reply", "r")], [doing("Inbox", "ctrl+1"), doing("Settings: Look")]).map(
    (group) => group.name,
  );

describe("what is typed into the palette", () => {
  it("is words, commands after >, or people after @", () => {
    expect(understand("crown ")).toEqual({ mode: "all", words: "crown " });
    expect(understand(" >  dark")).toEqual({ mode: "commands", words: "dark" });
    expect(understand("@lei")).toEqual({ mode: "people", words: "lei" });
  });

  it("is compared without case and accents, word by word", () => {
    expect(fits("Schließen, Übersicht", "ubers")).toBe(true);
    expect(fits("Done, and the next one", "next done")).toBe(true);
    expect(fits("Done, and the next one", "ext")).toBe(false);
  });

  it("shows who and what was found between what can be done here and anywhere", () => {
    expect(names("r", found)).toEqual(["here", "people", "conversations", "messages"]);
    expect(names("", undefined)).toEqual(["here", "do", "filters"]);
  });

  it("shows only people after @ and only commands after >", () => {
    expect(names("@farah", found)).toEqual(["people", "conversations"]);
    expect(names(">", found)).toEqual(["here", "do"]);
  });

  it("offers a filter as soon as its name is begun, and writes it in place of the beginning", () => {
    expect(filtersFor("crown ch")).toEqual(["channel"]);
    expect(filtersFor("crown c")).toEqual([]);
    expect(filtersFor("channel:sms")).toEqual([]);
    expect(withFilter("crown ch", "channel")).toBe("crown channel:");
  });

  it("knows that three digits are too few for a number", () => {
    expect(tooFewDigits("077")).toBe(true);
    expect(tooFewDigits("0770")).toBe(false);
    expect(tooFewDigits("abc")).toBe(false);
  });
});
