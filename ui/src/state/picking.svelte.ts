/** Which picker is open, and what it is about. */
export type About = {
  ids: readonly string[];
  /** Of the one conversation it is about; empty for many. */
  name: string;
};

export type Picking = { is: "snooze" | "assign" | "label"; about: About } | { is: "filter" };

class Picks {
  now = $state.raw<Picking | undefined>(undefined);

  open(picking: Picking): void {
    this.now = picking;
  }

  close(): void {
    this.now = undefined;
  }
}

export const picks = new Picks();
