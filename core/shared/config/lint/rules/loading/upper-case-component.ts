/** C6: names are lower-cased, so settings written with capitals never apply (§1.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const upperCaseComponent = perNode('C6', (node) =>
  componentPairs(node.file).flatMap(({ name }) => {
    const lower = name?.value.toLowerCase();
    if (name === undefined || lower === undefined || lower === name.value) return [];
    const params = { name: name.value, loaded: lower };
    return [report('info', name.valueRange, params, replacing(name.valueRange, lower))];
  }),
);
