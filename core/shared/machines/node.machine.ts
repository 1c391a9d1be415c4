/** One process: what `node.start`, `stop`, `crash` and `restart` move. */
import { setup } from 'xstate';

export const nodeMachine = setup({
  types: {
    context: {} as { node: string },
    input: {} as { node: string },
    events: {} as
      | { type: 'process.started' }
      | { type: 'process.initialised' }
      | { type: 'process.stopped' }
      | { type: 'process.exited' }
      | { type: 'process.killed' }
      | { type: 'process.frozen' }
      | { type: 'process.thawed' },
  },
  actions: {
    boot: () => undefined,
    shutDown: () => undefined,
    kill: () => undefined,
    suspend: () => undefined,
    wake: () => undefined,
  },
}).createMachine({
  id: 'node',
  description: 'A Tigase process',
  context: ({ input }) => input,
  initial: 'down',
  states: {
    down: {
      description: 'Not running',
      on: { 'process.started': { target: 'starting', actions: 'boot' } },
    },
    // Making the components and saying the last words take no lab time: nothing can come between.
    starting: {
      description: 'Components are being made; ports open 2 s (cl-comp: 5 s) after that',
      on: { 'process.initialised': 'running' },
    },
    running: {
      description: 'Initialisation is complete',
      on: {
        'process.stopped': { target: 'stopping', actions: 'shutDown' },
        'process.killed': { target: 'crashed', actions: 'kill' },
        'process.frozen': { target: 'frozen', actions: 'suspend' },
      },
    },
    frozen: {
      description:
        'Neither reads, writes nor counts time; its kernel still takes connections and what is sent',
      on: {
        'process.thawed': {
          target: 'running',
          actions: 'wake',
          description: 'All that has waited happens now',
        },
        'process.killed': { target: 'crashed', actions: 'kill' },
      },
    },
    stopping: {
      description: 'Components say their last words; then the sockets close',
      on: { 'process.exited': { target: 'down', actions: 'kill' } },
    },
    crashed: {
      description: 'Killed; its kernel has closed the sockets',
      on: { 'process.started': { target: 'starting', actions: 'boot' } },
    },
  },
});
