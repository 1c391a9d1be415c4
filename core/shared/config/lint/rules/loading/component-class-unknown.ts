/** C5, as far as a file shows it: a class of Tigase's own packages that Tigase does not have (§1.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { CLUSTERED_CLASSES, MUC_COMPONENT_CLASS, STANDARD_CLASSES } from '#core/shared/config/config-type.js';
import { nearestName } from '#core/shared/config/nearest-name.js';
import { ADD_ON_CLASSES, isUnknownTigaseClass } from '#core/shared/config/stand-ins.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { revalued } from '#core/shared/config/lint/mending.js';

const KNOWN_CLASSES = [
  MUC_COMPONENT_CLASS,
  ...Object.values(STANDARD_CLASSES),
  ...Object.values(CLUSTERED_CLASSES),
  ...ADD_ON_CLASSES,
];

export const componentClassUnknown = perNode('C5', (node) =>
  componentPairs(node.file).flatMap(({ name, className }) => {
    if (name === undefined || className === undefined || !isUnknownTigaseClass(className.value)) return [];
    const near = nearestName(className.value, KNOWN_CLASSES);
    const params = { name: name.value, className: className.value, ...suggesting(near) };
    const mending = near === undefined ? {} : { mending: revalued(className, near) };
    const cure = { ...replacing(className.valueRange, near), ...mending };
    return [report('warning', className.valueRange, params, cure)];
  }),
);
