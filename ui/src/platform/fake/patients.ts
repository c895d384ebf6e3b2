/** Patients of the in-memory clinic: cards, the list, joining, shared numbers. */
import type { PatientCard, PatientEdit, PatientView, PersonRow, TwinPair } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import { type Conversation, nextId, patient } from "./build";
import type { FakeClinic } from "./clinic";
import { card, lastAt } from "./rows";

type Some = Pick<
  Commands,
  | "patientCard"
  | "patientCreate"
  | "patientEdit"
  | "patientLanguageSet"
  | "identityLink"
  | "linkUndo"
  | "linkCheck"
  | "consentSet"
  | "optOutSet"
  | "people"
  | "patientOpen"
  | "patientAdd"
  | "personTimeline"
  | "personFiles"
  | "twins"
  | "patientsCompare"
  | "patientsJoin"
  | "joinUndo"
  | "notSameSet"
  | "identityShare"
  | "identityShareUndo"
  | "writerSet"
  | "writerUndo"
>;

function ok<T>(data: T): Answer<T> {
  return { status: "ok", data: structuredClone(data) };
}

function refused<T>(code: "not_found" | "not_allowed" | "stale"): Answer<T> {
  return { status: "error", error: { code, params: {} } };
}

type Merge = { id: string; kept: PatientView; gone: PatientView; moved: Conversation[]; before: PatientView };

export function fakePatients(clinic: FakeClinic): Some & { cardBeside: (of: Conversation) => PatientCard } {
  const staff = () => (clinic.info.phase.phase === "open" ? clinic.info.phase.staff.name : "");
  const merges: Merge[] = [];
  const apart = new Set<string>();
  const everybody = (): PatientView[] => {
    const found = new Map(clinic.cards.map((one) => [one.id, one]));
    for (const of of clinic.conversations) {
      for (const one of [of.patient, ...of.sharedBy]) if (one) found.set(one.id, one);
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
  };
  const byId = (id: string) => everybody().find((one) => one.id === id);
  const talks = (id: string) =>
    clinic.conversations.filter(
      (one) => one.patient?.id === id || (one.writers.at(-1)?.person.patient === id && one.asksFrom === null),
    );
  const row = (one: PatientView): PersonRow => ({
    patient: one.id,
    name: one.name,
    preferred_name: one.preferred_name,
    birth_date: one.birth_date,
    channels: [...new Set(talks(one.id).map((of) => of.channel))],
  });
  const cardOf = (one: PatientView): PatientCard => {
    const [first] = talks(one.id);
    const found: PatientCard = first?.patient
      ? card(first, clinic.conversations, staff())
      : { patient: one, identities: [], could_be: [], shared_by: [], recent_calls: 0 };
    const twins = pairs().flatMap((pair) => {
      const other = pair.a.patient === one.id ? pair.b : pair.b.patient === one.id ? pair.a : undefined;
      return other ? [{ ...other, signs: pair.signs }] : [];
    });
    const joined = merges
      .filter((merge) => merge.kept.id === one.id)
      .map((merge) => ({
        merge: merge.id,
        name: merge.gone.name,
        by: staff(),
        at: clinic.now(),
        identities: merge.moved.length,
      }));
    return { ...found, patient: { ...one, twins, joined } };
  };
  const shown = (of: Conversation): PatientCard => {
    const writer = of.asksFrom === null ? of.writers.at(-1)?.person.patient : undefined;
    const one = of.patient ?? (writer ? byId(writer) : undefined);
    if (!one) return card(of, clinic.conversations, staff());
    const names = of.sharedBy.map((member) => ({ patient: member.id, name: member.name }));
    return { ...cardOf(one), could_be: of.couldBe, shared_by: names };
  };
  const values = (one: PatientView) => one.contacts.map((contact) => contact.value.toLowerCase());
  function pairs(): TwinPair[] {
    const all = everybody();
    return all.flatMap((a, i) =>
      all.slice(i + 1).flatMap((b) => {
        if (apart.has(`${a.id} ${b.id}`)) return [];
        const same = values(a).filter((value) => values(b).includes(value));
        if (same.length === 0) return [];
        const signs = same.map((value) => (value.includes("@") ? ("email" as const) : ("number" as const)));
        return [{ a: row(a), b: row(b), signs: [...new Set(signs)] }];
      }),
    );
  }
  const changed = () => {
    for (const of of clinic.conversations) if (of.patient) of.name = of.patient.name;
    clinic.say([{ is: "stale", topics: ["patient_card"] }]);
  };
  const made = (edit: PatientEdit): PatientView => ({ ...patient(edit.name), ...edit, since: clinic.now() });
  const ofIdentity = (identity: string) => clinic.find(identity.replace("identity-", ""));
  const all = (id: string) =>
    talks(id)
      .flatMap((of) => [...of.earlier, ...of.items].map((item) => ({ conversation: of.id, channel: of.channel, item })))
      .sort((a, b) => b.item.at - a.item.at);

  return {
    /** The card beside an open conversation. */
    cardBeside: shown,
    patientCard: async (conversation) => {
      const of = clinic.find(conversation);
      return of ? ok(shown(of)) : refused("not_found");
    },
    patientCreate: async (identity, edit) => {
      const of = ofIdentity(identity);
      if (!of) return refused("not_found");
      of.patient = made(edit);
      of.name = edit.name;
      of.nameIsHandle = false;
      of.couldBe = [];
      clinic.changed(of);
      return ok(shown(of));
    },
    patientEdit: async (id, edit) => {
      const one = byId(id);
      if (!one) return refused("not_found");
      Object.assign(one, edit);
      changed();
      for (const of of talks(id)) clinic.changed(of);
      return ok(null);
    },
    patientLanguageSet: async (id, language) => {
      const one = byId(id);
      if (!one) return refused("not_found");
      const before = one.language;
      one.language = language;
      for (const of of talks(id)) clinic.changed(of);
      changed();
      return ok(before);
    },
    identityLink: async (identity, id) => {
      const of = ofIdentity(identity);
      if (!of) return refused("not_found");
      const guess = of.couldBe.find((one) => one.patient === id);
      of.patient = byId(id) ?? { ...patient(guess?.name ?? of.name), id };
      of.name = of.patient.name;
      of.nameIsHandle = false;
      of.couldBe = [];
      clinic.changed(of);
      return ok(shown(of));
    },
    linkUndo: async (link) => {
      const of = clinic.find(link.replace("link-", ""));
      if (!of) return refused("not_found");
      of.patient = null;
      of.name = of.address;
      of.nameIsHandle = true;
      clinic.changed(of);
      return ok(shown(of));
    },
    linkCheck: async (link, how) => {
      const of = clinic.find(link.replace("link-", ""));
      if (!of) return refused("not_found");
      of.checked = how ? { how, at: clinic.now(), by: staff() } : null;
      changed();
      return ok(null);
    },
    consentSet: async ({ patient: id, ...said }) => {
      const one = byId(id);
      if (!one) return refused("not_found");
      one.consents.push({ ...said, at: clinic.now(), by: staff() });
      changed();
      return ok(null);
    },
    optOutSet: async (identity, out) => {
      const of = ofIdentity(identity);
      if (!of) return refused("not_found");
      if (!out && of.composer.opted_out && of.optedOutBy === null) return refused("not_allowed");
      of.composer.opted_out = out;
      of.optedOutBy = out ? staff() : null;
      changed();
      clinic.changed(of);
      return ok(null);
    },
    people: async (typed, after, limit) => {
      const words = typed.trim().toLowerCase();
      const fits = everybody().filter((one) =>
        [one.name, one.preferred_name, one.birth_date ?? "", ...values(one)].join(" ").toLowerCase().includes(words),
      );
      const from = after === null ? 0 : Number(after);
      const more = fits.length > from + limit;
      return ok({ people: fits.slice(from, from + limit).map(row), next: more ? String(from + limit) : null });
    },
    patientOpen: async (id) => {
      const one = byId(id);
      return one ? ok(cardOf(one)) : refused("not_found");
    },
    patientAdd: async (edit) => {
      const one = made(edit);
      clinic.cards.push(one);
      changed();
      return ok(cardOf(one));
    },
    personTimeline: async (id, before) => {
      const items = all(id);
      const from = before === null ? 0 : Number(before);
      const more = items.length > from + 50;
      return ok({ items: items.slice(from, from + 50), older: more ? String(from + 50) : null });
    },
    personFiles: async (id) => {
      const files = all(id).flatMap(({ item, ...where }) => {
        const body = item.body;
        if (body.is !== "message") return [];
        return body.attachments.map((file) => ({
          ...where,
          position: item.position,
          at: item.at,
          ours: body.ours,
          file,
        }));
      });
      return ok({ files, older: null });
    },
    twins: async () => ok({ pairs: pairs(), next: null }),
    patientsCompare: async (a, b) => {
      const [one, other] = [byId(a), byId(b)];
      if (!one || !other) return refused("not_found");
      const pair = pairs().find((found) => [found.a.patient, found.b.patient].every((id) => id === a || id === b));
      const differ = one.birth_date && other.birth_date && one.birth_date !== other.birth_date;
      return ok({
        a: cardOf(one),
        b: cardOf(other),
        evidence_for: pair?.signs ?? [],
        evidence_against: [
          ...(differ ? ["birth_date" as const] : []),
          ...(one.name === other.name ? [] : ["name" as const]),
        ],
        not_same: apart.has(`${a} ${b}`) || apart.has(`${b} ${a}`),
      });
    },
    patientsJoin: async (kept, gone, edit) => {
      const [one, other] = [byId(kept), byId(gone)];
      if (!one || !other || one === other) return refused("stale");
      const merge: Merge = {
        id: nextId("merge"),
        kept: one,
        gone: other,
        moved: clinic.conversations.filter((of) => of.patient?.id === gone),
        before: { ...one },
      };
      merges.push(merge);
      for (const of of merge.moved) of.patient = one;
      clinic.cards = clinic.cards.filter((some) => some !== other);
      Object.assign(one, edit, { contacts: [...one.contacts, ...other.contacts] });
      changed();
      return ok({ merge: merge.id, card: cardOf(one) });
    },
    joinUndo: async (id) => {
      const at = merges.findIndex((one) => one.id === id);
      const [merge] = at < 0 ? [] : merges.splice(at, 1);
      if (!merge) return refused("not_found");
      for (const of of merge.moved) of.patient = merge.gone;
      if (merge.moved.length === 0) clinic.cards.push(merge.gone);
      Object.assign(merge.kept, merge.before);
      changed();
      return ok(cardOf(merge.kept));
    },
    notSameSet: async (a, b, said) => {
      for (const key of [`${a} ${b}`, `${b} ${a}`]) said ? apart.add(key) : apart.delete(key);
      changed();
      return ok(null);
    },
    identityShare: async (identity, patients) => {
      const of = ofIdentity(identity);
      if (!of) return refused("not_found");
      of.sharedBy = patients.flatMap((id) => byId(id) ?? []);
      for (const one of of.sharedBy) if (!clinic.cards.includes(one)) clinic.cards.push(one);
      of.patient = null;
      of.name = of.address;
      of.nameIsHandle = true;
      of.asksFrom = of.items[0]?.position ?? null;
      changed();
      clinic.changed(of);
      return ok(shown(of));
    },
    identityShareUndo: async (identity) => {
      const of = ofIdentity(identity);
      if (!of) return refused("not_found");
      of.sharedBy = [];
      of.writers = [];
      of.asksFrom = null;
      changed();
      clinic.changed(of);
      return ok(shown(of));
    },
    writerSet: async (conversation, id) => {
      const [of, one] = [clinic.find(conversation), byId(id)];
      if (!of || !one) return refused("not_found");
      const from = of.asksFrom ?? of.writers.at(-1)?.from ?? "0";
      const writer = {
        id: nextId("writer"),
        from,
        person: { patient: id, name: one.name },
        by: staff(),
        at: lastAt(of),
      };
      of.writers = [...of.writers, writer];
      of.asksFrom = null;
      clinic.changed(of);
      changed();
      return ok(writer.id);
    },
    writerUndo: async (id) => {
      const of = clinic.conversations.find((one) => one.writers.some((writer) => writer.id === id));
      const writer = of?.writers.find((one) => one.id === id);
      if (!of || !writer) return refused("not_found");
      of.writers = of.writers.filter((one) => one.id !== id);
      if (of.writers.length === 0) of.asksFrom = writer.from;
      clinic.changed(of);
      changed();
      return ok(shown(of));
    },
  };
}
