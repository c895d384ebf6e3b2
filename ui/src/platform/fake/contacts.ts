/** Files of contacts in the in-memory clinic: tables of commas with known headers, in small what the core does. */
import type { ContactField, ContactsCheck, ContactsFile, ContactsRun, ImportView } from "../../wire/bindings";
import type { Answer, Commands } from "../platform";
import { nextId, patient } from "./build";
import { type FakeClinic, ok, refused } from "./clinic";

const fields: Record<string, ContactField> = { name: "name", phone: "phone", email: "email", born: "birth_date" };
/** Rows of one step; small, so that tests see steps. */
const STEP = 3;

type Batch = ImportView & { patients: string[] };

/** The one open file, and what was imported. */
export class FakeContacts {
  file: ContactsFile | undefined;
  rows: string[][] = [];
  checked = false;
  run: ContactsRun | undefined;
  batches: Batch[] = [];

  open(bytes: Uint8Array): Answer<ContactsFile> {
    const text = new TextDecoder().decode(bytes);
    if (text.includes("\0")) return refused("contacts_broken", { line: "1" });
    const [headers = [], ...rows] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const mapping = headers.map((header) => fields[header.toLowerCase()] ?? "skip");
    this.rows = rows;
    this.file = { vcard: false, encoding: "UTF-8", delimiter: ",", headers, mapping, sample: [] };
    this.checked = false;
    this.run = undefined;
    return ok(this.shown(this.file));
  }

  shown(file: ContactsFile): ContactsFile {
    const sample = this.rows.slice(0, 10).map((row, i) => {
      const name = this.name(row);
      return { line: i + 2, name, birth_date: null, contacts: [], problem: name ? null : ("no_name" as const) };
    });
    return { ...file, sample };
  }

  name(row: string[]): string {
    return row.filter((_, i) => this.file?.mapping[i] === "name").join(" ");
  }
}

type Some = Pick<
  Commands,
  "contactsMap" | "contactsCheck" | "contactsRun" | "contactsClose" | "contactsExport" | "imports" | "importUndo"
>;

export function fakeContacts(clinic: FakeClinic): Some {
  const kept = clinic.contacts;
  const known = (name: string) => clinic.cards.some((card) => card.name === name);
  return {
    contactsMap: async (mapping) => {
      if (!kept.file) return refused("stale");
      kept.file = { ...kept.file, mapping };
      kept.checked = false;
      return ok(kept.shown(kept.file));
    },
    contactsCheck: async () => {
      if (!kept.file) return refused("stale");
      const found: ContactsCheck = {
        done: true,
        rows: kept.rows.length,
        good: 0,
        known: 0,
        possible: 0,
        bad: 0,
        doubles: [],
        bad_rows: [],
      };
      const torn = kept.rows.findIndex((row) => row.join().includes('"'));
      if (torn >= 0) return refused("contacts_broken", { line: String(torn + 2) });
      for (const [i, row] of kept.rows.entries()) {
        const [name, line] = [kept.name(row), i + 2];
        if (!name) {
          found.bad += 1;
          found.bad_rows.push({ line, problem: "no_name" });
        } else if (known(name)) {
          found.known += 1;
          found.doubles.push({ line, name, here: name, why: "same_person" });
        } else found.good += 1;
      }
      kept.checked = true;
      return ok(found);
    },
    contactsRun: async () => {
      if (!kept.file || !kept.checked) return refused("stale");
      const run = kept.run ?? { done: false, rows: 0, made: 0, known: 0, bad: 0, import: null };
      const next = { ...run };
      for (const row of kept.rows.slice(run.rows, run.rows + STEP)) {
        next.rows += 1;
        const name = kept.name(row);
        if (!name) next.bad += 1;
        else if (known(name)) next.known += 1;
        else {
          if (next.import === null) {
            next.import = nextId("import");
            const made = { at: clinic.now(), by: null, made: 0, undone_at: null, removed: 0, patients: [] };
            kept.batches.unshift({ id: next.import, ...made });
          }
          const one = patient(name);
          clinic.cards.push(one);
          next.made += 1;
          const [batch] = kept.batches;
          batch?.patients.push(one.id);
          if (batch) batch.made += 1;
        }
      }
      next.done = next.rows >= kept.rows.length;
      kept.run = next;
      if (next.done) kept.file = undefined;
      return ok(next);
    },
    contactsClose: async () => {
      kept.file = undefined;
      kept.run = undefined;
      return ok(null);
    },
    contactsExport: async () => ok("Downloads/patients 2026-11-24.csv"),
    imports: async () => ok(kept.batches.map(({ patients: _, ...view }) => view)),
    importUndo: async (batch) => {
      const found = kept.batches.find((one) => one.id === batch);
      if (!found) return refused("not_found");
      const gone = clinic.cards.filter((card) => found.patients.includes(card.id));
      clinic.cards = clinic.cards.filter((card) => !gone.includes(card));
      found.undone_at = clinic.now();
      found.removed += gone.length;
      return ok({ done: true, after: "0", removed: gone.length, stayed: found.patients.length - gone.length });
    },
  };
}
