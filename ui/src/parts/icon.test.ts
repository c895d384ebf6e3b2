import { render } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import Icon from "./Icon.svelte";
import type { IconName } from "./icons";

const turns = (name: IconName) => render(Icon, { name }).container.querySelector("svg")?.classList.contains("flip");

describe("a drawing", () => {
  it.each<IconName>(["arrow-left", "chevron-left", "log-in", "undo-2", "redo-2", "reply", "send"])(
    "of something that points (%s) turns round where people read from right to left, however it came",
    (name) => expect(turns(name)).toBe(true),
  );

  it.each<IconName>(["clock", "history", "play", "phone", "check", "search"])("of %s stays as it is", (name) =>
    expect(turns(name)).toBe(false),
  );
});
