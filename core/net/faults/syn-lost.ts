import type { DialVerdict } from '../route-faults.js';

/** Linux (tcp_syn_retries = 6) gives up a dial that nobody answers after 1 + 2 + 4 + 8 + 16 + 32 + 64 s. */
export const SYN_GIVE_UP_MS = 127_000;

/** A dial whose SYN, or the answer to it, does not get through. */
export function synLost(giveUpMs = SYN_GIVE_UP_MS): DialVerdict {
  return { error: 'ETIMEDOUT', afterMs: giveUpMs, lost: true };
}
