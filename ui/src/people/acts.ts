/** What staff do with patients, each said in a few words afterwards, most with a way back. */
import { errorWords } from "../i18n/errors";
import { t } from "../i18n/i18n.svelte";
import { platform } from "../platform/context";
import type { Answer } from "../platform/platform";
import { toasts } from "../state/toasts.svelte";
import type { ConsentSet, Joined, PatientEdit } from "../wire/bindings";

/** The answer, or nothing once the trouble has been told. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<T | undefined> {
  const result = await answer;
  if (result.status === "ok") return result.data;
  toasts.trouble(errorWords(result.error));
  return undefined;
}

/** The same for what answers nothing. */
export async function done(answer: Promise<Answer<null>>): Promise<boolean> {
  return (await got(answer)) !== undefined;
}

export async function notSame(a: string, b: string, name: string, after: () => void): Promise<void> {
  if (!(await done(platform().commands.notSameSet(a, b, true)))) return;
  const back = async () => {
    if (await done(platform().commands.notSameSet(a, b, false))) after();
  };
  toasts.say(t("not-same-said", { name }), { words: t("undo"), run: () => void back() });
  after();
}

export async function part(merge: string, name: string, after: () => void): Promise<void> {
  if (!(await got(platform().commands.joinUndo(merge)))) return;
  toasts.say(t("parted", { name }));
  after();
}

export async function join(
  kept: string,
  gone: string,
  edit: PatientEdit,
  after: () => void,
): Promise<Joined | undefined> {
  const joined = await got(platform().commands.patientsJoin(kept, gone, edit));
  if (!joined) return undefined;
  const back = () => void part(joined.merge, edit.name, after);
  toasts.say(t("joined-said", { name: edit.name }), { words: t("undo"), run: back });
  after();
  return joined;
}

export async function whoWrites(conversation: string, patient: string, name: string): Promise<void> {
  const writer = await got(platform().commands.writerSet(conversation, patient));
  if (writer === undefined) return;
  const back = async () => void (await got(platform().commands.writerUndo(writer)));
  toasts.say(t("writer-said", { name }), { words: t("undo"), run: () => void back() });
}

export async function consent(set: ConsentSet, after: () => void): Promise<void> {
  if (await done(platform().commands.consentSet(set))) after();
}

export async function wantsNone(identity: string, out: boolean, after: () => void): Promise<void> {
  if (!(await done(platform().commands.optOutSet(identity, out)))) return;
  const back = () => void wantsNone(identity, !out, after);
  toasts.say(t(out ? "opt-out-set" : "opt-out-lifted"), { words: t("undo"), run: back });
  after();
}
