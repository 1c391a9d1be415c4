/** Which components a process loads: the set of its config-type, `--comp-name-N`/`--comp-class-N`, and overrides (§1.4, §1.5). */
import {
  CLUSTERED_CLASSES,
  CONNECTION_MANAGER_CLASS,
  STANDARD_CLASSES,
  standardComponents,
  type ComponentSet,
} from './config-type.js';
import { extCompNames } from './ext-comp.js';
import type { PropertiesFile, PropertyEntry } from './init-properties.js';
import { ownValue } from './own-value.js';
import { originOfClass, type StandInChoices } from './stand-ins.js';
import type { ComponentPlan } from './topology-plan.js';

const NAME_PREFIX = '--comp-name';
const CLASS_PREFIX = '--comp-class';
const RECEIVERS = 'message-router/components/msg-receivers';

/** One `--comp-name` line with the class line of the same suffix. */
export interface ComponentPair {
  /** What follows `--comp-name`: `-1`. */
  suffix: string;
  name: PropertyEntry | undefined;
  className: PropertyEntry | undefined;
}

/** Pairs of a file in file order of their last lines; a side that is missing is undefined. */
export function componentPairs(file: PropertiesFile): ComponentPair[] {
  const pairs = new Map<string, ComponentPair>();
  const pairOf = (suffix: string): ComponentPair => {
    const found = pairs.get(suffix) ?? { suffix, name: undefined, className: undefined };
    pairs.set(suffix, found);
    return found;
  };
  for (const entry of file.entries) {
    if (entry.key.startsWith(NAME_PREFIX)) pairOf(entry.key.slice(NAME_PREFIX.length)).name = entry;
    else if (entry.key.startsWith(CLASS_PREFIX))
      pairOf(entry.key.slice(CLASS_PREFIX.length)).className = entry;
  }
  return [...pairs.values()];
}

/** Standard class of a name; a name that Tigase does not know gets the old connection manager on 5555 (§1.5). */
export function standardClass(name: string): string {
  return ownValue(STANDARD_CLASSES, name) ?? CONNECTION_MANAGER_CLASS;
}

export interface ComponentInput {
  file: PropertiesFile;
  set: ComponentSet;
  clusterMode: boolean;
  standIns: StandInChoices;
  /** Component setting lines, as `readComponentSettings` gives them. */
  settings: Readonly<Record<string, string>>;
}

/** Every component a process would have, in the order Tigase lists them. */
export function planComponents(input: ComponentInput): ComponentPlan[] {
  const plans = new Map<string, ComponentPlan>();
  for (const name of receiverNames(input)) add(plans, input, { name, className: standardClass(name) });
  // §2.7: each line makes a component, in whatever set.
  for (const name of extCompNames(input.file))
    if (!plans.has(name)) add(plans, input, { name, className: CONNECTION_MANAGER_CLASS });
  for (const pair of componentPairs(input.file)) {
    if (pair.name === undefined) continue;
    // §1.5: the name is lower-cased, the class is not; a name that is already there makes the pair void.
    const name = pair.name.value.toLowerCase();
    if (name === '' || plans.has(name)) continue;
    const className = pair.className?.value ?? standardClass(name);
    add(plans, input, { name, className, source: pair.name.valueRange });
  }
  return [...plans.values()].filter((plan) => input.settings[`${RECEIVERS}/${plan.name}.active`] !== 'false');
}

/** `…/id-names[s]` replaces the receivers of the set; router, configurator and registrators stay. */
function receiverNames(input: ComponentInput): string[] {
  const standard = standardComponents(input.set, input.clusterMode);
  const replaced = input.settings[`${RECEIVERS}/id-names`];
  if (replaced === undefined) return standard;
  const fixed = standard.slice(0, input.clusterMode ? 5 : 4);
  return [...fixed, ...replaced.split(',').map((name) => name.trim())].filter((name) => name !== '');
}

function add(
  plans: Map<string, ComponentPlan>,
  input: ComponentInput,
  found: Omit<ComponentPlan, 'origin'>,
): void {
  const named = input.settings[`${RECEIVERS}/${found.name}.class`] ?? found.className;
  const className = (input.clusterMode ? ownValue(CLUSTERED_CLASSES, named) : undefined) ?? named;
  plans.set(found.name, {
    ...found,
    className,
    origin: originOfClass(className, found.name, input.standIns),
  });
}
