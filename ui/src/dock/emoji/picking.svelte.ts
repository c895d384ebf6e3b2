/** Whether an emoji is being chosen above the dock, and where it goes. The field that offers it takes it. */
class Picking {
  open = $state(false);
  /** Puts the sign where the cursor was; set by the field while it is shown. */
  take: ((sign: string) => void) | undefined;
  /** Gives the focus back to the field. */
  back: (() => void) | undefined;

  toggle(): boolean {
    if (!this.take) return false;
    this.open = !this.open;
    if (!this.open) this.back?.();
    return true;
  }

  chose(sign: string): void {
    this.open = false;
    this.take?.(sign);
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.back?.();
  }
}

export const picking = new Picking();
