/** C22: a plugin, component or repository from a jar that is not part of the server (§1.5, §2.2, §3.2). */
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { componentPairs } from '#core/shared/config/component-plan.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { findPlugin } from '#core/shared/config/plugin-catalogue.js';
import { isPlayedClass, isUnknownTigaseClass } from '#core/shared/config/stand-ins.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';
import { forPluginItems, nearPlugin } from './plugin-list.js';

/** Properties that name a class which the owner may have written. */
const CLASS_PROPERTIES = [
  '--auth-domain-repo-pool',
  '--auth-repo-pool',
  '--cl-conn-repo-class',
  '--extcomp-repo-class',
  '--queue-implementation',
  '--tigase-config-repo-class',
  '--user-domain-repo-pool',
  '--user-repo-pool',
  '--vhost-repo-class',
];

export const otherJar = perNode('C22', (node, { profile }) => [
  ...foreignPlugins(node, profile),
  ...foreignComponents(node),
  ...foreignRepositories(node),
]);

function foreignPlugins(node: LintNode, profile: TigaseVersion): Report[] {
  return forPluginItems(node, profile, (item) => {
    const known = findPlugin(item.id);
    const foreign =
      known === undefined ? nearPlugin(item.id) === undefined && item.id.trim() !== '' : known.addOn;
    if (item.action !== 'add' || !foreign || item.id !== item.id.trim()) return [];
    return [report('info', item.source, { variant: 'plugin', name: item.id })];
  });
}

function foreignComponents(node: LintNode): Report[] {
  return componentPairs(node.file)
    .filter((pair) => pair.name !== undefined)
    .flatMap(({ className }) => (className === undefined ? [] : [className]))
    .filter((entry) => !isPlayedClass(entry.value) && !isUnknownTigaseClass(entry.value))
    .map((entry) => report('info', entry.valueRange, { variant: 'component', name: entry.value }));
}

function foreignRepositories(node: LintNode): Report[] {
  return CLASS_PROPERTIES.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined || entry.value.startsWith('tigase.') || !entry.value.includes('.')) return [];
    return [report('info', entry.valueRange, { variant: 'repository', name: entry.value })];
  });
}
