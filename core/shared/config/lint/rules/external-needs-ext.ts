import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { EXTERNAL_KEY } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, perNode, rangeOfFirst } from '../topology-view.js';

/** C8: `--external` is there and nothing that reads it is loaded. */
export const externalWithoutExt = perNode(['C8'], (node) => {
  const entry = findEntry(node.file, EXTERNAL_KEY);
  const loaded = node.process.components.some(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  );
  if (entry === undefined || loaded) return [];
  return [finding('C8', 'error', entry.keyRange, { process: node.process.name })];
});

/** C9: `ext` without `--external` takes the sample item and listens on 5277, the cluster's own port. */
export const extWithoutExternal = perNode(['C9'], (node) => {
  const sample = node.process.externals.find((item) => item.sample === true);
  if (sample === undefined) return [];
  const source = node.process.components.find(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  )?.source;
  const range = source ?? rangeOfFirst(node, ['config-type']);
  return [finding('C9', node.process.clusterMode ? 'error' : 'warning', range, { port: sample.port })];
});
