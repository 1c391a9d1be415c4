/** A connection from another XMPP server on 5269: federation is not played, so it leads nowhere (§6.6). */
import { setup } from 'xstate';

export const s2sAcceptorMachine = setup({
  types: {
    context: {} as { remote: string },
    input: {} as { remote: string },
    events: {} as { type: 'tcp.finished' } | { type: 'tcp.lost' },
  },
  delays: { patience: 15_000 },
  actions: { logRefusal: () => undefined, closeSocket: () => undefined },
}).createMachine({
  id: 's2s-acceptor',
  description: 'A connection accepted on the server-to-server port 5269',
  context: ({ input }) => input,
  initial: 'accepted',
  states: {
    accepted: {
      description: 'Nothing is answered; closed after fifteen seconds',
      after: {
        patience: {
          target: 'closed',
          actions: ['logRefusal', 'closeSocket'],
          description: 'Fifteen seconds are over',
        },
      },
      on: {
        'tcp.finished': { target: 'closed', actions: 'closeSocket', description: 'The peer gave up' },
        'tcp.lost': { target: 'closed', description: 'The connection was reset' },
      },
    },
    closed: { description: 'Gone', type: 'final' },
  },
});
