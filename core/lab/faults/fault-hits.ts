/** Which frames (or occurrences) a fault hits: by pattern, by count, by chance. */
import type { FaultFrames } from '#core/shared/api/fault-request.js';
import type { Random } from '#core/shared/injected/random.js';
import { matchesStanza } from '../stanza-match.js';

/** Chances are told apart down to this part of one. */
const GRAIN = 1_000_000;

export function faultHits(
  probability: number,
  frames: FaultFrames,
  random: Random,
): (frame?: { text: string }) => boolean {
  const { match, skip = 0, count = Infinity } = frames;
  let seen = 0;
  return (frame) => {
    if (frame && match && !matchesStanza(frame.text, match)) return false;
    if (frame) {
      seen += 1;
      if (seen <= skip || seen > skip + count) return false;
    }
    return probability >= 1 || random.below(GRAIN) < probability * GRAIN;
  };
}
