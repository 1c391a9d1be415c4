/** K19: the strategy that the documentation still names is abstract from 5.2 on; others need the commercial jar (§5.7). */
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

const PACKAGE = 'tigase.cluster.strategy';
const RING = `${PACKAGE}.DefaultClusteringStrategy`;
const NON_CACHING = `${PACKAGE}.SMNonCachingAllNodes`;

/** What each version can instantiate; its default comes first. */
const STRATEGIES: Readonly<Record<TigaseVersion, readonly [string, ...string[]]>> = {
  '5.1': [NON_CACHING],
  // The base class of the ring can be instantiated as well.
  '5.2': [RING, `${RING}Abstract`],
  '7.0': [RING, `${RING}Abstract`],
  '7.1': [RING, `${RING}Abstract`],
};

export const clusterStrategy = perNode('K19', (node, { profile }) => {
  const entry = findEntry(node.file, '--sm-cluster-strategy-class');
  const usable = STRATEGIES[profile];
  if (!node.process.clusterMode || entry === undefined || entry.value === '') return [];
  if (usable.includes(entry.value)) return [];
  const params = { className: entry.value, version: profile, variant: variantOf(entry.value, profile) };
  const severity = params.variant === 'jar' ? 'warning' : 'error';
  return [report(severity, entry.valueRange, params, replacing(entry.valueRange, usable[0]))];
});

function variantOf(className: string, profile: TigaseVersion): 'abstract' | 'jar' | 'newer' {
  if (profile === '5.1') return className.startsWith(RING) ? 'newer' : 'jar';
  return className.endsWith('.SMNonCachingAllNodes') ? 'abstract' : 'jar';
}
