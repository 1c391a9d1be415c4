/** Each quirk of core/shared/quirks.ts in one sentence: what happens while it is on. */
export const quirksEn = {
  'quirk.fin-unnoticed':
    'A connection that ends with a FIN stays in the pool as if it were alive; nobody dials again until a write or a timer finds out.',
  'quirk.bind-never-retried': 'A port that could not be opened stays closed until the process is restarted.',
  'quirk.lb-tie-by-arrival':
    'Components with the same address are counted in the order in which they connected, which differs from server to server.',
  'quirk.throttling-default-lost':
    'Without a throttling property every link and client is cut above 2,500 packets or 20,000,000 bytes a minute. Takes effect when a process starts.',
  'quirk.lb-dead-slot-kept':
    'The load balancer still counts a component whose socket is gone; what falls to it goes to the first living one.',
  'quirk.lb-full-jid-string-hash': 'The …FullJidLB classes hash the full JID as one text.',
  'quirk.component-from-unchecked': 'A component may write any sender into its stanzas.',
  'quirk.component-disco-connected': 'Disco calls a component domain connected whether it is or not.',
  'quirk.component-malformed-ignored':
    'A component that writes malformed XML hears nothing of it; the server goes deaf and keeps sending to it.',
  'quirk.component-routing-kept':
    'A component process that has lost all its servers still routes everything to them: it is lost without an answer.',
  'quirk.client-from-kept':
    'A client may write its bare JID, or another of its resources, as the sender of a stanza.',
  'quirk.client-from-doubles':
    'A stanza with a sender that the client wrote reaches a user on another node twice.',
  'quirk.false-disconnect':
    'A node believes that a peer is gone when any socket of that peer stops while one connection is left.',
  'quirk.lab-scram': 'The lab offers SCRAM-SHA-1, which the original does not.',
  'quirk.lab-rfc-errors':
    'The lab answers malformed XML of a client with a stream error; the original says nothing.',
} as const;
