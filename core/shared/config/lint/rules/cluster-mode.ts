import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { clusterNodes, finding, perNode, rangeOfFirst, rangeOfProperty } from '../topology-view.js';
import type { LintRule } from '../topology-view.js';

/** K12: a process that others list as a node, or that lists nodes itself, runs without cluster mode. */
export const clusterModeMissing = perNode(['K12'], (node, view) => {
  if (node.process.clusterMode) return [];
  const listed = clusterNodes(view).some((other) =>
    other.process.clusterNodes.some((item) => item.host === node.process.hostname),
  );
  const lists = findEntry(node.file, CLUSTER_NODES_KEY) !== undefined;
  if (!listed && !lists) return [];
  const range = rangeOfFirst(node, ['--cluster-mode', CLUSTER_NODES_KEY, 'config-type']);
  return [finding('K12', listed ? 'error' : 'warning', range, { node: node.process.hostname })];
});

/** K21: a component process in cluster mode becomes one more node of the servers' cluster. */
export const componentInClusterMode = perNode(['K21'], (node) => {
  if (!node.process.clusterMode || node.process.componentSet !== 'comp') return [];
  return [finding('K21', 'warning', rangeOfProperty(node, '--cluster-mode'), { process: node.process.name })];
});

/** K13/K14: nodes of one cluster that serve other domains, or keep their users elsewhere, than the first node. */
export const clusterNodesDiffer: LintRule = {
  codes: ['K13', 'K14'],
  run(view) {
    const [first, ...others] = clusterNodes(view).filter((node) => node.process.componentSet !== 'comp');
    if (first === undefined) return [];
    const domains = (hosts: readonly string[]) => [...hosts].sort().join(',');
    return others.flatMap((node) => {
      const params = { node: node.process.hostname, other: first.process.hostname };
      const found = [];
      if (domains(node.process.virtualHosts) !== domains(first.process.virtualHosts)) {
        const related = [{ range: rangeOfProperty(first, '--virt-hosts') }];
        found.push(finding('K13', 'warning', rangeOfProperty(node, '--virt-hosts'), params, { related }));
      }
      if (node.process.databaseUri !== first.process.databaseUri) {
        const related = [{ range: rangeOfProperty(first, '--user-db-uri') }];
        found.push(finding('K14', 'warning', rangeOfProperty(node, '--user-db-uri'), params, { related }));
      }
      return found;
    });
  },
};

/** K25: `--cluster-connect-all` is read and ignored from 5.2.0 on (§2.3). */
export const connectAllIgnored = perNode(['K25'], (node) => {
  const entry = findEntry(node.file, '--cluster-connect-all');
  return entry === undefined ? [] : [finding('K25', 'info', entry.keyRange, { value: entry.value })];
});
