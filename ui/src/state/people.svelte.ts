/**
 * The list of all patients and the one that is open on its own page.
 *
 * Holds: an answer that comes after something else was typed or opened is thrown away. The list is read again when the
 * core says that a patient changed, as far as it was shown.
 */
import { feed } from "../feed/feed";
import { platform } from "../platform/context";
import type { PatientCard, PersonItem, PersonRow, TwinPair, WireError } from "../wire/bindings";

const PAGE = 60;
/** More at once the core does not give. */
const MOST = 200;

class People {
  typed = $state("");
  rows = $state.raw<readonly PersonRow[]>([]);
  next = $state<string | null>(null);
  /** The first answer is there. */
  loaded = $state(false);
  error = $state.raw<WireError | undefined>(undefined);
  pairs = $state.raw<readonly TwinPair[]>([]);
  morePairs = $state<string | null>(null);
  /** What the list shows. */
  shows = $state<"everybody" | "twins">("everybody");

  open = $state<string | undefined>(undefined);
  card = $state.raw<PatientCard | undefined>(undefined);
  history = $state.raw<readonly PersonItem[]>([]);
  older = $state<string | null>(null);

  #found: Promise<void> = Promise.resolve();
  #asked = 0;
  #opened = 0;

  start(): () => void {
    void this.read();
    void this.readPairs();
    if (this.open) void this.show(this.open);
    return feed.listen({
      stale: (topics) => topics.includes("patient_card") && this.again(),
      resync: () => this.again(),
    });
  }

  /** Somebody changed something: what is shown is read again. */
  again(): void {
    void this.read(Math.max(PAGE, this.rows.length));
    void this.readPairs();
    if (this.open) void this.show(this.open);
  }

  type(words: string): void {
    this.typed = words;
    this.shows = "everybody";
    this.#found = this.read();
  }

  /** The first of those whom the words that were typed find, however fast Enter follows them. */
  async first(): Promise<PersonRow | undefined> {
    await this.#found;
    return this.rows[0];
  }

  async read(limit = PAGE): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const rows: PersonRow[] = [];
    let next: string | null = null;
    // The core answers a piece at a time; the list is put in its place once it reaches as far as before.
    do {
      const answer = await platform().commands.people(this.typed, next, Math.min(MOST, limit - rows.length));
      if (asked !== this.#asked) return;
      this.loaded = true;
      this.error = answer.status === "error" ? answer.error : undefined;
      if (answer.status === "error") return;
      rows.push(...answer.data.people);
      next = answer.data.next;
    } while (next !== null && rows.length < limit);
    this.rows = rows;
    this.next = next;
  }

  async more(): Promise<void> {
    const [after, asked] = [this.next, this.#asked];
    if (after === null) return;
    const answer = await platform().commands.people(this.typed, after, PAGE);
    if (asked !== this.#asked || after !== this.next || answer.status === "error") return;
    const known = new Set(this.rows.map((row) => row.patient));
    this.rows = [...this.rows, ...answer.data.people.filter((row) => !known.has(row.patient))];
    this.next = answer.data.next;
  }

  async readPairs(): Promise<void> {
    const answer = await platform().commands.twins(null, PAGE);
    if (answer.status === "error") return;
    this.pairs = answer.data.pairs;
    this.morePairs = answer.data.next;
    if (this.pairs.length === 0) this.shows = "everybody";
  }

  async show(patient: string): Promise<void> {
    this.#opened += 1;
    const opened = this.#opened;
    if (this.open !== patient) {
      this.card = undefined;
      this.history = [];
    }
    this.open = patient;
    const { commands } = platform();
    const [card, history] = await Promise.all([commands.patientOpen(patient), commands.personTimeline(patient, null)]);
    if (opened !== this.#opened) return;
    if (card.status === "error") {
      this.open = undefined;
      return;
    }
    this.card = card.data;
    // Who was joined with another is shown as that one.
    this.open = card.data.patient?.id ?? patient;
    if (history.status === "error") return;
    this.history = history.data.items;
    this.older = history.data.older;
  }

  async earlier(): Promise<void> {
    const [patient, before] = [this.open, this.older];
    if (!patient || before === null) return;
    const answer = await platform().commands.personTimeline(patient, before);
    if (answer.status === "error" || patient !== this.open || before !== this.older) return;
    this.history = [...this.history, ...answer.data.items];
    this.older = answer.data.older;
  }
}

export const people = new People();
