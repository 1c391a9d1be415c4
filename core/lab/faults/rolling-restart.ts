import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';
import { groupsOf, Pattern } from './pattern.js';

/** An update of the whole cluster: one process after the other is stopped, is down for `down` ms, and starts; `gap` ms later the next. */
export const rollingRestart: LabFault = {
  kind: 'rolling-restart',
  on: 'nodes',
  group: 'pattern',
  groups: 1,
  options: { down: ms(5000), gap: ms(30_000) },
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    const nodes = groupsOf(order.target).flat();
    const goOn = (): void => {
      let target = nodes.shift();
      // The topology has lost it in the meantime.
      while (target !== undefined && !lab.process(target)) target = nodes.shift();
      if (target === undefined) return order.end();
      const start = pattern.place({ kind: 'stop', target });
      pattern.next(numberOf(order.options, 'down'), () => {
        start();
        pattern.next(nodes.length === 0 ? 0 : numberOf(order.options, 'gap'), goOn);
      });
    };
    goOn();
    return pattern.undo;
  },
};
