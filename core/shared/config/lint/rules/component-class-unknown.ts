import { componentPairs } from '#core/shared/config/component-plan.js';
import { CLUSTERED_CLASSES, MUC_COMPONENT_CLASS, STANDARD_CLASSES } from '#core/shared/config/config-type.js';
import { nearestName } from '#core/shared/config/known-properties.js';
import { ADD_ON_CLASSES, isUnknownTigaseClass } from '#core/shared/config/stand-ins.js';
import { finding, perNode } from '../topology-view.js';

const KNOWN_CLASSES = [
  MUC_COMPONENT_CLASS,
  ...Object.values(STANDARD_CLASSES),
  ...Object.values(CLUSTERED_CLASSES),
  ...ADD_ON_CLASSES,
];

/** C5, as far as a file shows it: a class of Tigase's own packages that Tigase does not have. */
export const componentClassUnknown = perNode(['C5'], (node) =>
  componentPairs(node.file).flatMap(({ name, className }) => {
    if (name === undefined || className === undefined || !isUnknownTigaseClass(className.value)) return [];
    const suggestion = nearestName(className.value, KNOWN_CLASSES);
    const fix = suggestion === undefined ? {} : { fix: { range: className.valueRange, newText: suggestion } };
    const near = suggestion === undefined ? {} : { variant: 'near', suggestion };
    const params = { name: name.value, className: className.value, ...near };
    return [finding('C5', 'warning', className.valueRange, params, fix)];
  }),
);
