/** One of the connections that a node dials to another node on 5277 (§5.1, §5.3, §5.4). */
import { setup } from 'xstate';

export const clusterDiallerMachine = setup({
  types: {
    context: {} as { peer: string },
    input: {} as { peer: string },
    events: {} as
      | { type: 'tcp.opened' }
      | { type: 'tcp.failed' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' }
      | { type: 'header.received' }
      | { type: 'handshake.accepted' }
      | { type: 'handshake.incorrect' }
      | { type: 'write.failed' }
      | { type: 'item.added' }
      | { type: 'peer.silent' }
      | { type: 'peer.isSelf' },
  },
  delays: { retryDelay: 5000, guardTime: 10_000 },
  guards: {
    /** The peer is still in the node list: it is looked up again before each try. */
    stillListed: () => true,
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** The own item, whose secret is the proof, is in the node list. */
    secretKnown: () => true,
  },
  actions: {
    dial: () => undefined,
    sendHeader: () => undefined,
    sendHandshake: () => undefined,
    logNoSecret: () => undefined,
    stoppedEarly: () => undefined,
    serviceConnected: () => undefined,
    serviceStopped: () => undefined,
    closeSocket: () => undefined,
    logTimeout: () => undefined,
  },
}).createMachine({
  id: 'cluster-dialler',
  description: 'A connection dialled to another cluster node on port 5277',
  context: ({ input }) => input,
  initial: 'waiting',
  states: {
    waiting: {
      description: 'Waits five seconds before it dials',
      after: { retryDelay: [{ guard: 'stillListed', target: 'connecting' }, { target: 'unlisted' }] },
    },
    connecting: {
      description: 'TCP connect',
      entry: 'dial',
      on: { 'tcp.opened': 'negotiating', 'tcp.failed': 'closed' },
    },
    negotiating: {
      description: 'At most ten seconds from TCP open to the accepted handshake',
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
        opened: { description: 'TCP is up', always: { target: 'headerSent', actions: 'sendHeader' } },
        headerSent: {
          description: 'Waits for the stream id',
          on: {
            'header.received': [
              { guard: 'secretKnown', target: 'handshakeSent', actions: 'sendHandshake' },
              {
                target: 'headerSent',
                actions: 'logNoSecret',
                description: 'The node has forgotten its own secret: nothing is said before the timer',
              },
            ],
          },
        },
        handshakeSent: {
          description: 'The digest is out',
          on: {
            'handshake.accepted': '#cluster-dialler.connected',
            'handshake.incorrect': 'handshakeSent',
            'peer.isSelf': {
              target: '#cluster-dialler.closed',
              actions: ['closeSocket', 'stoppedEarly'],
              description: 'The answer came from this very node (7.1)',
            },
          },
        },
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    connected: {
      description: 'In the pool of the peer',
      initial: 'live',
      entry: 'serviceConnected',
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
              { guard: 'finNoticed', target: '#cluster-dialler.closed' },
              { target: 'socketGone' },
            ],
          },
        },
        socketGone: {
          description: 'Believed up, socket gone: the next write finds out',
        },
      },
    },
    closed: {
      description: 'Gone; dialled again as long as the peer is listed',
      always: [{ guard: 'stillListed', target: 'waiting' }, { target: 'unlisted' }],
    },
    unlisted: {
      description: 'The peer has left the node list: nobody dials until it is added again',
      on: { 'item.added': 'waiting' },
    },
  },
});
