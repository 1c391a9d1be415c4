/** K26: the cluster and the components have one password; who knows one link can join the other (§2.2). */
import { fieldRange } from '#core/shared/config/external.js';
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';
import { clusterItem } from './cluster-items.js';

export const onePasswordForAll = perNode(
  'K26',
  (node) => {
    const own = clusterItem(node, node);
    if (!node.process.clusterMode || own?.password === undefined) return [];
    return node.externals
      .filter(({ item }) => item.type === 'accept' && item.secret === own.password)
      .map((source) => {
        const related = [{ range: own.source }];
        return report('info', fieldRange(source, 'secret'), { domain: source.item.domain }, { related });
      });
  },
  since('5.2'),
);
