import { numberOf } from '#core/shared/faults/fault-options.js';
import type { Random } from '#core/shared/injected/random.js';
import type { LineShape } from '../line-fault.js';
import type { FaultKind, FaultOrder } from './fault.js';
import { bytesOf, frameOf, onDirections } from './on-route.js';

/** Payload of an Ethernet packet with TCP timestamps. */
const SEGMENT = 1448;
/** Linux: TCP_RTO_MIN, TCP_RTO_MAX; tcp_retries2 = 15 times at most. */
const FIRST_RTO_MS = 200;
const LONGEST_RTO_MS = 120_000;
const MOST_TRIES = 15;
/** Chances are told apart down to this part of one. */
const GRAIN = 1_000_000;

/**
 * Packets get lost, as TCP shows it: nothing is missing, but the line stalls for the retransmission time-out, which
 * doubles while the loss repeats. `burst` above 1: losses come in bursts of so many on average (Gilbert's model, the
 * simplest of Gilbert–Elliott's: in the bad state everything is lost).
 */
export const loss: FaultKind = {
  kind: 'loss',
  on: 'route',
  group: 'line',
  directed: true,
  options: {
    ratio: { type: 'number', unit: 'fraction', default: 0.05, min: 0, max: 0.9 },
    burst: { type: 'number', unit: 'count', default: 1, min: 1, max: 100 },
  },
  apply(network, order) {
    const figures = { ratio: numberOf(order.options, 'ratio'), burst: numberOf(order.options, 'burst') };
    return onDirections(network, order, (direction) => {
      direction.shape(lossShape(order, figures));
      return () => direction.unfault(order.id);
    });
  },
};

/** Of one direction; `rtoMs`: the first retransmission time-out (Linux: 200 ms on top of the round trip). */
export function lossShape(
  { id, hits, random }: FaultOrder,
  { ratio, burst, rtoMs = FIRST_RTO_MS }: { ratio: number; burst: number; rtoMs?: number },
): LineShape {
  const isLost = packetLoss(random, ratio, burst);
  let latest = 0;
  return {
    id,
    notBefore: (item, from) => {
      const hit = hits(frameOf(item));
      // A RST is never sent again; it stands behind what was sent before it.
      const stall = hit && item.kind !== 'reset' ? stallOf(bytesOf(item), isLost, rtoMs) : 0;
      latest = Math.max(latest, from + Math.round(stall * 1000));
      return latest;
    },
  };
}

/** ms until so many bytes have all arrived: each round sends again what is still missing. */
function stallOf(bytes: number, isLost: () => boolean, rtoMs: number): number {
  let missing = Math.max(1, Math.ceil(bytes / SEGMENT));
  let stall = 0;
  for (let round = 0; round <= MOST_TRIES; round += 1) {
    let lost = 0;
    for (let sent = 0; sent < missing; sent += 1) if (isLost()) lost += 1;
    if (lost === 0) return stall;
    missing = lost;
    stall += Math.min(LONGEST_RTO_MS, rtoMs * 2 ** round);
  }
  return stall;
}

function packetLoss(random: Random, ratio: number, burst: number): () => boolean {
  const chance = (probability: number): boolean => random.below(GRAIN) < probability * GRAIN;
  if (burst === 1) return () => chance(ratio);
  const leave = 1 / burst;
  // So that the share of packets that meet the bad state is `ratio`.
  const enter = Math.min(1, (ratio * leave) / (1 - ratio));
  let bad = false;
  return () => {
    bad = chance(bad ? 1 - leave : enter);
    return bad;
  };
}
