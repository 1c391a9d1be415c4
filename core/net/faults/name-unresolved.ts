import { textOf } from '#core/shared/faults/fault-options.js';
import { SEEN_BY, unknownNode } from './seen-by.js';
import type { FaultKind } from './fault.js';

/** A host name that nobody knows any more: each dial and each bind by it fails, at one node (`node`) or at all. */
export const nameUnresolved: FaultKind = {
  kind: 'name-unresolved',
  on: 'name',
  group: 'name',
  options: { node: SEEN_BY },
  check: (network, { options }) => unknownNode(network, options, 'node'),
  apply(network, { target, options }) {
    return network.names.put({ name: target, at: textOf(options, 'node'), answer: () => undefined });
  },
};
