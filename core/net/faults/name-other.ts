import { textOf } from '#core/shared/faults/fault-options.js';
import { SEEN_BY, unknownNode } from './seen-by.js';
import type { FaultKind } from './fault.js';

/** A host name that means another node: a stale or mistaken DNS entry. Numeric addresses are never looked up. */
export const nameOther: FaultKind = {
  kind: 'name-other',
  on: 'name',
  group: 'name',
  options: { to: { type: 'text', default: '' }, node: SEEN_BY },
  check: (network, { options }) =>
    unknownNode(network, options, 'node') ??
    (options['to'] === '' ? { option: 'to', allowed: 'a node' } : unknownNode(network, options, 'to')),
  apply(network, { target, options }) {
    const node = textOf(options, 'to');
    const answer = (): string => network.interfaces.addressOf(node);
    return network.names.put({ name: target, at: textOf(options, 'node'), answer });
  },
};
