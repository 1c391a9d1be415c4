/** One resource of a user, as the session manager sees it (§7.1; XMPPResourceConnection). */
import { setup } from 'xstate';

export const userSessionMachine = setup({
  types: {
    context: {} as { connectionId: string },
    input: {} as { connectionId: string },
    events: {} as
      | { type: 'user.authenticated' }
      | { type: 'resource.bound' }
      | { type: 'session.set' }
      | { type: 'presence.available' }
      | { type: 'presence.unavailable' }
      | { type: 'resource.taken' }
      | { type: 'stream.closed' },
  },
  delays: { authTimeout: 120_000 },
  actions: {
    logTimeout: () => undefined,
    closeConnection: () => undefined,
    sendConflict: () => undefined,
    logout: () => undefined,
  },
}).createMachine({
  id: 'user-session',
  description: 'A session of a user, from its first stream header to its end',
  context: ({ input }) => input,
  initial: 'connected',
  on: { 'stream.closed': { target: '.closed', description: 'The client, or its connection, has gone' } },
  states: {
    connected: {
      description: 'The stream is open, nobody has logged in; two minutes',
      after: {
        authTimeout: {
          target: 'closed',
          actions: ['logTimeout', 'closeConnection'],
          description: 'Nobody logged in within two minutes',
        },
      },
      on: { 'user.authenticated': { target: 'authenticated', description: 'SASL has succeeded' } },
    },
    authenticated: {
      description: 'The user is known, the resource is not',
      on: { 'resource.bound': { target: 'active', description: 'The other nodes are told' } },
    },
    active: {
      description: 'A full address',
      initial: 'bound',
      on: {
        'resource.taken': {
          target: 'closed',
          actions: 'sendConflict',
          description: 'A newer session has bound the same resource, here or on another node',
        },
      },
      states: {
        bound: {
          description: 'Gets what is sent to its full address',
          on: {
            'resource.bound': { target: 'bound', description: 'Bound again, to another resource' },
            'session.set': { target: 'sessionSet', description: 'The old session request of RFC 3921' },
            'presence.available': { target: 'available', description: 'First presence' },
          },
        },
        sessionSet: {
          description: 'Bound, and flagged Session-Set',
          on: {
            'resource.bound': { target: 'bound', description: 'Bound again, to another resource' },
            'presence.available': { target: 'available', description: 'First presence' },
          },
        },
        available: {
          description: 'Its presence is known to contacts and rooms',
          on: {
            'resource.bound': { target: 'bound', description: 'Bound again, to another resource' },
            'presence.unavailable': {
              target: 'unavailable',
              description: 'Logged out of presence, still connected',
            },
          },
        },
        unavailable: {
          description: 'Has said goodbye, still connected',
          on: {
            'resource.bound': { target: 'bound', description: 'Bound again, to another resource' },
            'presence.available': { target: 'available', description: 'Back' },
          },
        },
      },
    },
    closed: {
      description: 'Contacts, rooms and other nodes are told',
      type: 'final',
      entry: 'logout',
    },
  },
});
