/** Whether an emoji is being chosen above the dock, and where it goes: to the field, or once to whoever borrows it. */
class Picking {
  open = $state(false);
  /** Puts the sign where the cursor was; set by the field while it is shown. */
  take: ((sign: string) => void) | undefined;
  /** Gives the focus back to the field. */
  back: (() => void) | undefined;
  #lent: { take: (sign: string) => void; back: () => void } | undefined;

  toggle(): boolean {
    if (!this.take) return false;
    this.#lent = undefined;
    this.open = !this.open;
    if (!this.open) this.back?.();
    return true;
  }

  /** The next sign is for somebody else than the field; `back` gives the focus back there. */
  lend(take: (sign: string) => void, back: () => void): void {
    this.#lent = { take, back };
    this.open = true;
  }

  chose(sign: string): void {
    this.open = false;
    const lent = this.#lent;
    this.#lent = undefined;
    if (lent) {
      lent.take(sign);
      lent.back();
    } else this.take?.(sign);
  }

  /** Closed on purpose: the focus goes back to whoever asked. */
  close(): void {
    const back = (this.#lent ?? this).back;
    if (this.leave()) back?.();
  }

  /** The focus is elsewhere already, and stays there. True when there was something to leave. */
  leave(): boolean {
    const was = this.open;
    this.open = false;
    this.#lent = undefined;
    return was;
  }
}

export const picking = new Picking();
