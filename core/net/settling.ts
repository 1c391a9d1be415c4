/**
 * What has been released and has not been seen by both ends yet, and what has to wait until nothing is under way.
 *
 * Invariant: what comes from outside the lab (a stranger's bytes, a user's command) happens between two steps, never in
 * the middle of one. So a step is the same whatever the machine's event loop reports meanwhile.
 */
export class Settling {
  private flying = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly changed: () => void;

  /** @param changed hears that nothing is under way any more */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  get settled(): boolean {
    return this.flying === 0;
  }

  count(delta: 1 | -1): void {
    this.flying += delta;
    if (this.flying === 0) this.rest();
  }

  /** Runs `work` as something that is under way itself: what it leads to is over when this returns. */
  during(work: () => void): void {
    this.flying += 1;
    try {
      work();
    } finally {
      this.count(-1);
    }
  }

  /** Runs `work` between two steps: at once when nothing is under way, or else before anything more is released. */
  between(work: () => void): void {
    this.waiting.push(work);
    if (this.flying === 0) this.rest();
  }

  private rest(): void {
    for (let work = this.waiting.shift(); work; work = this.waiting.shift()) {
      this.flying += 1;
      try {
        work();
      } finally {
        this.flying -= 1;
      }
      // It has released something itself, which has to settle first.
      if (this.flying > 0) return;
    }
    this.changed();
  }
}
