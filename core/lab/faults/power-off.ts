import type { LabFault } from './kinds.js';

/**
 * The plug is pulled: process and machine are gone, with neither FIN nor RST. Peers hear nothing, dials get no answer.
 * Healed, the machine is back and the process starts; whoever speaks on an old connection gets a RST then.
 */
export const powerOff: LabFault = {
  kind: 'power-off',
  on: 'node',
  group: 'process',
  exclusive: true,
  options: {},
  apply(lab, { target, id }) {
    const process = lab.process(target);
    const reason = `power-off ${id}`;
    const ran = process?.running === true;
    process?.powerOff();
    lab.network.interfaceDown(target, reason);
    return () => {
      lab.network.interfaceUp(target, reason);
      if (ran) process.startIfDown();
    };
  },
};
