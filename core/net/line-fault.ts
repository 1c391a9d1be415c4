/** What faults do to one direction of a link: to whole frames, and to the time they take. */
import type { Micros } from '#core/shared/injected/clock.js';
import type { Frame, WireItem } from './frame.js';

/** What a fault says of one frame that is about to go through the socket. */
export type Verdict =
  | { kind: 'pass' }
  | { kind: 'drop'; reason: string }
  | { kind: 'change'; text: string; reason: string }
  /** It goes, and a copy of it right behind. */
  | { kind: 'duplicate' }
  /** Goes in pieces of so many bytes at most, so many ms apart. */
  | { kind: 'cut'; size: number; pauseMs: number }
  /** No more than its first `bytes` go; all that waits is lost, and `close` ends the connection then. */
  | { kind: 'end'; bytes: number; reason: string; close: () => void };

/** Judges frames, in the order in which faults were put on. */
export interface FrameFault {
  readonly id: string;
  judge(frame: Frame): Verdict;
}

/** Says when what is sent arrives; asked once, when it is sent, and never about something twice. */
export interface LineShape {
  readonly id: string;
  /**
   * @param item frame, FIN or RST
   * @param from lab time at which it could go as far as everybody before has said
   * @returns lab time at which it can go, not before `from`
   */
  notBefore(item: WireItem, from: Micros): Micros;
}

export const PASS: Verdict = { kind: 'pass' };
