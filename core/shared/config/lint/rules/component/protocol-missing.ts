/** E11: a connect item without the protocol field never sends a stream header (§2.5). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';

export const protocolMissing = perNode('E11', (node) =>
  connectItems(node)
    .filter(({ item }) => item.protocol === undefined)
    .map(({ item }) => report('error', item.source, { domain: item.domain })),
);
