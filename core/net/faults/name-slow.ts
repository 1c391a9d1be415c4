import { ms, numberOf, textOf } from '#core/shared/faults/fault-options.js';
import { SEEN_BY, unknownNode } from './seen-by.js';
import type { FaultKind } from './fault.js';

/** A name server that takes its time: whoever dials or binds by that name waits for it. Others are not kept waiting. */
export const nameSlow: FaultKind = {
  kind: 'name-slow',
  on: 'name',
  group: 'name',
  options: { delay: ms(5000), node: SEEN_BY },
  check: (network, { options }) => unknownNode(network, options, 'node'),
  apply(network, { target, options }) {
    const delayMs = numberOf(options, 'delay');
    return network.names.put({ name: target, at: textOf(options, 'node'), delayMs });
  },
};
