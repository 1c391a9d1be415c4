/** K12: a process that others list as a node, or that lists nodes itself, runs without cluster mode (§2.3). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { addingLines, replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import { missing, revalued } from '#core/shared/config/lint/mending.js';
import { clusterNodes, rangeOfFirst, type LintNode } from '#core/shared/config/lint/topology-view.js';
import { clusterItem } from './cluster-items.js';

const KEY = '--cluster-mode';

export const clusterModeMissing = perNodeInView('K12', (node, view) => {
  if (node.process.clusterMode) return [];
  const listed = clusterNodes(view).flatMap((other) => clusterItem(other, node)?.source ?? []);
  const lists = findEntry(node.file, CLUSTER_NODES_KEY) !== undefined;
  if (listed.length === 0 && !lists) return [];
  const range = rangeOfFirst(node, [KEY, CLUSTER_NODES_KEY, 'config-type']);
  const params = { node: node.process.hostname };
  if (listed.length === 0) return [report('warning', range, params)];
  const related = listed.map((place) => ({ range: place }));
  return [report('error', range, params, { related, ...switchingOn(node, range) })];
});

function switchingOn(node: LintNode, range: Report['range']): Pick<Report, 'fix' | 'mending'> {
  const entry = findEntry(node.file, KEY);
  if (entry === undefined)
    return { ...addingLines(range, [`${KEY} = true`]), mending: missing(range, KEY, 'true') };
  return { ...replacing(entry.valueRange, 'true'), mending: revalued(entry, 'true') };
}
