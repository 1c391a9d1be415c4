/** A fault as it is put on, for tests of single kinds: hits everything unless told otherwise. */
import type { FaultOrder } from '#core/net/faults/fault.js';
import { SeededRandom } from '#core/lab/random.js';

export function faultOrder(given: Partial<FaultOrder> & Pick<FaultOrder, 'target'>): FaultOrder {
  return {
    id: 'fault-1',
    kind: 'test',
    direction: 'both',
    options: {},
    random: new SeededRandom(1),
    hits: () => true,
    end: () => undefined,
    ...given,
  };
}
