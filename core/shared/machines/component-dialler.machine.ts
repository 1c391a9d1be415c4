/** The connection that a component process dials to a server on 5270 (§6.1, §6.4; XEP-0114). */
import { setup } from 'xstate';

export const componentDiallerMachine = setup({
  types: {
    context: {} as { domain: string; host: string },
    input: {} as { domain: string; host: string },
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
      | { type: 'features.sasl' }
      | { type: 'features.bind' }
      | { type: 'sasl.succeeded' }
      | { type: 'sasl.failed' }
      | { type: 'hostname.answered' },
  },
  delays: { retryDelay: 2000, authTimeout: 15_000 },
  guards: {
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** The item names a protocol: without one no stream header is ever sent (§2.5 field 6). */
    protocolKnown: () => true,
    /** The item names `connect` as its protocol, which Tigase knows and cannot do. */
    protocolUnsupported: () => false,
    /** The item names `client`: it proves its secret by SASL and binds its names itself (XEP-0225). */
    saslUsed: () => false,
    /** Every name that was to be bound has been answered. */
    lastHostname: () => true,
  },
  actions: {
    dial: () => undefined,
    sendHeader: () => undefined,
    sendHandshake: () => undefined,
    sendAuth: () => undefined,
    bindHostnames: () => undefined,
    logUnsupported: () => undefined,
    logAutoDetection: () => undefined,
    bindHostname: () => undefined,
    unbindHostname: () => undefined,
    closeSocket: () => undefined,
  },
}).createMachine({
  id: 'component-dialler',
  description: 'A connection dialled to a server’s component port 5270',
  context: ({ input }) => input,
  initial: 'waiting',
  states: {
    waiting: { description: 'Waits two seconds before it dials', after: { retryDelay: 'connecting' } },
    connecting: {
      description: 'TCP connect',
      entry: 'dial',
      on: { 'tcp.opened': 'negotiating', 'tcp.failed': 'closed' },
    },
    negotiating: {
      description: 'At most fifteen seconds until the server has accepted the handshake',
      initial: 'opened',
      after: { authTimeout: { target: 'closed', actions: 'closeSocket' } },
      on: {
        'tcp.lost': 'closed',
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
        'tcp.finished': [{ guard: 'finNoticed', target: 'closed' }, { target: '.socketGone' }],
      },
      states: {
        opened: {
          description: 'TCP is up',
          always: [
            {
              guard: 'protocolUnsupported',
              target: '#component-dialler.closed',
              actions: ['logUnsupported', 'closeSocket'],
              description: 'The protocol “connect” is not implemented',
            },
            { guard: 'protocolKnown', target: 'headerSent', actions: 'sendHeader' },
            { target: 'silent', actions: 'logAutoDetection', description: 'The item names no protocol' },
          ],
        },
        silent: {
          description: 'Without a protocol no header is ever sent: both ends wait for their timers',
        },
        headerSent: {
          description: 'Waits for the stream id',
          on: {
            'header.received': [
              {
                guard: 'saslUsed',
                target: 'headerSent',
                description: 'Protocol “client”: waits on, to be offered PLAIN',
              },
              { target: 'handshakeSent', actions: 'sendHandshake' },
            ],
            'features.sasl': { target: 'authSent', actions: 'sendAuth' },
            'header.withoutId': { target: '#component-dialler.closed', actions: 'closeSocket' },
          },
        },
        handshakeSent: {
          description: 'The digest is out',
          on: {
            'handshake.accepted': '#component-dialler.bound',
            'handshake.incorrect': { target: '#component-dialler.closed', actions: 'closeSocket' },
          },
        },
        authSent: {
          description: 'Domain and secret are out',
          on: {
            'sasl.succeeded': { target: 'restarted', actions: 'sendHeader' },
            'sasl.failed': { target: '#component-dialler.closed', actions: 'closeSocket' },
          },
        },
        restarted: {
          description: 'A new stream on the same connection: its header is out',
          on: {
            'header.received': 'bindAwaited',
            'header.withoutId': { target: '#component-dialler.closed', actions: 'closeSocket' },
          },
        },
        bindAwaited: {
          description: 'Waits to be offered binding',
          on: { 'features.bind': { target: 'binding', actions: 'bindHostnames' } },
        },
        binding: {
          description: 'Has asked for each of its names',
          on: {
            'hostname.answered': [
              { guard: 'lastHostname', target: '#component-dialler.bound' },
              { target: 'binding', description: 'One of several names is answered' },
            ],
          },
        },
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    bound: {
      description: 'Carries stanzas',
      initial: 'live',
      entry: 'bindHostname',
      exit: 'unbindHostname',
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
              { guard: 'finNoticed', target: '#component-dialler.closed' },
              { target: 'socketGone' },
            ],
          },
        },
        socketGone: { description: 'Believed up, socket gone: nobody dials again' },
      },
    },
    closed: { description: 'Gone; dialled again', always: 'waiting' },
  },
});
