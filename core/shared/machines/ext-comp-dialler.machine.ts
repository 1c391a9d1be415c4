/** The connection that an `ext-comp` of type connect dials: from connection managers to a session manager (§2.7, §4.6). */
import { assign, setup } from 'xstate';

export const extCompDiallerMachine = setup({
  types: {
    context: {} as { host: string; tries: number },
    input: {} as { host: string },
    events: {} as
      | { type: 'tcp.opened' }
      | { type: 'tcp.failed' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' }
      | { type: 'header.received' }
      | { type: 'header.withoutId' }
      | { type: 'handshake.accepted' }
      | { type: 'handshake.incorrect' }
      | { type: 'write.failed' },
  },
  delays: { retryDelay: 2000 },
  guards: {
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** §2.7: thirty minutes in milliseconds, read as a number of tries. */
    triesLeft: ({ context }) => context.tries > 0,
  },
  actions: {
    dial: () => undefined,
    sendHeader: () => undefined,
    sendHandshake: () => undefined,
    addRoutings: () => undefined,
    removeRoutings: () => undefined,
    closeSocket: () => undefined,
  },
}).createMachine({
  id: 'ext-comp-dialler',
  description: 'A connection dialled to the other half of a separated server',
  context: ({ input }) => ({ ...input, tries: 1_800_000 }),
  initial: 'waiting',
  states: {
    waiting: { description: 'Waits two seconds before it dials', after: { retryDelay: 'connecting' } },
    connecting: {
      description: 'TCP connect',
      entry: 'dial',
      on: {
        'tcp.opened': 'negotiating',
        'tcp.failed': {
          target: 'closed',
          actions: assign({ tries: ({ context }) => context.tries - 1 }),
          description: 'Nobody there; one try less',
        },
      },
    },
    negotiating: {
      description: 'Nobody counts the time: silence lasts for ever',
      initial: 'headerSent',
      entry: 'sendHeader',
      on: {
        'tcp.lost': 'closed',
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
        'tcp.finished': [
          { guard: 'finNoticed', target: 'closed' },
          { target: '.socketGone', description: 'The FIN is only half noticed' },
        ],
      },
      states: {
        headerSent: {
          description: 'Waits for the stream id',
          on: {
            'header.received': { target: 'handshakeSent', actions: 'sendHandshake' },
            'header.withoutId': { target: '#ext-comp-dialler.closed', actions: 'closeSocket' },
          },
        },
        handshakeSent: {
          description: 'The digest is out',
          on: {
            'handshake.accepted': '#ext-comp-dialler.bound',
            'handshake.incorrect': { target: '#ext-comp-dialler.closed', actions: 'closeSocket' },
          },
        },
        socketGone: {
          description: 'The FIN was only half noticed, and nothing is written any more: nobody dials again',
        },
      },
    },
    bound: {
      description: 'The routings lead here',
      initial: 'live',
      entry: 'addRoutings',
      exit: 'removeRoutings',
      on: {
        'tcp.lost': 'closed',
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
      },
      states: {
        live: {
          on: {
            'tcp.finished': [
              { guard: 'finNoticed', target: '#ext-comp-dialler.closed' },
              { target: 'socketGone', description: 'The FIN is only half noticed' },
            ],
          },
        },
        socketGone: {
          description: 'Believed up, socket gone: the next write finds out',
          on: { 'write.failed': '#ext-comp-dialler.closed' },
        },
      },
    },
    closed: {
      description: 'Gone; dialled again as long as tries are left',
      always: [
        { guard: 'triesLeft', target: 'waiting' },
        { target: 'givenUp', description: 'The last try has failed' },
      ],
    },
    givenUp: { description: 'Nobody dials any more', type: 'final' },
  },
});
