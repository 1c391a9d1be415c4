import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, perNode } from '../topology-view.js';

const KEY = '--sm-cluster-strategy-class';
const OWN_STRATEGY = 'tigase.cluster.strategy.DefaultClusteringStrategy';
/** Its base class, which 5.2 can instantiate. */
const BASE_STRATEGY = `${OWN_STRATEGY}Abstract`;

/** K19: the strategy that the documentation still names is abstract from 5.2 on; others need the commercial jar. */
export const clusterStrategy = perNode(['K19'], (node) => {
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
  const fix = { range: entry.valueRange, newText: OWN_STRATEGY };
  return [finding('K19', isAbstract ? 'error' : 'warning', entry.valueRange, params, { fix })];
});
