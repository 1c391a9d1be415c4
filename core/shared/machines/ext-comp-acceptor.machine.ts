/** A connection that an `ext-comp` of type accept has taken: a session manager’s end of it (§2.7, §4.6). */
import { setup } from 'xstate';

export const extCompAcceptorMachine = setup({
  types: {
    context: {} as { remote: string },
    input: {} as { remote: string },
    events: {} as
      | { type: 'header.answered' }
      | { type: 'handshake.matched' }
      | { type: 'handshake.differs' }
      | { type: 'stanza.early' }
      | { type: 'service.replaced' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' }
      | { type: 'write.failed' },
  },
  guards: { finNoticed: () => true },
  actions: {
    acceptHandshake: () => undefined,
    addRoutings: () => undefined,
    removeRoutings: () => undefined,
    closeSocket: () => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'ext-comp-acceptor',
  description: 'A connection accepted from the other half of a separated server',
  context: ({ input }) => input,
  initial: 'negotiating',
  states: {
    negotiating: {
      description: 'Nobody counts the time: silence lasts for ever',
      initial: 'opened',
      on: {
        'tcp.lost': 'closed',
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
        'tcp.finished': { target: 'closed', description: 'FIN before the handshake' },
        'stanza.early': { target: 'rejected', description: 'A stanza before the handshake' },
      },
      states: {
        opened: {
          description: 'Waits for the stream header, which may name anybody',
          on: { 'header.answered': 'headerAnswered' },
        },
        headerAnswered: {
          description: 'The stream id is out; waits for the digest',
          on: {
            'handshake.matched': { target: '#ext-comp-acceptor.bound', actions: 'acceptHandshake' },
            'handshake.differs': '#ext-comp-acceptor.rejected',
          },
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
        'service.replaced': { target: 'rejected', description: 'A newer connection takes its place' },
      },
      states: {
        live: {
          on: {
            'tcp.finished': [
              { guard: 'finNoticed', target: '#ext-comp-acceptor.closed' },
              { target: 'socketGone', description: 'The FIN is only half noticed' },
            ],
          },
        },
        socketGone: {
          description: 'Believed up, socket gone: the next write finds out',
          on: { 'write.failed': '#ext-comp-acceptor.closed' },
        },
      },
    },
    rejected: { description: 'Closed without a stream error', entry: 'closeSocket', always: 'closed' },
    closed: { type: 'final', entry: 'release' },
  },
});
