import { componentPairs } from '#core/shared/config/component-plan.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { isPlayedClass, isUnknownTigaseClass } from '#core/shared/config/stand-ins.js';
import { finding, perNode } from '../topology-view.js';

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

/** C22 for classes: components and repositories from a jar that is not part of the server. */
export const classFromOtherJar = perNode(['C22'], (node) => {
  const components = componentPairs(node.file)
    .filter((pair) => pair.name !== undefined)
    .flatMap(({ className }) => (className === undefined ? [] : [className]))
    .filter((entry) => !isPlayedClass(entry.value) && !isUnknownTigaseClass(entry.value))
    .map((entry) => finding('C22', 'info', entry.valueRange, { variant: 'component', name: entry.value }));
  const repositories = CLASS_PROPERTIES.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined || entry.value.startsWith('tigase.') || !entry.value.includes('.')) return [];
    return [finding('C22', 'info', entry.valueRange, { variant: 'repository', name: entry.value })];
  });
  return [...components, ...repositories];
});
