/**
 * The keys in use: the usual ones, and those that staff chose instead. Everything that shows or hears a key asks here.
 *
 * Holds: two commands that can be meant at the same place never share a key. A chosen key takes it from whoever has it
 * as a usual one, also from a command that a later version brings. A choice that could not be kept is taken back.
 */
import { platform } from "../platform/context";
import { app } from "../state/app.svelte";
import type { KeyChoice, WireError } from "../wire/bindings";
import { type Combo, comboOf, isTyping } from "./combo";
import { type Binding, type Command, type Group, isSingle, keymap } from "./keymap";
import { refusal } from "./refusal";

const bindings = new Map(keymap.map((one) => [one.command, one]));

/** Whether the same press could mean both. */
function meet(a: Binding, b: Binding): boolean {
  return a !== b && (a.heard === "everywhere" || b.heard === "everywhere" || a.group === b.group);
}

type Chosen = ReadonlyMap<Command, readonly Combo[]>;

/** The keys of every command when these were chosen. */
function settled(chosen: Chosen): ReadonlyMap<Command, readonly Combo[]> {
  const taken = (by: Binding, combo: Combo) =>
    [...chosen].some(([command, combos]) => {
      const other = bindings.get(command);
      return other !== undefined && meet(other, by) && combos.includes(combo);
    });
  return new Map(
    keymap.map((one) => [one.command, chosen.get(one.command) ?? one.combos.filter((combo) => !taken(one, combo))]),
  );
}

class Keys {
  #chosen = $state.raw<Chosen>(new Map());
  readonly #settled = $derived(settled(this.#chosen));

  /** Takes over what the core kept. What this version does not know, or would refuse, is left out. */
  async load(): Promise<void> {
    const answer = await platform().commands.keys();
    if (answer.status !== "ok") return;
    const chosen = new Map<Command, readonly Combo[]>();
    for (const { command, combos } of answer.data) {
      const binding = bindings.get(command as Command);
      if (binding)
        chosen.set(
          binding.command,
          combos.filter((combo) => !refusal(combo, binding)),
        );
    }
    this.#chosen = chosen;
  }

  /** Every key of a command. */
  combos(command: Command): readonly Combo[] {
    return this.#settled.get(command) ?? [];
  }

  /** Those of them that are heard: single letters can be switched off. */
  heard(command: Command): readonly Combo[] {
    const singles = app.settings?.single_keys !== false;
    return this.combos(command).filter((combo) => singles || !isSingle(combo));
  }

  /** The key that is drawn beside the command's button. */
  first(command: Command): Combo {
    return this.heard(command)[0] ?? "";
  }

  /** The command that the window itself hears by this key. */
  everywhere(combo: Combo): Command | undefined {
    return this.#find(combo, (one) => one.heard === "everywhere");
  }

  /** The command that a piece of the window means by a press; single letters only while they are switched on. */
  meant(event: KeyboardEvent, group: Group): Command | undefined {
    const combo = comboOf(event, app.mac);
    if (!combo || (isSingle(combo) && isTyping(event.target))) return undefined;
    const found = this.#find(combo, (one) => one.heard === "by-piece" && one.group === group);
    return found && this.heard(found).includes(combo) ? found : undefined;
  }

  /** Another command that has this key already. */
  clash(command: Command, combo: Combo): Command | undefined {
    return this.#rivals(command, combo)[0];
  }

  /** Whether whoever has `combo` could take `before` in exchange. */
  canSwap(command: Command, before: Combo, combo: Combo): boolean {
    const [other, another] = this.#rivals(command, combo);
    const binding = other && bindings.get(other);
    if (!binding || another || refusal(before, binding)) return false;
    return this.#rivals(other, before).every((one) => one === command);
  }

  isUsual(command: Command): boolean {
    const usual = bindings.get(command)?.combos ?? [];
    const now = this.combos(command);
    return usual.length === now.length && usual.every((combo, i) => combo === now[i]);
  }

  get allUsual(): boolean {
    return keymap.every((one) => this.isUsual(one.command));
  }

  /** Gives a command a key in the place of another of its keys, or one more. Who had it gets `instead`, or goes without. */
  put(command: Command, before: Combo | undefined, combo: Combo, instead?: Combo): Promise<WireError | undefined> {
    const chosen = new Map(this.#chosen);
    for (const other of this.#rivals(command, combo)) {
      const theirs = this.combos(other).flatMap((one) => (one !== combo ? [one] : instead ? [instead] : []));
      chosen.set(other, [...new Set(theirs)]);
    }
    const had = this.combos(command);
    const mine = before === undefined ? [...had, combo] : had.map((one) => (one === before ? combo : one));
    chosen.set(command, [...new Set(mine)]);
    return this.#save(chosen);
  }

  /** Takes a key from a command. */
  drop(command: Command, combo: Combo): Promise<WireError | undefined> {
    return this.#save(
      new Map(this.#chosen).set(
        command,
        this.combos(command).filter((one) => one !== combo),
      ),
    );
  }

  /** Gives a command, or all of them, the usual keys again; whoever has one of these loses it. */
  reset(command?: Command): Promise<WireError | undefined> {
    if (!command) return this.#save(new Map());
    const chosen = new Map(this.#chosen);
    chosen.delete(command);
    for (const combo of bindings.get(command)?.combos ?? []) {
      for (const other of this.#rivals(command, combo)) {
        const left = (chosen.get(other) ?? this.combos(other)).filter((one) => one !== combo);
        chosen.set(other, left);
      }
    }
    return this.#save(chosen);
  }

  async #save(chosen: Chosen): Promise<WireError | undefined> {
    const before = this.#chosen;
    this.#chosen = chosen;
    const kept: KeyChoice[] = [...chosen]
      .filter(([command]) => !this.isUsual(command))
      .map(([command, combos]) => ({ command, combos: [...combos] }));
    const answer = await platform().commands.keysSave(kept);
    if (answer.status === "ok") return undefined;
    if (this.#chosen === chosen) this.#chosen = before;
    return answer.error;
  }

  /** Everybody else who has this key where it could mean both. */
  #rivals(command: Command, combo: Combo): Command[] {
    const binding = bindings.get(command);
    if (!binding) return [];
    return keymap
      .filter((one) => meet(one, binding) && this.combos(one.command).includes(combo))
      .map((one) => one.command);
  }

  #find(combo: Combo, which: (one: Binding) => boolean): Command | undefined {
    return keymap.find((one) => which(one) && this.combos(one.command).includes(combo))?.command;
  }
}

export const keys = new Keys();
