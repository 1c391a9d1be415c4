/** A connection that another node has dialled to us on 5277 (§5.3, §5.4). */
import { setup } from 'xstate';

export const clusterAcceptorMachine = setup({
  types: {
    context: {} as { peer: string },
    input: {} as { peer: string },
    events: {} as
      | { type: 'header.answered' }
      | { type: 'handshake.matched' }
      | { type: 'handshake.differs' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' }
      | { type: 'write.failed' }
      | { type: 'peer.silent' },
  },
  delays: { guardTime: 10_000 },
  guards: { finNoticed: () => true },
  actions: {
    acceptHandshake: () => undefined,
    stoppedEarly: () => undefined,
    serviceStopped: () => undefined,
    closeSocket: () => undefined,
    logTimeout: () => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'cluster-acceptor',
  description: 'A connection accepted from another cluster node on port 5277',
  context: ({ input }) => input,
  initial: 'negotiating',
  states: {
    negotiating: {
      description: 'At most ten seconds from TCP open to the matching handshake',
      initial: 'opened',
      after: { guardTime: { target: 'closed', actions: ['logTimeout', 'closeSocket', 'stoppedEarly'] } },
      on: {
        'tcp.lost': { target: 'closed', actions: 'stoppedEarly' },
        'tcp.finished': [
          { guard: 'finNoticed', target: 'closed', actions: 'stoppedEarly' },
          { target: '.socketGone' },
        ],
        'force.stopped': {
          target: 'closed',
          actions: ['closeSocket', 'stoppedEarly'],
          description: 'Too much traffic, or silent for too long',
        },
      },
      states: {
        opened: {
          description: 'Waits for the stream header',
          on: { 'header.answered': 'headerAnswered' },
        },
        headerAnswered: {
          description: 'The stream id is out; waits for the digest',
          on: {
            'handshake.matched': { target: '#cluster-acceptor.connected', actions: 'acceptHandshake' },
            'handshake.differs': '#cluster-acceptor.rejected',
          },
        },
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    connected: {
      description: 'In the pool of the peer',
      initial: 'live',
      exit: 'serviceStopped',
      on: {
        'tcp.lost': 'closed',
        // Also of one that has heard no FIN yet: its own side was shut for it.
        'write.failed': 'closed',
        'peer.silent': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'No ping for three minutes (7.1)',
        },
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
              { guard: 'finNoticed', target: '#cluster-acceptor.closed' },
              { target: 'socketGone' },
            ],
          },
        },
        socketGone: {
          description: 'Believed up, socket gone: the next write finds out',
        },
      },
    },
    rejected: {
      description: 'Closed without a stream error',
      entry: ['closeSocket', 'stoppedEarly'],
      always: 'closed',
    },
    closed: { type: 'final', entry: 'release' },
  },
});
