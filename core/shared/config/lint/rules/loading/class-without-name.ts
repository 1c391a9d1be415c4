/** C4: a class whose suffix no name has is never loaded (§1.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const classWithoutName = perNode('C4', (node) =>
  componentPairs(node.file).flatMap(({ suffix, name, className }) =>
    className === undefined || name !== undefined
      ? []
      : [report('warning', className.keyRange, { className: className.value, suffix })],
  ),
);
