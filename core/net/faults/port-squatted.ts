import type { FaultKind } from './fault.js';

/**
 * Another program has the port: it is really taken, so that the process gets the system's own EADDRINUSE when it binds.
 * While the process itself has it, the other one waits and is faster than its next start. Healed, the port is free; the
 * process does not bind again by itself (§6.4).
 */
export const portSquatted: FaultKind = {
  kind: 'port-squatted',
  on: 'port',
  group: 'port',
  exclusive: true,
  options: {},
  apply(network, { target }) {
    const [node = '', port = ''] = target.split(':');
    return network.squat(node, Number(port));
  },
};
