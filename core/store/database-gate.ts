/** The one way into the tables of a database: open, shut, or slow. */

/** Every operation of a database that is down. */
export class DatabaseUnavailable extends Error {
  constructor() {
    super('the database is not available');
    this.name = 'DatabaseUnavailable';
  }
}

export class DatabaseGate {
  /** Ids of the faults that keep it shut. */
  readonly shut = new Set<string>();
  /** Fault → ms of lab time that each operation takes longer. */
  readonly delays = new Map<string, number>();
  private spentMs = 0;

  /** Each operation comes by here. Throws `DatabaseUnavailable`. */
  pass(): void {
    if (this.shut.size > 0) throw new DatabaseUnavailable();
    for (const delay of this.delays.values()) this.spentMs += delay;
  }

  /** ms that the operations since the last look take; undefined: they take no time. */
  takeSpentMs(): number | undefined {
    const spent = this.spentMs;
    this.spentMs = 0;
    return this.delays.size === 0 ? undefined : spent;
  }
}

/** What `work` gives, or `otherwise` when the database is down. */
export function whenAvailable<Result>(work: () => Result, otherwise: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return otherwise();
    throw error;
  }
}
