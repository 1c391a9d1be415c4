/** E12: `connect` is a type, and as a protocol it is not implemented (§2.5). */
import { fieldRange } from '#core/shared/config/external.js';
import { NS_COMPONENT_CONNECT } from '#core/shared/xmpp/namespaces.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const protocolNotImplemented = perNode('E12', (node) =>
  node.externals
    .filter(({ item }) => item.protocol === NS_COMPONENT_CONNECT)
    .map((source) => {
      const range = fieldRange(source, 'protocol');
      return report('error', range, { domain: source.item.domain }, replacing(range, 'accept'));
    }),
);
