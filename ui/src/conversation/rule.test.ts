import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { byOrigin, MINUTE } from "../platform/fake/build";
import type { DeliveryState } from "../wire/bindings";

async function withRule(body: string, state: DeliveryState) {
  const desk = await openClinic();
  const of = desk.clinic.conversations.find((one) => one.name === "Ottilie Brandt");
  if (!of) throw new Error("Ottilie is there");
  const at = desk.clinic.now() - MINUTE;
  of.items.push(byOrigin(at, body, { is: "rule", rule: "outside_hours", stopped: false }, state));
  await desk.opens("Ottilie Brandt");
  return desk;
}

describe("what a rule wrote", () => {
  it("says by which rule, and is stopped for this patient with a way back", async () => {
    const desk = await withRule("We are closed.", { is: "accepted", at: 0, receipt_overdue: false });
    const log = within(screen.getByRole("log"));
    expect(log.getByText("By the rule “Outside opening hours”")).toBeVisible();
    await desk.user.click(log.getByRole("button", { name: "Stop for Ottilie Brandt" }));
    await desk.passes(50);
    expect(log.getByText("Stopped for Ottilie Brandt")).toBeVisible();
    expect(desk.clinic.called.at(-1)?.args.slice(1)).toEqual(["outside_hours", true]);
    await desk.user.click(log.getByRole("button", { name: "Start again for Ottilie Brandt" }));
    await desk.passes(50);
    expect(desk.clinic.called.filter((one) => one.command === "ruleStop").at(-1)?.args[2]).toBe(false);
    expect(log.queryByText("Stopped for Ottilie Brandt")).toBeNull();
  });

  it("follows the core when it is started again elsewhere", async () => {
    const desk = await withRule("We are closed.", { is: "accepted", at: 0, receipt_overdue: false });
    const log = within(screen.getByRole("log"));
    await desk.user.click(log.getByRole("button", { name: "Stop for Ottilie Brandt" }));
    await desk.passes(50);
    const of = desk.person("Ottilie Brandt");
    const tells = async (stopped: boolean) => {
      const item = of.items.at(-1);
      if (item?.body.is !== "message") throw new Error("a rule wrote last");
      const told = { ...item, body: { ...item.body, origin: { is: "rule", rule: "outside_hours", stopped } as const } };
      of.items = [...of.items.slice(0, -1), told];
      desk.clinic.changed(of, [told]);
      await desk.passes(50);
    };
    await tells(true);
    expect(log.getByText("Stopped for Ottilie Brandt")).toBeVisible();
    await tells(false);
    expect(log.queryByText("Stopped for Ottilie Brandt")).toBeNull();
  });

  it("is one grey line with the reason when it did not leave", async () => {
    await withRule("", { is: "held_back", why: "practice_open", at: 0, due: null });
    const log = within(screen.getByRole("log"));
    expect(log.getByText("Not sent by the rule “Outside opening hours”. The practice had opened.")).toBeVisible();
    expect(log.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});
