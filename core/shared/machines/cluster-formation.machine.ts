/** Whether a clustered node of 7.1 has found the others, for which its client ports wait. */
import { setup } from 'xstate';

export const clusterFormationMachine = setup({
  types: {
    context: {} as { node: string },
    input: {} as { node: string },
    events: {} as { type: 'nodes.complete' } | { type: 'node.alone' },
  },
  actions: { openClientPorts: () => undefined },
}).createMachine({
  id: 'cluster-formation',
  description: 'A clustered node of Tigase 7.1 waits for the others before it takes clients',
  context: ({ input }) => input,
  initial: 'forming',
  states: {
    forming: {
      description: 'Client ports (c2s, bosh, ws2s) are closed, without any limit',
      on: {
        'nodes.complete': {
          target: 'initiated',
          actions: 'openClientPorts',
          description: 'As many nodes are connected as are known',
        },
        'node.alone': {
          target: 'initiated',
          actions: 'openClientPorts',
          description: 'The table has been read twice and names nobody else',
        },
      },
    },
    initiated: { description: 'Client ports open two seconds later, and stay open' },
  },
});
