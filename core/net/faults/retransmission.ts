/** When a Linux system sends unacknowledged data again: after 200 ms, then each time after twice as long, 120 s at most. */
import type { Micros } from '#core/shared/injected/clock.js';

const FIRST_MS = 200;
const LONGEST_MS = 120_000;

/** tcp_retries2 = 15: the sixteenth time-out without an answer ends the connection (ETIMEDOUT). */
export const GIVE_UP_MS = 924_600;

/** The first retransmission at `now` or later of something that was sent at `since`. */
export function nextRetransmission(since: Micros, now: Micros): Micros {
  let at = since;
  let timeout = FIRST_MS * 1000;
  while (at < now) {
    at += timeout;
    timeout = Math.min(LONGEST_MS * 1000, timeout * 2);
  }
  return at;
}
