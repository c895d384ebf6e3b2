import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openClinic } from "../../tests/clinic";
import { HOUR } from "../platform/fake/build";

type Desk = Awaited<ReturnType<typeof openClinic>>;

const asked = "Lovely, thanks! Is there anything I should bring along on Thursday?";
const bubble = () => {
  const found = within(screen.getByRole("log")).getByText(asked).closest("article");
  if (!found) throw new Error("not in a message");
  return found;
};
const chips = () =>
  [...bubble().querySelectorAll(".chip")].map(
    (one) => (one as HTMLElement).innerText || one.textContent?.trim().replace(/\s+/g, " "),
  );

async function choices(desk: Desk) {
  await desk.user.click(within(bubble()).getByRole("button", { name: "React" }));
  await desk.passes(50);
  return screen.getByRole("menu", { name: "React to this message" });
}

async function reacts(desk: Desk, emoji: string) {
  await desk.user.click(within(await choices(desk)).getByRole("menuitemradio", { name: emoji }));
  await desk.passes(50);
}

const sent = (desk: Desk) =>
  desk.clinic.called.filter((one) => one.command === "reactionSet").map((one) => one.args[1]);

describe("a reaction of staff", () => {
  it("is dashed until it stands there, and says who and how", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    await reacts(desk, "❤️");
    const chip = within(bubble()).getByRole("button", { name: /reacted with ❤️: on its way\. Press to take it back/ });
    expect(chip).toHaveClass("pencil");
    expect(desk.row(/Ottilie Brandt/), "she still waits for an answer").toBeVisible();
    await desk.passes(500);
    const there = within(bubble()).getByRole("button", { name: /Edie Marlowe reacted with ❤️: the patient can see it/ });
    expect(there).not.toHaveClass("pencil");
  });

  it("is taken back by choosing it again, or by pressing it", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    await reacts(desk, "👍");
    await desk.passes(500);
    const menu = await choices(desk);
    expect(within(menu).getByRole("menuitemradio", { name: "👍" })).toHaveAttribute("aria-checked", "true");
    await desk.user.click(within(menu).getByRole("menuitemradio", { name: "👍" }));
    await desk.passes(500);
    expect(chips()).toEqual([]);
    await reacts(desk, "🙏");
    await desk.passes(500);
    await desk.user.click(within(bubble()).getByRole("button", { name: /🙏/ }));
    await desk.passes(20);
    expect(within(bubble()).getByRole("button", { name: /being taken back\. Press to keep it/ })).toHaveClass("pencil");
    await desk.passes(500);
    expect(chips()).toEqual([]);
    expect(sent(desk)).toEqual(["👍", null, "🙏", null]);
  });

  it("is chosen by the keys, and the focus comes back to the message", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    const button = within(bubble()).getByRole("button", { name: "React" });
    button.focus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    await waitFor(() => expect(screen.getByRole("menuitemradio", { name: "❤️" })).toHaveFocus());
    await desk.user.keyboard("{ArrowRight}");
    expect(screen.getByRole("menuitemradio", { name: "👍" })).toHaveFocus();
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(sent(desk)).toEqual(["👍"]);
    await waitFor(() => expect(within(bubble()).getByRole("button", { name: "React" })).toHaveFocus());
  });

  it("can be any emoji", async () => {
    const desk = await openClinic();
    await desk.opens("Ottilie Brandt");
    await desk.user.click(within(await choices(desk)).getByRole("menuitem", { name: "More emoji" }));
    await desk.passes(50);
    const find = await screen.findByRole("combobox", { name: "Find an emoji" });
    await waitFor(() => expect(document.querySelectorAll('#emoji-grid [role="option"]').length).toBeGreaterThan(10));
    await desk.user.type(find, "tooth");
    await desk.user.keyboard("{Enter}");
    await desk.passes(50);
    expect(sent(desk)).toEqual(["🦷"]);
    expect(desk.field(), "nothing went into the reply").toHaveValue("");
    expect(within(bubble()).getByRole("button", { name: "React" })).toHaveFocus();
  });

  it("waits while we are offline", async () => {
    const desk = await openClinic();
    desk.clinic.network(false);
    await desk.opens("Ottilie Brandt");
    await reacts(desk, "❤️");
    await desk.passes(5_000);
    expect(within(bubble()).getByRole("button", { name: /leaves when we are online/ })).toHaveClass("pencil");
  });

  it("says why it stopped, and can be let go", async () => {
    const desk = await openClinic();
    const of = desk.person("Ottilie Brandt");
    const item = of.items.find((one) => one.body.is === "message" && !one.body.ours);
    if (item?.body.is !== "message") throw new Error("no message");
    const why = { is: "failed", why: "unreachable" } as const;
    item.body.reactions = [
      { emoji: "❤️", ours: true, by: "Callum Reid", state: { is: "stopped", why, leaving: false, unclear: true } },
    ];
    await desk.opens("Ottilie Brandt");
    expect(bubble()).toHaveTextContent(
      "The reaction was not sent. Instagram cannot reach this address. Instagram did not answer, so the patient may see it all the same.",
    );
    await desk.user.click(within(bubble()).getByRole("button", { name: "Let it go" }));
    await desk.passes(500);
    expect(chips()).toEqual([]);
  });

  it("is not offered where the channel has none, or once the time to reply is over", async () => {
    const desk = await openClinic();
    await desk.opens("Farah Mansour");
    expect(within(desk.timeline()).queryByRole("button", { name: "React" })).toBeNull();
    await desk.opens("Ottilie Brandt");
    expect(within(bubble()).getByRole("button", { name: "React" })).toBeVisible();
    await desk.passes(3 * HOUR);
    expect(within(bubble()).queryByRole("button", { name: "React" })).toBeNull();
  });
});
