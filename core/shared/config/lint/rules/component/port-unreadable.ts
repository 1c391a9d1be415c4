/** E13: a port that is no number becomes 5277 (§2.5). */
import { parsePort } from '#core/shared/config/cluster-nodes.js';
import { fieldRange } from '#core/shared/config/external.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const portUnreadable = perNode('E13', (node) =>
  node.externals
    .filter(({ fields }) => fields.port !== undefined && parsePort(fields.port.text) === undefined)
    .map((source) => {
      const params = { domain: source.item.domain, port: source.fields.port?.text ?? '' };
      return report('error', fieldRange(source, 'port'), params);
    }),
);
