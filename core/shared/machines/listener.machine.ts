/** A TCP port that a component opens (§6.4). */
import { setup } from 'xstate';

export const listenerMachine = setup({
  types: {
    context: {} as { service: string; port: number; bind: string; delayMs: number },
    input: {} as { service: string; port: number; bind: string; delayMs: number },
    events: {} as
      | { type: 'bind.succeeded' }
      | { type: 'bind.failed' }
      | { type: 'bind.skipped' }
      | { type: 'port.closed' },
  },
  delays: { connectionDelay: ({ context }) => context.delayMs, retryDelay: 5000 },
  guards: {
    /** Off: quirk `bind-never-retried`. */
    bindRetried: () => true,
  },
  actions: { bind: () => undefined, logFailure: () => undefined },
}).createMachine({
  id: 'listener',
  description: 'A TCP port that a component of this process opens',
  context: ({ input }) => input,
  initial: 'pending',
  states: {
    pending: {
      description: 'Waits until the process has been initialised, and two seconds more (cl-comp: five)',
      after: { connectionDelay: { target: 'binding', description: 'The connection delay is over' } },
      on: { 'port.closed': { target: 'closed', description: 'The process stops' } },
    },
    binding: {
      description: 'Asks the system for the port',
      entry: 'bind',
      on: {
        'bind.succeeded': { target: 'listening', description: 'The system gave the port' },
        'bind.failed': {
          target: 'bindFailed',
          actions: 'logFailure',
          description: 'Port or address is not to be had: one warning',
        },
        'bind.skipped': {
          target: 'skipped',
          description: 'An address before it in the same list could not be had',
        },
        'port.closed': { target: 'closed', description: 'The process stops' },
      },
    },
    listening: {
      description: 'Takes connections',
      on: { 'port.closed': { target: 'closed', description: 'The process stops' } },
    },
    bindFailed: {
      description: 'The process runs on without the port; only a restart of the process opens it',
      after: {
        retryDelay: {
          guard: 'bindRetried',
          target: 'binding',
          description: 'Tried again: the quirk of never retrying is off',
        },
      },
      on: { 'port.closed': { target: 'closed', description: 'The process stops' } },
    },
    skipped: {
      description:
        'Never asked for, and without a word in the log: only a restart of the process tries again',
      on: { 'port.closed': { target: 'closed', description: 'The process stops' } },
    },
    closed: { description: 'The port is closed', type: 'final' },
  },
});
