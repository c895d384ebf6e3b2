/** Automatic accessibility rules on every state of a conversation, in every look of `axe.ts`. */
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { t } from "../src/i18n/i18n.svelte";
import { callum } from "../src/platform/fake/staff";
import { app } from "../src/state/app.svelte";
import { calling } from "../src/state/calling.svelte";
import { staff } from "../src/state/staff.svelte";
import { looks, open, problems } from "./axe";
import { type Desk, type Open, openClinic } from "./clinic";

const notSent = async (desk: Desk) => {
  const queue = document.querySelector<HTMLElement>('[data-queue="not_sent"]');
  if (!queue) throw new Error("no queues");
  await desk.user.click(queue);
  await desk.passes(50);
};

const states: [string, Open, (desk: Desk) => Promise<void>][] = [
  ["the list alone, in a demo", { demo: true }, async () => {}],
  ["nobody waiting", { people: () => [] }, async () => {}],
  ["a conversation with a picture, a voice note, a quote and notes", {}, (desk) => open(desk, "Farah Mansour")],
  ["every kind of message", {}, (desk) => open(desk, "@nadia.fotos")],
  ["a voicemail", {}, (desk) => open(desk, "+44 7700 900 271")],
  [
    "every state of sending",
    {},
    async (desk) => {
      await notSent(desk);
      await open(desk, "Imogen Lacey");
    },
  ],
  [
    "the template picker",
    {},
    async (desk) => {
      await notSent(desk);
      await open(desk, "Emre Aydin");
    },
  ],
  [
    "a note being written",
    {},
    async (desk) => {
      await open(desk, "Farah Mansour");
      await desk.user.keyboard("n");
      await desk.passes(20);
    },
  ],
  [
    "a note that offers whom to mention",
    {},
    async (desk) => {
      await open(desk, "Farah Mansour");
      await desk.user.keyboard("n");
      await desk.passes(20);
      await desk.user.keyboard("@c");
      await desk.passes(20);
      if (!document.querySelector('[role="listbox"] [role="option"].on')) throw new Error("nobody is offered");
    },
  ],
  [
    "a desk that a colleague left: their answer looked at, their note on top, the pad open",
    {},
    async (desk) => {
      const of = desk.person("Farah Mansour");
      desk.clinic.room.types(of, callum.id, { reply: "Come at 11:10" });
      await open(desk, "Farah Mansour");
      const take = document.querySelector<HTMLElement>(".began button");
      if (!take) throw new Error("nobody began an answer");
      await desk.user.click(take);
      desk.clinic.room.pad = [
        { id: "left", by: callum, at: desk.clinic.now(), text: "Back at three", seenBy: new Set() },
      ];
      await staff.read();
      staff.padOpen = true;
      await desk.passes(300);
      if (!document.querySelector(".slip")) throw new Error("no note is shown");
      expect(screen.getByRole("dialog")).toHaveTextContent("Back at three");
    },
  ],
  [
    "the card being filled in",
    {},
    async (desk) => {
      await open(desk, "Matteo Villani");
      const make = document.querySelector<HTMLElement>('[data-pane="card"] .btn');
      if (make) await desk.user.click(make);
      await desk.passes(20);
    },
  ],
  [
    "the card as a drawer",
    { width: 1024 },
    async (desk) => {
      await open(desk, "Farah Mansour");
      await desk.user.keyboard("p");
      await desk.passes(50);
    },
  ],
  [
    "what is asked before a recording is deleted at Twilio",
    {},
    async (desk) => {
      await open(desk, "+44 7700 900 271");
      await desk.user.click(screen.getByRole("button", { name: t("recording-delete") }));
      await desk.passes(50);
      expect(screen.getByRole("dialog")).toHaveTextContent(t("recording-delete-keep"));
    },
  ],
  [
    "a call that is being placed",
    {},
    async (desk) => {
      await open(desk, "+44 7700 900 271");
      await calling.place();
      await desk.passes(50);
      if (!document.querySelector(".call")) throw new Error("nothing rings");
    },
  ],
  [
    "the bar after the disk lost changes",
    {},
    async (desk) => {
      const { phase } = desk.clinic.info;
      if (phase.phase === "open") await app.show({ ...desk.clinic.info, phase: { ...phase, rolled_back: 4 } });
      await desk.passes(50);
      if (!document.querySelector(".lost")) throw new Error("nothing is said");
    },
  ],
  ["one column", { width: 800 }, (desk) => open(desk, "Farah Mansour")],
  [
    "the list of keys",
    {},
    async (desk) => {
      await desk.user.keyboard("?");
      await desk.passes(50);
    },
  ],
];

describe.each(looks)("accessibility rules in %s", (_, settings) => {
  it.each(states)("find nothing on %s", async (_name, options, prepare) => {
    const desk = await openClinic({ ...options, settings });
    await prepare(desk);
    expect(await problems()).toEqual([]);
  });
});

describe("the address of a link", () => {
  it("is asked about in an accessible dialog", async () => {
    const desk = await openClinic();
    await notSent(desk);
    await open(desk, "Imogen Lacey");
    await desk.user.click(screen.getByRole("button", { name: /^http:/ }));
    await desk.passes(50);
    expect(within(screen.getByRole("dialog")).getByRole("button", { name: "Stay here" })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });
});
