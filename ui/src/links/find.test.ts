import { describe, expect, it } from "vitest";
import { findLinks, safeUrl, trueHost } from "./find";

const urls = (text: string) => findLinks(text).flatMap((piece) => piece.url ?? []);

describe("addresses in a message", () => {
  it("are found with the words around them kept letter for letter", () => {
    const text = "My form: https://forms.example/a?b=1, thanks. Or (see www.example.org/x_(y)).";
    expect(
      findLinks(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
    expect(urls(text)).toEqual(["https://forms.example/a?b=1", "https://www.example.org/x_(y)"]);
  });

  it("are only web addresses", () => {
    expect(urls("javascript:alert(1) file:///etc/passwd data:text/html,x ftp://a.example mailto:a@b.example")).toEqual(
      [],
    );
    expect(safeUrl("https://")).toBeUndefined();
    expect(findLinks("http://[broken")).toEqual([{ text: "http://[broken" }]);
  });

  it("are shown and opened without the name that pretends to be another host", () => {
    expect(safeUrl("https://x@y.example/a?b=1")).toBe("https://y.example/a?b=1");
    expect(safeUrl("https://www.bank.example:secret@evil.example/login")).toBe("https://evil.example/login");
    expect(urls("see https://www.bank.example@evil.example/login")).toEqual(["https://evil.example/login"]);
    expect(safeUrl("https://x@")).toBeUndefined();
  });

  it("show the host that is really meant", () => {
    expect(trueHost("https://www.bank.example@evil.example/login")).toEqual({
      host: "evil.example",
      disguised: false,
      open: false,
    });
    const cyrillic = findLinks("https://pаypal.example/login")[0]?.url ?? "";
    expect(trueHost(cyrillic)).toMatchObject({ disguised: true });
    expect(trueHost(cyrillic).host).toContain("xn--");
    expect(trueHost("http://a.example").open).toBe(true);
  });

  it("leave a text without any alone", () => {
    expect(findLinks("See you at 10:30. Bring 2.5 kg")).toEqual([{ text: "See you at 10:30. Bring 2.5 kg" }]);
    expect(findLinks("")).toEqual([{ text: "" }]);
  });
});
