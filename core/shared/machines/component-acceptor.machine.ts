/** A connection that an external component has opened to us on 5270 (§6.1; XEP-0114). */
import { setup } from 'xstate';

const MALFORMED = {
  target: '#component-acceptor.rejected',
  description: 'More data behind what was not well-formed: 7.1 answers with a stream error',
} as const;

export const componentAcceptorMachine = setup({
  types: {
    context: {} as { remote: string },
    input: {} as { remote: string },
    events: {} as
      | { type: 'header.answered' }
      | { type: 'header.hostUnknown' }
      | { type: 'header.invalidNamespace' }
      | { type: 'header.incomplete' }
      | { type: 'handshake.matched' }
      | { type: 'handshake.differs' }
      | { type: 'stanza.early' }
      | { type: 'stanza.foreignFrom' }
      | { type: 'stream.malformed' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' },
  },
  delays: { authTimeout: 15_000 },
  guards: { finNoticed: () => true },
  actions: {
    bindHostname: () => undefined,
    acceptHandshake: () => undefined,
    unbindHostname: () => undefined,
    refuseStanza: () => undefined,
    closeSocket: () => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'component-acceptor',
  description: 'A connection accepted on the component port 5270',
  context: ({ input }) => input,
  initial: 'negotiating',
  states: {
    negotiating: {
      description: 'At most fifteen seconds until the digest has matched',
      initial: 'opened',
      after: { authTimeout: { target: 'closed', actions: 'closeSocket' } },
      on: {
        'tcp.lost': 'closed',
        'tcp.finished': [{ guard: 'finNoticed', target: 'closed' }, { target: '.socketGone' }],
        'stanza.early': { target: 'rejected', actions: 'refuseStanza' },
        'stream.malformed': MALFORMED,
      },
      states: {
        opened: {
          description: 'Waits for the stream header',
          on: {
            'header.answered': 'headerAnswered',
            'header.hostUnknown': '#component-acceptor.rejected',
            'header.invalidNamespace': '#component-acceptor.rejected',
            'header.incomplete': '#component-acceptor.rejected',
          },
        },
        headerAnswered: {
          description: 'The stream id is out; waits for the digest',
          on: {
            // The domain is bound before the answer is written (§6.1).
            'handshake.matched': {
              target: '#component-acceptor.bound',
              actions: ['bindHostname', 'acceptHandshake'],
            },
            'handshake.differs': '#component-acceptor.rejected',
          },
        },
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    bound: {
      description: 'In the pool of its domain',
      initial: 'live',
      exit: 'unbindHostname',
      on: { 'tcp.lost': 'closed' },
      states: {
        live: {
          on: {
            'stream.malformed': MALFORMED,
            'stanza.foreignFrom': {
              target: '#component-acceptor.rejected',
              description: 'It wrote another domain’s name: the quirk of not looking is off',
            },
            'tcp.finished': [
              { guard: 'finNoticed', target: '#component-acceptor.closed' },
              { target: 'socketGone' },
            ],
          },
        },
        socketGone: { description: 'Believed up, socket gone: its slot stays in the balancer’s list' },
      },
    },
    rejected: { description: 'Closed', entry: 'closeSocket', always: 'closed' },
    closed: { type: 'final', entry: 'release' },
  },
});
