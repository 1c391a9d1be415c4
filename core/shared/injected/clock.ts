/** Lab time in microseconds since the lab was opened; a whole number, so that sums are exact. */
export type Micros = number;

/** Something armed that can be called off. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time. A process gets one bound to its own name, so that a crash takes all of its timers away.
 * Timers fire in the order (due, armed), each at its own lab time.
 */
export interface Clock {
  now(): Micros;
  /** Runs `run` after `delayMs` of lab time; `label` is what the pending list shows. */
  after(delayMs: number, label: string, run: () => void): Timer;
}

/** Lab time as the date a Tigase would print: the lab's epoch plus lab time, in ms since 1970. */
export interface Calendar {
  dateMs(): number;
}
