/** C3: a name without a class, which is no standard name, loads an old connection manager on 5555 (§1.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { MUC_COMPONENT_CLASS, STANDARD_CLASSES } from '#core/shared/config/config-type.js';
import { ownValue } from '#core/shared/config/own-value.js';
import { addingLines } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';

const WELL_KNOWN_ADD_ONS: Readonly<Record<string, string>> = {
  muc: MUC_COMPONENT_CLASS,
  pubsub: 'tigase.pubsub.PubSubComponent',
};

export const componentWithoutClass = perNode('C3', (node) =>
  componentPairs(node.file).flatMap(({ suffix, name, className }) => {
    if (name === undefined || className !== undefined) return [];
    const lower = name.value.toLowerCase();
    if (Object.hasOwn(STANDARD_CLASSES, lower)) return [];
    const near = ownValue(WELL_KNOWN_ADD_ONS, lower);
    const params = { name: name.value, suffix, ...suggesting(near) };
    // The other one comes from a jar of its own (C22).
    const fix =
      near === MUC_COMPONENT_CLASS ? addingLines(name.keyRange, [`--comp-class${suffix} = ${near}`]) : {};
    return [report('error', name.valueRange, params, fix)];
  }),
);
