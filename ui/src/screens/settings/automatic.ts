/** Taking one change of the automatic replies back, piece by piece, so that what was changed since then stays. */
import type { AutomaticView, RuleView } from "../../wire/bindings";

/** Taken from `now`, unless it still is what the change made of it: then what was there before. */
function piece<T>(before: T, made: T, now: T): T {
  return JSON.stringify(now) === JSON.stringify(made) ? before : now;
}

function rule(before: RuleView, made: RuleView, now: RuleView): RuleView {
  const of = (some: RuleView, language: string) => some.words.find((one) => one.language === language);
  return {
    ...now,
    on: piece(before.on, made.on, now.on),
    fallback: piece(before.fallback, made.fallback, now.fallback),
    words: now.words.map((one) => piece(of(before, one.language), of(made, one.language), one) ?? one),
  };
}

/** What was kept before one change, with everything that changed after it. */
export function backTo(before: AutomaticView, made: AutomaticView, now: AutomaticView): AutomaticView {
  return {
    ...now,
    outside: rule(before.outside, made.outside, now.outside),
    missed: rule(before.missed, made.missed, now.missed),
    missed_when: piece(before.missed_when, made.missed_when, now.missed_when),
  };
}

/** The words as they are typed, everything else as the core has it. */
export function switchesOf(kept: AutomaticView, typed: AutomaticView): AutomaticView {
  return {
    ...kept,
    outside: { ...kept.outside, words: typed.outside.words },
    missed: { ...kept.missed, words: typed.missed.words },
  };
}
