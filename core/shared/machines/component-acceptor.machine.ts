/** A connection that an external component has opened to us on 5270 (§6.1; XEP-0114, XEP-0225). */
import { setup } from 'xstate';

const MALFORMED = {
  target: '#component-acceptor.rejected',
  description: 'More data behind what was not well-formed: 7.1 answers with a stream error',
} as const;

const FINISHED = [
  { guard: 'finNoticed', target: '#component-acceptor.closed' },
  { target: 'socketGone' },
] as const;

export const componentAcceptorMachine = setup({
  types: {
    context: {} as { remote: string },
    input: {} as { remote: string },
    events: {} as
      | { type: 'header.answered' }
      | { type: 'header.client' }
      | { type: 'header.hostUnknown' }
      | { type: 'header.invalidNamespace' }
      | { type: 'header.incomplete' }
      | { type: 'handshake.matched' }
      | { type: 'handshake.differs' }
      | { type: 'sasl.succeeded' }
      | { type: 'sasl.failed' }
      | { type: 'hostname.bound' }
      | { type: 'hostname.unbound' }
      | { type: 'stanza.early' }
      | { type: 'stanza.foreignFrom' }
      | { type: 'stream.malformed' }
      | { type: 'tcp.finished' }
      | { type: 'tcp.lost' }
      | { type: 'force.stopped' },
  },
  delays: { authTimeout: 15_000 },
  guards: {
    /** Off: quirk `fin-unnoticed`. */
    finNoticed: () => true,
    /** It carries no other name. */
    lastHostname: () => true,
  },
  actions: {
    bindHostname: () => undefined,
    unbindHostname: () => undefined,
    unbindAll: () => undefined,
    acceptHandshake: () => undefined,
    offerSasl: () => undefined,
    offerBinding: () => undefined,
    acceptSasl: () => undefined,
    refuseSasl: () => undefined,
    answerRequest: () => undefined,
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
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
        'tcp.finished': [{ guard: 'finNoticed', target: 'closed' }, { target: '.socketGone' }],
        'stanza.early': { target: 'rejected', actions: 'refuseStanza' },
        'stream.malformed': MALFORMED,
      },
      states: {
        opened: {
          description: 'Waits for the stream header',
          on: {
            'header.answered': 'headerAnswered',
            'header.client': { target: 'saslOffered', actions: 'offerSasl' },
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
        saslOffered: {
          description: 'Protocol “client”: PLAIN is offered, and there is one attempt',
          on: {
            'sasl.succeeded': { target: '#component-acceptor.authenticated', actions: 'acceptSasl' },
            'sasl.failed': { target: '#component-acceptor.rejected', actions: 'refuseSasl' },
          },
        },
        socketGone: { description: 'The FIN was only half noticed: nothing happens before the timer' },
      },
    },
    authenticated: {
      description: 'Has proved a secret, and carries no name',
      initial: 'restarting',
      on: {
        'tcp.lost': 'closed',
        'force.stopped': {
          target: 'closed',
          actions: 'closeSocket',
          description: 'Too much traffic, or silent for too long',
        },
        'stanza.early': { target: 'rejected', actions: 'refuseStanza' },
        'stream.malformed': MALFORMED,
      },
      states: {
        restarting: {
          description: 'Waits for the new stream header',
          on: {
            'header.client': { target: 'nameless', actions: 'offerBinding' },
            'header.incomplete': '#component-acceptor.rejected',
            'tcp.finished': FINISHED,
          },
        },
        nameless: {
          description: 'Waits for a name to bind',
          on: {
            'hostname.bound': {
              target: '#component-acceptor.bound',
              actions: ['bindHostname', 'answerRequest'],
            },
            'tcp.finished': FINISHED,
          },
        },
        socketGone: { description: 'The FIN was only half noticed, and no timer runs any more' },
      },
    },
    bound: {
      description: 'In the pool of its domain',
      initial: 'live',
      exit: 'unbindAll',
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
            'hostname.bound': {
              target: 'live',
              actions: ['bindHostname', 'answerRequest'],
              description: 'One more name on the same connection',
            },
            'hostname.unbound': [
              {
                guard: 'lastHostname',
                target: '#component-acceptor.authenticated.nameless',
                actions: 'answerRequest',
                description: 'The last of its names is given back',
              },
              {
                target: 'live',
                actions: ['unbindHostname', 'answerRequest'],
                description: 'One of its names is given back',
              },
            ],
            'stream.malformed': MALFORMED,
            'stanza.foreignFrom': {
              target: '#component-acceptor.rejected',
              description: 'It wrote another domain’s name: the quirk of not looking is off',
            },
            'tcp.finished': FINISHED,
          },
        },
        socketGone: { description: 'Believed up, socket gone: its slot stays in the balancer’s list' },
      },
    },
    rejected: { description: 'Closed', entry: 'closeSocket', always: 'closed' },
    closed: { type: 'final', entry: 'release' },
  },
});
