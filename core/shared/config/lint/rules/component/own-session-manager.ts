/** E15: a component process with the servers' set has a session manager that swallows what the component answers (§6.8). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { CONFIG_TYPE_KEY } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { withoutEntry } from '#core/shared/config/lint/entry-fixes.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';

export const ownSessionManager = perNode('E15', (node) => {
  const { components, virtualHosts, name } = node.process;
  const hasSessionManager = components.some((component) => component.name === 'sess-man');
  const source = connectItems(node).find(({ item }) => virtualHosts.includes(item.remoteDomain ?? ''));
  if (!hasSessionManager || source === undefined) return [];
  const written = findEntry(node.file, CONFIG_TYPE_KEY)?.valueRange;
  const params = { process: name, domain: source.item.remoteDomain ?? '' };
  // That set brings `ext` along, so the lines that load it go.
  const lines = componentPairs(node.file).filter((pair) => pair.name?.value === 'ext');
  const edits = lines.flatMap((pair) => [pair.name, pair.className]).filter((entry) => entry !== undefined);
  const fix = written && replacing(written, '--gen-config-comp', edits.map(withoutEntry));
  return [report('error', written ?? source.item.source, params, fix)];
});
