/** E11: a connect item without the protocol field never sends a stream header (§2.5). */
import type { ValuePart } from '#core/shared/config/init-properties.js';
import { appending, replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';

export const protocolMissing = perNode('E11', (node) =>
  connectItems(node)
    .filter(({ item }) => item.protocol === undefined)
    .map(({ item, fields }) =>
      report('error', item.source, { domain: item.domain }, writing(fields.remote, fields.protocol)),
    ),
);

/** The field comes after the remote one; without that there is nothing to dial either. */
function writing(remote: ValuePart | undefined, protocol: ValuePart | undefined) {
  if (protocol !== undefined) return replacing(protocol.range, 'accept');
  return remote === undefined ? {} : appending(remote.range, ':accept');
}
