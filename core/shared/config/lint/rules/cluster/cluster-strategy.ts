/** K19: the strategy that the documentation still names is abstract from 5.2 on; others need the commercial jar (§5.7). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

const KEY = '--sm-cluster-strategy-class';
const OWN_STRATEGY = 'tigase.cluster.strategy.DefaultClusteringStrategy';
/** Its base class, which 5.2 can instantiate. */
const BASE_STRATEGY = `${OWN_STRATEGY}Abstract`;

export const clusterStrategy = perNode('K19', (node) => {
  const entry = findEntry(node.file, KEY);
  if (
    entry === undefined ||
    entry.value === '' ||
    entry.value === OWN_STRATEGY ||
    entry.value === BASE_STRATEGY ||
    !node.process.clusterMode
  )
    return [];
  const isAbstract = entry.value.endsWith('.SMNonCachingAllNodes');
  const params = { className: entry.value, variant: isAbstract ? 'abstract' : 'jar' };
  const severity = isAbstract ? 'error' : 'warning';
  return [report(severity, entry.valueRange, params, replacing(entry.valueRange, OWN_STRATEGY))];
});
