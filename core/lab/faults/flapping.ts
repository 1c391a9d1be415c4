import { choice, numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';
import { atLeast, Pattern } from './pattern.js';

/**
 * A route that comes and goes, until it is healed: down for `down` ms, up for `up` ms. `reset`: its connections break
 * and dials are refused while it is down; `hang`: a black hole.
 */
export const flapping: LabFault = {
  kind: 'flapping',
  on: 'route',
  group: 'pattern',
  options: { how: choice('reset', 'hang'), down: atLeast(5000), up: atLeast(10_000) },
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    const { target, options } = order;
    const hang = options['how'] === 'hang';
    const goDown = (): void => {
      const heals = [
        pattern.place({ kind: 'refuse', target, how: hang ? 'drop' : 'reject' }),
        pattern.place(hang ? { kind: 'half-open', target } : { kind: 'link-drop', target }),
      ];
      pattern.next(numberOf(options, 'down'), () => {
        heals.forEach((heal) => heal());
        pattern.next(numberOf(options, 'up'), goDown);
      });
    };
    goDown();
    return pattern.undo;
  },
};
