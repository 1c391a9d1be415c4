/** E13: a port that is no number becomes 5277 (§2.5). */
import { parsePort } from '#core/shared/config/cluster-nodes.js';
import { fieldRange, type ExternalItemSource } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import type { TopologyView } from '#core/shared/config/lint/topology-view.js';
import { agreed } from '../votes.js';

export const portUnreadable = perNodeInView('E13', (node, view) =>
  node.externals
    .filter(({ fields }) => fields.port !== undefined && parsePort(fields.port.text) === undefined)
    .map((source) => {
      const params = { domain: source.item.domain, port: source.fields.port?.text ?? '' };
      const range = fieldRange(source, 'port');
      return report('error', range, params, replacing(range, portOfOthers(view, source)));
    }),
);

/** The port that everybody else has for the domain. */
function portOfOthers({ nodes }: TopologyView, { item: { domain } }: ExternalItemSource): string | undefined {
  const items = nodes.flatMap(({ externals }) => externals.map(({ item }) => item));
  const others = items.filter((item) => item.domain === domain && item.unreadablePort === undefined);
  return agreed(others.filter(({ port }) => port >= 0).map(({ port }) => String(port)));
}
