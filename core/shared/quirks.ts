/**
 * Every known oddity of the original that is played, and what the lab does beyond it, in one list: its source, the
 * profiles that have it on, and one sentence. `docs/fidelity.md` has a row for each.
 */
export interface Quirk {
  name: string;
  /** Profiles in which it is on unless switched. */
  on: readonly ('5.2' | '7.1')[];
  source: string;
}

export const QUIRKS = [
  {
    name: 'fin-unnoticed',
    on: ['5.2'],
    source:
      '5.2.3 on the wire, 5.2.0–5.2.2 by source: they close their side on a FIN and go on believing in the connection',
  },
  {
    name: 'bind-never-retried',
    on: ['5.2', '7.1'],
    source: '5.2.3 as it ran, and by source: one WARNING for a failed bind, and no second try',
  },
  {
    name: 'lb-tie-by-arrival',
    on: ['5.2', '7.1'],
    source:
      'two MUC processes on one address, seen with 5.2.3: equal addresses stay in the order of connecting, which differs from server to server',
  },
  {
    name: 'lb-dead-slot-kept',
    on: ['5.2'],
    source:
      '5.2.3 as it ran with three components: the slot of a component whose socket is gone is still counted; 7.1.7 counts the others at once',
  },
  {
    name: 'lb-full-jid-string-hash',
    on: ['5.2'],
    source:
      '480 choices of 5.2.3 and 7.1.7: String.hashCode of the full JID there, Objects.hash(bare JID, resource) here',
  },
  {
    name: 'component-from-unchecked',
    on: ['5.2', '7.1'],
    source: 'raw components on 5.2.3 and 7.1.7: whatever `from` they wrote was delivered',
  },
  {
    name: 'component-disco-connected',
    on: ['5.2'],
    source: '5.2.3 as an administrator saw it: `ext-comp connected`, also while no component is there',
  },
  {
    name: 'component-malformed-ignored',
    on: ['5.2'],
    source:
      'raw components on 5.2.3: what is not well-formed is not answered, and the connection is still sent to; 7.1.7 ends it with not-well-formed',
  },
  {
    name: 'component-routing-kept',
    on: ['5.2', '7.1'],
    source:
      'by source: the dialling side takes three routings away that it never had, so `.*` stays when the last server has gone',
  },
  {
    name: 'throttling-default-lost',
    on: ['5.2'],
    source:
      '5.1.5–7.0.4 by source, 5.2.3 as it ran: without a throttling property every connection manager, cluster and components too, gets 2500 packets and 20 000 000 bytes a minute',
  },
  {
    name: 'client-from-kept',
    on: ['5.2'],
    source:
      'answers of 5.2.3 to raw clients: a `from` of the client’s own bare JID or other resource is left as it is',
  },
  {
    name: 'client-from-doubles',
    on: ['5.2'],
    source:
      'answers of 5.2.3 to raw clients: a stanza with a client-given `from` reaches a user on another node twice',
  },
  {
    name: 'false-disconnect',
    on: ['5.2'],
    source:
      '5.2.1 by source: any socket of a peer that stops while one connection is left counts as the last one, an unauthenticated one too',
  },
  {
    name: 'lab-scram',
    on: ['5.2', '7.1'],
    source: 'the lab offers SCRAM-SHA-1 where 5.2.3 offers PLAIN and ANONYMOUS only',
  },
  {
    name: 'lab-rfc-errors',
    on: ['5.2', '7.1'],
    source:
      'RFC 6120 §4.9: malformed XML of a client is answered by a stream error, which 5.2.3 does not send',
  },
] as const satisfies readonly Quirk[];

export type QuirkName = (typeof QUIRKS)[number]['name'];

export function isQuirk(name: string): name is QuirkName {
  return QUIRKS.some((quirk) => quirk.name === name);
}

/** Whether a quirk is on in a profile when nobody has switched it. */
export function quirkDefault(name: string, profile: '5.2' | '7.1'): boolean {
  const quirk: Quirk | undefined = QUIRKS.find((candidate) => candidate.name === name);
  return quirk?.on.includes(profile) ?? false;
}
