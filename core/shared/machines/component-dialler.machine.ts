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
      | { type: 'header.received' }
      | { type: 'header.withoutId' }
      | { type: 'handshake.accepted' }
      | { type: 'handshake.incorrect' }
      | { type: 'stanza.early' },
  },
  delays: { retryDelay: 2000, authTimeout: 15_000 },
  guards: {
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** The item names a protocol: without one no stream header is ever sent (§2.5 field 6). */
    protocolKnown: () => true,
    /** The item names `connect` as its protocol, which Tigase knows and cannot do. */
    protocolUnsupported: () => false,
  },
  actions: {
    dial: () => undefined,
    sendHeader: () => undefined,
    sendHandshake: () => undefined,
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
            'header.received': { target: 'handshakeSent', actions: 'sendHandshake' },
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
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    bound: {
      description: 'Carries stanzas',
      initial: 'live',
      entry: 'bindHostname',
      exit: 'unbindHostname',
      on: { 'tcp.lost': 'closed' },
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
