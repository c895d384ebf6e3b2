/** What the in-memory clinic writes by itself: nothing, but it keeps what is said about it. */
import type { AutomaticView, RuleView } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import type { FakeClinic } from "./clinic";

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function rule(text: string): RuleView {
  const languages = ["en", "de", "sq", "ar", "fr", "es"];
  return {
    on: false,
    fallback: "en",
    words: languages.map((language) => ({ language, text: `${text} (${language})`, draft: true })),
  };
}

export function fakeAutomatic(clinic: FakeClinic): Pick<Commands, "automatic" | "automaticSave" | "ruleStop"> {
  let kept: AutomaticView = {
    outside: rule("{practice} is closed. We open again: {opens}. In an emergency call 112."),
    missed: rule("{practice}: we missed your call. {hours}"),
    missed_when: "always",
  };
  return {
    automatic: async () => ok(kept),
    automaticSave: async (next) => {
      kept = next;
      return ok(null);
    },
    ruleStop: async (id, name, stopped) => {
      const of = clinic.conversations.find((one) => one.id === id);
      if (!of) return { status: "error", error: { code: "not_found", params: {} } };
      for (const item of of.items) {
        const origin = item.body.is === "message" ? item.body.origin : undefined;
        if (origin?.is === "rule" && origin.rule === name) origin.stopped = stopped;
      }
      return ok(null);
    },
  };
}
