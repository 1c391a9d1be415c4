/** K7: `localhost` is the name of every machine (§1.6, §5.1). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfFirst } from '#core/shared/config/lint/topology-view.js';

const LOCALHOST = 'localhost';

export const localhostListed = perNode('K7', (node, { profile: version }) => {
  const { clusterMode, clusterNodes, hostname } = node.process;
  if (!clusterMode) return [];
  const items = clusterNodes.filter((item) => item.host === LOCALHOST).map((item) => item.source);
  const own = hostname === LOCALHOST && items.length === 0 ? [rangeOfFirst(node, ['--cluster-mode'])] : [];
  return [...items, ...own].map((range) => report('error', range, { version }));
});
