/** Going somewhere, taking back the newest act, and keys that are meant for what lies on top. */
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { type Desk, openClinic } from "../../tests/clinic";
import { family } from "../../tests/people";
import type { PersonRow } from "../wire/bindings";
import { app } from "./app.svelte";
import { conversation } from "./conversation.svelte";
import { whole } from "./inbox.svelte";
import { layout } from "./layout.svelte";
import { people } from "./people.svelte";
import { toasts } from "./toasts.svelte";
import { views } from "./views.svelte";

const press = async (desk: Desk, keys: string, wait = 100) => {
  await desk.user.keyboard(keys);
  await desk.passes(wait);
};

describe("going from the palette", () => {
  it("leads to the page of a patient who never wrote", async () => {
    const desk = await openClinic({ people: family });
    const found = { patient: "patient-1", name: [{ text: "Ife Adeyemi", hit: true }], birth_date: null, channels: [] };
    const { search } = desk.clinic.commands;
    desk.clinic.commands.search = async (words, after) => {
      const answer = await search(words, after);
      if (answer.status === "error") return answer;
      const list = await desk.clinic.commands.people("Ife", null, 1);
      const patient = list.status === "ok" ? (list.data.people[0]?.patient ?? "") : "";
      return { ...answer, data: { ...answer.data, people: [{ ...found, patient, conversation: null }] } };
    };
    await press(desk, "{Control>}k{/Control}");
    await press(desk, "ife{Enter}");
    expect(app.view).toBe("patients");
    expect(screen.getByRole("heading", { name: "Ife Adeyemi" })).toBeInTheDocument();
  });

  it("turns to the conversation where only one column fits", async () => {
    const desk = await openClinic({ width: 700 });
    await press(desk, "{Control>}k{/Control}");
    await press(desk, "farah{Enter}");
    expect(layout.turn).toBe("conversation");
    expect(within(desk.conversation()).getByRole("heading", { level: 2 })).toHaveTextContent("Farah Mansour");
  });
});

describe("a list that staff keep", () => {
  it("is reached by the menu of the queues and by the palette where the sidebar is a rail", async () => {
    const desk = await openClinic({ width: 1280 });
    await views.keep([{ name: "Texts", filter: { ...whole("all"), channel: "sms" } }]);
    await desk.passes(50);
    await desk.user.click(screen.getByRole("button", { name: /^Queues: Waiting/ }));
    await desk.passes(50);
    await desk.user.click(screen.getByRole("menuitemradio", { name: "Texts" }));
    await desk.passes(100);
    expect(screen.getByRole("button", { name: "Queues: Texts" })).toBeInTheDocument();
    await press(desk, "{Control>}6{/Control}");
    await press(desk, "{Control>}k{/Control}");
    await press(desk, ">texts{Enter}", 300);
    expect(app.view).toBe("inbox");
    expect(screen.getByRole("button", { name: "Queues: Texts" })).toBeInTheDocument();
  });
});

describe("Ctrl+Z", () => {
  it("takes back a decision that is newer than the message still leaving", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await desk.user.type(desk.field(), "Come at 11:10");
    await press(desk, "{Control>}{Enter}{/Control}");
    desk.timeline().focus();
    await desk.passes(1_000);
    await press(desk, "m");
    expect(desk.calls("triage")).toHaveLength(1);
    await press(desk, "{Control>}z{/Control}");
    expect(desk.calls("triageUndo")).toHaveLength(1);
    expect(desk.calls("outboxUndo")).toHaveLength(0);
    await press(desk, "{Control>}z{/Control}");
    expect(desk.calls("outboxUndo")).toHaveLength(1);
  });

  it("goes the way back of the newest notice on any screen, while it is shown", async () => {
    const desk = await openClinic();
    await press(desk, "{Control>}6{/Control}");
    let back = 0;
    toasts.say("Looked through.", { words: "Undo", run: () => (back += 1) });
    toasts.say("Saved.");
    await press(desk, "{Control>}z{/Control}");
    expect(back).toBe(1);
    expect(screen.queryByText("Looked through.")).toBeNull();
    await press(desk, "{Control>}z{/Control}");
    expect(back).toBe(1);
  });
});

describe("keys while a dialog lies over the screen", () => {
  it("do nothing below it, but help and the size of the letters work", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    await press(desk, "s");
    expect(screen.getByRole("combobox")).toHaveFocus();
    await press(desk, "{Control>}6{/Control}{Control>}j{/Control}{Control>}k{/Control}");
    expect(app.view).toBe("inbox");
    expect(app.searchOpen).toBe(false);
    expect(screen.getByRole("combobox")).toHaveFocus();
    const before = app.settings?.text_size;
    await press(desk, "{Control>}+{/Control}");
    expect(app.settings?.text_size).not.toBe(before);
  });
});

describe("a selection", () => {
  it("is not what a key in the open conversation decides about", async () => {
    const desk = await openClinic();
    desk.row(/^Ottilie/).focus();
    await press(desk, "x");
    await desk.passes(50);
    await conversation.open(desk.person("Farah Mansour").id);
    await desk.passes(50);
    desk.timeline().focus();
    await press(desk, "m");
    expect(desk.calls("triage").at(-1)?.args[0]).toEqual([desk.person("Farah Mansour").id]);
  });
});

describe("the list of patients", () => {
  it("reaches as far as before when something changes, and goes by the keys that staff chose", async () => {
    people.typed = "";
    people.open = undefined;
    const desk = await openClinic({ settings: { single_keys: false } });
    const row = (n: number): PersonRow =>
      ({ patient: `p${n}`, name: `Person ${n}`, birth_date: null, channels: [] }) as never;
    desk.clinic.commands.people = async (_typed, after, limit) => {
      const from = Number(after ?? 0);
      const some = Array.from({ length: Math.min(limit, 200, 500 - from) }, (_, n) => row(from + n));
      return {
        status: "ok",
        data: { people: some, next: from + some.length < 500 ? String(from + some.length) : null },
      };
    };
    await press(desk, "{Control>}3{/Control}");
    for (let n = 0; n < 4; n += 1) await people.more();
    expect(people.rows).toHaveLength(300);
    people.again();
    await desk.passes(50);
    expect(people.rows).toHaveLength(300);
    const [first] = within(screen.getByRole("listbox", { name: "Patients" })).getAllByRole("option");
    first?.focus();
    await press(desk, "j");
    expect(first).toHaveFocus();
    await press(desk, "{ArrowDown}");
    expect(first).not.toHaveFocus();
  });
});
