/** The session of a built-in client: from the TCP dial to its last `</stream:stream>` (RFC 6120 §4, §6, §7; RFC 3921 §3). */
import { assign, setup } from 'xstate';

/** How the stream can end under the client in every phase that has one. */
const streamEnds = {
  'stream.error': [
    {
      guard: 'sessionReplaced',
      target: 'conflict',
      description: 'The server has given the resource to another',
    },
    { target: 'streamError', description: 'The server says why it ends the stream' },
  ],
  'stream.footer': {
    target: 'offline',
    actions: 'sendFooter',
    description: 'The server has closed the stream',
  },
  'tcp.finished': { target: 'connectionLost', description: 'A FIN without </stream:stream>' },
  'tcp.lost': { target: 'connectionLost', description: 'A RST' },
  'client.logout': { target: 'closing', description: 'The user logs out' },
  'client.fin': { target: 'offline', description: 'The client vanishes: only a FIN' },
  'client.reset': { target: 'offline', actions: 'resetSocket', description: 'The client vanishes by a RST' },
} as const;

export const clientSessionMachine = setup({
  types: {
    context: {} as { client: string; node: string; mechanism: string; sessionOffered: boolean },
    input: {} as { client: string; node: string; mechanism: string },
    events: {} as
      | { type: 'tcp.opened' }
      | { type: 'tcp.failed' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'features.received'; mechanisms: string[]; bind: boolean; session: boolean }
      | { type: 'sasl.challenge' }
      | { type: 'sasl.distrusted' }
      | { type: 'sasl.success' }
      | { type: 'sasl.failure' }
      | { type: 'iq.result' }
      | { type: 'iq.error' }
      | { type: 'stream.error'; condition: string }
      | { type: 'stream.footer' }
      | { type: 'client.logout' }
      | { type: 'client.fin' }
      | { type: 'client.reset' },
  },
  guards: {
    mechanismOffered: ({ context, event }) =>
      event.type === 'features.received' && event.mechanisms.includes(context.mechanism),
    bindOffered: ({ event }) => event.type === 'features.received' && event.bind,
    sessionOffered: ({ context }) => context.sessionOffered,
    /** RFC 6120 §4.9.3.3: the same resource has come online somewhere else. */
    sessionReplaced: ({ event }) => event.type === 'stream.error' && event.condition === 'conflict',
  },
  actions: {
    dial: () => undefined,
    sendHeader: () => undefined,
    sendAuth: () => undefined,
    answerChallenge: () => undefined,
    abortAuth: () => undefined,
    sendBind: () => undefined,
    sendSession: () => undefined,
    sendPresence: () => undefined,
    sendFooter: () => undefined,
    closeSocket: () => undefined,
    resetSocket: () => undefined,
    rememberSession: assign({
      sessionOffered: ({ event }) => event.type === 'features.received' && event.session,
    }),
  },
}).createMachine({
  id: 'client-session',
  description: 'The session of a built-in client',
  context: ({ input }) => ({ ...input, sessionOffered: false }),
  initial: 'dialling',
  states: {
    dialling: {
      description: 'TCP connect to the client port',
      entry: 'dial',
      on: {
        'tcp.opened': { target: 'streamOpened', description: 'TCP is up' },
        'tcp.failed': { target: 'refused', description: 'No such name, no route, or nobody listens' },
        'client.logout': { target: 'offline', description: 'Called off before it was connected' },
        'client.fin': { target: 'offline', description: 'Called off before it was connected' },
        'client.reset': { target: 'offline', description: 'Called off before it was connected' },
      },
    },
    streamOpened: {
      description: 'The stream header is out; waits for the mechanisms',
      entry: 'sendHeader',
      on: {
        ...streamEnds,
        'features.received': [
          { guard: 'mechanismOffered', target: 'authenticating', description: 'The mechanism is offered' },
          { target: 'authFailed', description: 'The mechanism is not offered' },
        ],
      },
    },
    authenticating: {
      description: 'SASL',
      entry: 'sendAuth',
      on: {
        ...streamEnds,
        'sasl.challenge': { actions: 'answerChallenge', description: 'The server asks for more' },
        'sasl.distrusted': {
          target: 'authFailed',
          actions: 'abortAuth',
          description: 'The server did not prove itself',
        },
        'sasl.success': { target: 'restarted', description: 'Logged in' },
        'sasl.failure': { target: 'authFailed', description: 'Wrong password, or a mechanism refused' },
      },
    },
    restarted: {
      description: 'Authenticated; a new stream begins on the same connection',
      entry: 'sendHeader',
      on: {
        ...streamEnds,
        'features.received': [
          {
            guard: 'bindOffered',
            target: 'binding',
            actions: 'rememberSession',
            description: 'Resource binding is offered',
          },
          { target: 'bindFailed', description: 'The new stream offers no resource binding' },
        ],
      },
    },
    binding: {
      description: 'Asks for its resource',
      entry: 'sendBind',
      on: {
        ...streamEnds,
        'iq.result': [
          {
            guard: 'sessionOffered',
            target: 'sessionSetUp',
            description: 'Bound; a session is still to be asked for',
          },
          { target: 'online', description: 'Bound' },
        ],
        'iq.error': { target: 'bindFailed', description: 'The resource is not to be had' },
      },
    },
    sessionSetUp: {
      description: 'Asks for the session of the old protocol, because the server offers it',
      entry: 'sendSession',
      on: {
        ...streamEnds,
        'iq.result': { target: 'online', description: 'The session is there' },
        'iq.error': { target: 'bindFailed', description: 'No session is to be had' },
      },
    },
    online: {
      description: 'Sends and receives stanzas',
      entry: 'sendPresence',
      on: streamEnds,
    },
    closing: {
      description: 'The footer is out; waits until the server has closed',
      entry: 'sendFooter',
      on: {
        'stream.footer': { target: 'offline', description: 'The server has closed its side too' },
        'stream.error': { target: 'offline', description: 'The server was about to end the stream itself' },
        'tcp.finished': { target: 'offline', description: 'The server has closed without a footer' },
        'tcp.lost': { target: 'offline', description: 'A RST' },
      },
    },
    offline: { description: 'The session is over', type: 'final', entry: 'closeSocket' },
    refused: { description: 'Nobody listens there, or nobody by that name', type: 'final' },
    authFailed: {
      description: 'The server did not take the password, or offers no mechanism that the client may use',
      type: 'final',
      entry: ['sendFooter', 'closeSocket'],
    },
    bindFailed: {
      description: 'Logged in, but no resource or no session was to be had',
      type: 'final',
      entry: ['sendFooter', 'closeSocket'],
    },
    conflict: {
      description: 'Thrown out: another client has taken the same resource',
      type: 'final',
      entry: ['sendFooter', 'closeSocket'],
    },
    streamError: {
      description: 'The server has ended the stream with an error, or sent what is no XML',
      type: 'final',
      entry: ['sendFooter', 'closeSocket'],
    },
    connectionLost: {
      description: 'TCP is gone without a word in the stream',
      type: 'final',
      entry: 'closeSocket',
    },
  },
});
