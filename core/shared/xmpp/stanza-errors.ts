/** Stanza error conditions with the legacy code and type that Tigase writes (§9.1, `tigase.xmpp.Authorization`). */

export interface StanzaError {
  /** Number in the `code` attribute. */
  readonly code: number;
  /** Text of the `type` attribute. */
  readonly type: string;
}

export const STANZA_ERRORS = {
  'bad-request': { code: 400, type: 'modify' },
  conflict: { code: 409, type: 'cancel' },
  'feature-not-implemented': { code: 501, type: 'cancel' },
  forbidden: { code: 403, type: 'auth' },
  gone: { code: 302, type: 'modify' },
  'internal-server-error': { code: 500, type: 'wait' },
  'item-not-found': { code: 404, type: 'cancel' },
  'jid-malformed': { code: 400, type: 'modify' },
  'not-acceptable': { code: 406, type: 'modify' },
  'not-allowed': { code: 405, type: 'cancel' },
  'not-authorized': { code: 401, type: 'auth' },
  'payment-required': { code: 402, type: 'auth' },
  // §9.1: no legacy number was ever given to this one, and Tigase writes the zero.
  'policy-violation': { code: 0, type: 'cancel' },
  'recipient-unavailable': { code: 404, type: 'wait' },
  redirect: { code: 302, type: 'modify' },
  'registration-required': { code: 407, type: 'auth' },
  'remote-server-not-found': { code: 404, type: 'cancel' },
  'remote-server-timeout': { code: 504, type: 'wait' },
  'resource-constraint': { code: 500, type: 'wait' },
  'service-unavailable': { code: 503, type: 'cancel' },
  'subscription-required': { code: 407, type: 'auth' },
  // §9.1: the literal text of Tigase's table, invalid by RFC 6120 §8.3.2.
  'undefined-condition': { code: 500, type: '[undefined]' },
  'unexpected-request': { code: 400, type: 'wait' },
} as const satisfies Record<string, StanzaError>;

export type StanzaErrorCondition = keyof typeof STANZA_ERRORS;

/** Code and type of a condition, as Tigase writes them. */
export function stanzaError(condition: StanzaErrorCondition): StanzaError {
  return STANZA_ERRORS[condition];
}

/** Whether a local name is one of the conditions above. */
export function isStanzaErrorCondition(name: string): name is StanzaErrorCondition {
  return Object.hasOwn(STANZA_ERRORS, name);
}
