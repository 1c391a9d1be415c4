import { choice } from '#core/shared/faults/fault-options.js';
import { bandwidthShape } from './bandwidth.js';
import type { FaultKind, FaultOrder } from './fault.js';
import { latencyShape } from './latency.js';
import { lossShape } from './loss.js';
import { onDirections } from './on-route.js';
import type { LinkDirection } from '../link-direction.js';

/** One way of a line. */
interface Way {
  kbit: number;
  delayMs: number;
}

interface Line {
  /** From the dialler to the acceptor, and back. */
  up: Way;
  down: Way;
  jitterMs: number;
  /** Share of packets lost. */
  loss: number;
}

/**
 * Published figures; docs/faults.md has them as a table. Delays are one way: where a source gives a round trip, each way
 * takes half of it.
 */
const LINES: Readonly<Record<string, Line>> = {
  // README of tylertreat/comcast, "WIFI (good)".
  'wifi-good': {
    up: { kbit: 30_000, delayMs: 40 },
    down: { kbit: 30_000, delayMs: 40 },
    jitterMs: 0,
    loss: 0.002,
  },
  // The same, "Crappy Network" (Apple's Network Link Conditioner calls it "Very Bad Network").
  'wifi-bad': {
    up: { kbit: 1000, delayMs: 500 },
    down: { kbit: 1000, delayMs: 500 },
    jitterMs: 0,
    loss: 0.1,
  },
  // Throttling of Firefox' network monitor, "Regular 4G / LTE": 20 ms there and back.
  lte: { up: { kbit: 3000, delayMs: 10 }, down: { kbit: 4000, delayMs: 10 }, jitterMs: 0, loss: 0 },
  // Network Link Conditioner, "3G, Lossy Network".
  '3g': { up: { kbit: 330, delayMs: 100 }, down: { kbit: 780, delayMs: 100 }, jitterMs: 0, loss: 0.01 },
  // Network Link Conditioner, "Edge, Lossy Network".
  edge: { up: { kbit: 200, delayMs: 440 }, down: { kbit: 240, delayMs: 400 }, jitterMs: 0, loss: 0.01 },
  // Loadero's network conditions, "GPRS": 650 ± 100 ms.
  gprs: { up: { kbit: 20, delayMs: 650 }, down: { kbit: 80, delayMs: 650 }, jitterMs: 100, loss: 0.01 },
  // Throttling of Firefox' network monitor, "DSL": 5 ms there and back.
  dsl: { up: { kbit: 1000, delayMs: 2.5 }, down: { kbit: 2000, delayMs: 2.5 }, jitterMs: 0, loss: 0 },
  // Delay: RFC 2488 §2, ground stations at the edge of the view. Rates: Loadero, "Satellite phone".
  satellite: { up: { kbit: 256, delayMs: 279 }, down: { kbit: 1000, delayMs: 279 }, jitterMs: 0, loss: 0 },
};

/** A ready-made line: latency, jitter, bandwidth and loss of a known kind. The dialler is the one who is out there. */
export const profile: FaultKind = {
  kind: 'profile',
  on: 'route',
  group: 'line',
  directed: true,
  options: { line: choice('wifi-good', 'wifi-bad', 'lte', '3g', 'edge', 'gprs', 'dsl', 'satellite') },
  apply(network, order) {
    const line = LINES[String(order.options.line)];
    return onDirections(network, order, (direction) => {
      if (line) shapeAs(direction, order, line);
      return () => direction.unfault(order.id);
    });
  },
};

function shapeAs(direction: LinkDirection, order: FaultOrder, { up, down, jitterMs, loss }: Line): void {
  const { kbit, delayMs } = direction.name === 'ab' ? up : down;
  direction.shape(bandwidthShape(order, (kbit * 1000) / 8));
  direction.shape(latencyShape(order, { delayMs, jitterMs }));
  // Linux waits 200 ms longer than a round trip takes.
  const rtoMs = 200 + up.delayMs + down.delayMs;
  if (loss > 0) direction.shape(lossShape(order, { ratio: loss, burst: 1, rtoMs }));
}
