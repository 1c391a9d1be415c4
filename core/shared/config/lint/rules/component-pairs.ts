import { componentPairs } from '#core/shared/config/component-plan.js';
import { COMPONENT_SETS, STANDARD_CLASSES, standardComponents } from '#core/shared/config/config-type.js';
import { ownValue } from '#core/shared/config/own-value.js';
import { finding, perNode } from '../topology-view.js';

const WELL_KNOWN_ADD_ONS: Readonly<Record<string, string>> = {
  muc: 'tigase.muc.MUCComponent',
  pubsub: 'tigase.pubsub.PubSubComponent',
};

/** C3: a name without a class, which is no standard name, loads an old connection manager on 5555. */
export const componentWithoutClass = perNode(['C3'], (node) =>
  componentPairs(node.file).flatMap(({ suffix, name, className }) => {
    if (name === undefined || className !== undefined) return [];
    const lower = name.value.toLowerCase();
    if (Object.hasOwn(STANDARD_CLASSES, lower)) return [];
    const suggestion = ownValue(WELL_KNOWN_ADD_ONS, lower);
    const near = suggestion === undefined ? {} : { variant: 'near', suggestion };
    return [finding('C3', 'error', name.valueRange, { name: name.value, suffix, ...near })];
  }),
);

/** C4: a class whose suffix no name has is never loaded. */
export const classWithoutName = perNode(['C4'], (node) =>
  componentPairs(node.file).flatMap(({ suffix, name, className }) =>
    className === undefined || name !== undefined
      ? []
      : [finding('C4', 'warning', className.keyRange, { className: className.value, suffix })],
  ),
);

/** C6: names are lower-cased, so settings written with capitals never apply. */
export const upperCaseComponent = perNode(['C6'], (node) =>
  componentPairs(node.file).flatMap(({ name }) => {
    const lower = name?.value.toLowerCase();
    if (name === undefined || lower === undefined || lower === name.value) return [];
    const fix = { range: name.valueRange, newText: lower };
    return [finding('C6', 'info', name.valueRange, { name: name.value, loaded: lower }, { fix })];
  }),
);

/** C7: a name that the config-type brings already makes its pair void, class included. */
export const componentAlreadyThere = perNode(['C7'], (node) => {
  const standard = standardComponents(node.process.componentSet, node.process.clusterMode);
  const receivers = COMPONENT_SETS[node.process.componentSet];
  return componentPairs(node.file).flatMap(({ name }) => {
    const lower = name?.value.toLowerCase();
    if (name === undefined || lower === undefined || !standard.includes(lower)) return [];
    const set = receivers.includes(lower) ? node.process.configType : 'Tigase';
    return [finding('C7', 'info', name.valueRange, { name: lower, set })];
  });
});
