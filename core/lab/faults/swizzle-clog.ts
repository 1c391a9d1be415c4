import type { Random } from '#core/shared/injected/random.js';
import { numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';
import { atLeast, groupsOf, Pattern } from './pattern.js';

/**
 * Some of the nodes, picked by chance, are cut off from everybody one after the other, and let go in another order: the
 * test that finds what partitions in good order do not (FoundationDB's "swizzle-clogging").
 */
export const swizzleClog: LabFault = {
  kind: 'swizzle-clog',
  on: 'nodes',
  group: 'pattern',
  groups: 1,
  options: { gap: atLeast(2000) },
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    const { random, options } = order;
    const picked = shuffled(groupsOf(order.target).flat(), random);
    picked.splice(1 + random.below(picked.length));
    const heals: (() => void)[] = [];
    const steps = [
      ...picked.map((node) => () => {
        heals.push(pattern.place({ kind: 'half-open', target: `${node}<>*` }));
      }),
      ...shuffled(
        picked.map((_, index) => index),
        random,
      ).map((index) => () => heals[index]?.()),
    ];
    const goOn = (): void => {
      const step = steps.shift();
      if (!step) return order.end();
      step();
      pattern.next(steps.length === 0 ? 0 : numberOf(options, 'gap'), goOn);
    };
    goOn();
    return pattern.undo;
  },
};

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as Item);
}
