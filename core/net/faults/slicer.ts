import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import { PASS } from '../line-fault.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/** Smaller pieces would make a stanza of some hundred bytes hundreds of steps, and show nothing more. */
const SMALLEST = 16;

/** Frames arrive in pieces of `size` bytes, `pause` ms apart, cut wherever it comes: in tags, in UTF-8 sequences. */
export const slicer: FaultKind = {
  kind: 'slicer',
  on: 'route',
  group: 'line',
  directed: true,
  options: {
    size: { type: 'number', unit: 'bytes', default: 64, min: SMALLEST, max: 1_000_000 },
    pause: ms(10),
  },
  apply(network, order) {
    const size = Math.floor(numberOf(order.options, 'size'));
    const pauseMs = numberOf(order.options, 'pause');
    return onDirections(network, order, (direction) => {
      direction.fault({
        id: order.id,
        judge: (frame) => (order.hits(frame) ? { kind: 'cut', size, pauseMs } : PASS),
      });
      return () => direction.unfault(order.id);
    });
  },
};
