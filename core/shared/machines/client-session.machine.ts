/** The session of a built-in client: from the TCP dial to its last `</stream:stream>` (RFC 6120 §4, §6, §7; RFC 3921 §3). */
import { assign, setup } from 'xstate';

/** How the stream can end under the client in every phase that has one. */
const streamEnds = {
  'stream.error': [{ guard: 'sessionReplaced', target: 'conflict' }, { target: 'streamError' }],
  'stream.footer': {
    target: 'offline',
    actions: 'sendFooter',
    description: 'The server has closed the stream',
  },
  'tcp.finished': 'connectionLost',
  'tcp.lost': 'connectionLost',
  'client.logout': 'closing',
  'client.fin': 'offline',
  'client.reset': { target: 'offline', actions: 'resetSocket' },
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
        'tcp.opened': 'streamOpened',
        'tcp.failed': 'refused',
        'client.logout': 'offline',
        'client.fin': 'offline',
        'client.reset': 'offline',
      },
    },
    streamOpened: {
      description: 'The stream header is out; waits for the mechanisms',
      entry: 'sendHeader',
      on: {
        ...streamEnds,
        'features.received': [
          { guard: 'mechanismOffered', target: 'authenticating' },
          { target: 'authFailed' },
        ],
      },
    },
    authenticating: {
      description: 'SASL',
      entry: 'sendAuth',
      on: {
        ...streamEnds,
        'sasl.challenge': { actions: 'answerChallenge' },
        'sasl.distrusted': {
          target: 'authFailed',
          actions: 'abortAuth',
          description: 'The server did not prove itself',
        },
        'sasl.success': 'restarted',
        'sasl.failure': 'authFailed',
      },
    },
    restarted: {
      description: 'Authenticated; a new stream begins on the same connection',
      entry: 'sendHeader',
      on: {
        ...streamEnds,
        'features.received': [
          { guard: 'bindOffered', target: 'binding', actions: 'rememberSession' },
          { target: 'bindFailed' },
        ],
      },
    },
    binding: {
      description: 'Asks for its resource',
      entry: 'sendBind',
      on: {
        ...streamEnds,
        'iq.result': [{ guard: 'sessionOffered', target: 'sessionSetUp' }, { target: 'online' }],
        'iq.error': 'bindFailed',
      },
    },
    sessionSetUp: {
      description: 'Asks for the session of the old protocol, because the server offers it',
      entry: 'sendSession',
      on: { ...streamEnds, 'iq.result': 'online', 'iq.error': 'bindFailed' },
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
        'stream.footer': 'offline',
        'stream.error': 'offline',
        'tcp.finished': 'offline',
        'tcp.lost': 'offline',
        'client.fin': 'offline',
        'client.reset': { target: 'offline', actions: 'resetSocket' },
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
