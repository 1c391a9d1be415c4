/** C9: `ext` without `--external` takes the sample item and listens on 5277, the cluster's own port (§2.5). */
import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfFirst } from '#core/shared/config/lint/topology-view.js';

export const extWithoutExternal = perNode('C9', (node) => {
  const sample = node.process.externals.find((item) => item.sample === true);
  if (sample === undefined) return [];
  const source = node.process.components.find(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  )?.source;
  const range = source ?? rangeOfFirst(node, ['config-type']);
  const { clusterMode } = node.process;
  const related = clusterMode ? [{ range: rangeOfFirst(node, ['--cluster-nodes', '--cluster-mode']) }] : [];
  return [report(clusterMode ? 'error' : 'warning', range, { port: sample.port }, { related })];
});
