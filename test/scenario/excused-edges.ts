/** What `edge-coverage.ts` lets pass, each with its reason. */

const MALFORMED =
  'a scenario’s stanzas are well-formed: test/unit/server/links/component-links.test.ts writes what is not';

/** Edges that no scenario takes. */
export const EXCUSED_EDGES: Readonly<Record<string, string>> = {
  'component-acceptor.negotiating|stream.malformed|0': MALFORMED,
  'component-acceptor.authenticated|stream.malformed|0': MALFORMED,
  'cluster-dialler.negotiating.handshakeSent|peer.isSelf|0':
    'a node that dials itself: its accepting end finds out first and closes (fault-name-of-itself.yaml)',
  'ext-comp-dialler.closed|always|1': 'the 1,800,000 tries are over after 41 days',
};

const CROSSED = 'the server’s next word crosses the client’s goodbye';
const AFTER_THE_ERROR = 'a stream error ends the session; the footer behind it finds it over';

/** `MACHINE STATE EVENT` that a machine has refused in some scenario. */
export const EXCUSED_REFUSALS: Readonly<Record<string, string>> = {
  'client-session closing features.received': CROSSED,
  'client-session closing sasl.success': CROSSED,
  'client-session streamError stream.footer': AFTER_THE_ERROR,
  'client-session conflict stream.footer': AFTER_THE_ERROR,
  'c2s-stream closed stream.footer': '<hello/> is a root of the wrong name and its end in one',
  'c2s-stream closing.told stream.footer': 'a header that was injected is a root and its end in one',
  'component-dialler negotiating.silent header.received':
    'a component without a protocol has sent no header, and hears the error of a header that was injected',
};
