/** Chosen keys, and who is calling, in the in-memory clinic. */
import type { KeyChoice } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { FakeClinic } from "./clinic";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

const MINUTE = 60_000;

type Some = Pick<Commands, "keys" | "keysSave" | "callingNow">;

export function fakeKeys(clinic: FakeClinic): Some {
  let kept: KeyChoice[] = [];
  return {
    keys: async () => ok(kept),
    keysSave: async (keys) => {
      kept = keys;
      return ok(null);
    },
    callingNow: async () => {
      const now = clinic.now();
      const calls = clinic.conversations.flatMap((of) =>
        of.items.flatMap((item) => {
          if (item.body.is !== "call" || item.body.ours) return [];
          const goesOn = item.body.outcome === "ongoing";
          const over = item.at + (item.body.talk_seconds + (item.body.ring_seconds ?? 0)) * 1000;
          return goesOn || over >= now - 10 * MINUTE ? [{ of, at: item.at }] : [];
        }),
      );
      const newest = calls.toSorted((a, b) => b.at - a.at)[0];
      return ok(newest ? { conversation: newest.of.id, name: newest.of.name, since: newest.at } : null);
    },
  };
}
