/** A client's connection on 5222 as `c2s` sees it (§7.1, §7.2). */
import { setup } from 'xstate';

export const c2sStreamMachine = setup({
  types: {
    context: {} as { remote: string },
    input: {} as { remote: string },
    events: {} as
      | { type: 'header.answered' }
      | { type: 'header.rejected' }
      | { type: 'features.sent' }
      | { type: 'sasl.success' }
      | { type: 'resource.bound' }
      | { type: 'stream.footer' }
      | { type: 'stream.malformed' }
      | { type: 'session.closed' }
      | { type: 'stream.closed.answered' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' }
      | { type: 'write.failed' },
  },
  delays: { openedAnswer: 45_000, closedAnswer: 120_000, closedAgain: 60_000 },
  guards: {
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** The session manager has never heard of this stream. */
    sessionUnknown: () => false,
  },
  actions: {
    closeStream: () => undefined,
    closeSocket: () => undefined,
    tellClosedAgain: () => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'c2s-stream',
  description: 'A client stream on port 5222',
  context: ({ input }) => input,
  initial: 'open',
  states: {
    open: {
      description: 'The socket is there',
      initial: 'tcpOpen',
      on: {
        'stream.footer': { target: 'closing', description: 'The client ends its stream' },
        'stream.malformed': { target: 'closing', description: 'What the client wrote cannot be read on' },
        'header.rejected': { target: 'closing', description: 'A second header is refused or sent elsewhere' },
        'session.closed': { target: 'closing', description: 'The session manager ends the session' },
        'force.stopped': { target: 'closing', description: 'Too much traffic, or silent for too long' },
        'tcp.finished': [
          { guard: 'finNoticed', target: 'closing', description: 'FIN without the end of the stream' },
          { target: 'socketGone', description: 'The FIN is only half noticed' },
        ],
        'tcp.lost': [
          { guard: 'finNoticed', target: 'closing', description: 'The connection was reset' },
          { target: 'socketGone', description: 'The reset is not noticed' },
        ],
      },
      states: {
        tcpOpen: {
          description: 'Waits for the stream header, for ever if need be',
          on: {
            'header.answered': { target: 'opening', description: 'A header for one of our virtual hosts' },
            'header.rejected': { target: '#c2s-stream.rejected', description: 'No `to`, or nobody’s host' },
          },
        },
        opening: {
          description: 'The session manager is told and asked for the features; it has 45 seconds',
          after: { openedAnswer: { target: '#c2s-stream.closing', description: 'No answer' } },
          on: { 'features.sent': { target: 'streamOpened', description: 'The features are out' } },
        },
        streamOpened: {
          description: 'Waits for the login; the session manager counts two minutes',
          on: {
            'sasl.success': { target: 'authenticated', description: 'SASL success is out' },
            'header.answered': { target: 'opening', description: 'A second header, answered like the first' },
          },
        },
        authenticated: {
          description: 'Waits for the second stream header',
          on: { 'header.answered': { target: 'reopening', description: 'Answered with the same id' } },
        },
        reopening: {
          description: 'The session manager is asked what a known user may do',
          on: { 'features.sent': { target: 'restarted', description: 'Bind and session are offered' } },
        },
        restarted: {
          description: 'Waits for a resource to be bound',
          on: { 'resource.bound': { target: 'bound', description: 'The full address is known' } },
        },
        bound: {
          description: 'Carries stanzas',
          on: {
            'resource.bound': { target: 'bound', description: 'Bound again, to another resource' },
            'header.answered': { target: 'bound', description: 'A second header, answered like the first' },
          },
        },
      },
    },
    socketGone: {
      description: 'Believed up, socket gone: the session lives until something is written to it',
      on: {
        'write.failed': { target: 'closing', description: 'The write finds out' },
        'session.closed': { target: 'closing', description: 'The session manager ends the session' },
      },
    },
    rejected: {
      description: 'Stream error and end of stream are out',
      entry: 'closeSocket',
      always: { target: 'closed', description: 'Closed at once' },
    },
    closing: {
      description: 'The stream is ended; the session manager is told, and told again until it answers',
      initial: 'told',
      entry: 'closeStream',
      always: { guard: 'sessionUnknown', target: 'closed', description: 'There was no session' },
      on: { 'stream.closed.answered': { target: 'closed', description: 'The session is gone' } },
      states: {
        told: {
          description: 'Two minutes for the answer',
          after: {
            closedAnswer: { target: 'toldAgain', actions: 'tellClosedAgain', description: 'No answer' },
          },
        },
        toldAgain: {
          description: 'A minute for the answer',
          after: {
            closedAgain: {
              target: 'toldAgain',
              reenter: true,
              actions: 'tellClosedAgain',
              description: 'No answer yet',
            },
          },
        },
      },
    },
    closed: { description: 'The connection is forgotten', type: 'final', entry: 'release' },
  },
});
