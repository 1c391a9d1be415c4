/** C7: a name that the config-type brings already makes its pair void, class included (§1.4, §1.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { COMPONENT_SETS, standardComponents } from '#core/shared/config/config-type.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const componentAlreadyThere = perNode('C7', (node) => {
  const { componentSet, clusterMode, configType } = node.process;
  const standard = standardComponents(componentSet, clusterMode);
  const receivers = COMPONENT_SETS[componentSet];
  return componentPairs(node.file).flatMap(({ name }) => {
    const lower = name?.value.toLowerCase();
    if (name === undefined || lower === undefined || !standard.includes(lower)) return [];
    const set = receivers.includes(lower) ? configType : 'Tigase';
    return [report('info', name.valueRange, { name: lower, set })];
  });
});
