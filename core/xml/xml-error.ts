import type { XmlLimits } from './limits.js';

/** What kind of refusal it is; `too-large` covers every limit, the rule names which. */
export type XmlErrorCode =
  'not-well-formed' | 'restricted-xml' | 'bad-format' | 'invalid-utf8' | 'unsupported-encoding' | 'too-large';

/** The rule that was broken: a code for texts and tests, never prose. */
export type XmlRule =
  | 'bad-tag'
  | 'bad-name'
  | 'bad-declaration'
  | 'mismatched-end-tag'
  | 'duplicate-attribute'
  | 'missing-space'
  | 'attribute-without-value'
  | 'attribute-without-quotes'
  | 'less-than-in-attribute'
  | 'unbound-prefix'
  | 'bad-namespace-declaration'
  | 'bare-ampersand'
  | 'undefined-entity'
  | 'illegal-character'
  | 'cdata-end-in-text'
  | 'doctype'
  | 'comment'
  | 'processing-instruction'
  | 'declaration-after-start'
  | 'declaration-without-root'
  | 'encoding-not-utf8'
  | 'bad-utf8'
  | 'text-before-root'
  | 'text-between-stanzas'
  | 'no-element'
  | 'unclosed-element'
  | 'trailing-content'
  | keyof XmlLimits;

/** Why the parser gave up: a value, never thrown out of this room. */
export interface XmlError {
  readonly code: XmlErrorCode;
  readonly ruleDetail: XmlRule;
  /**
   * Where: for streams the number of bytes since the parser was made (restarts do not reset it), for
   * `parseElement` the index into its text. It names the byte at which the rule was seen to be broken.
   */
  readonly offset: number;
}

/** Stream error conditions of RFC 6120 §4.9.3 that a parser can be the reason for. */
export type XmlStreamCondition =
  'not-well-formed' | 'restricted-xml' | 'bad-format' | 'unsupported-encoding' | 'policy-violation';

const CONDITIONS: Record<XmlErrorCode, XmlStreamCondition> = {
  'not-well-formed': 'not-well-formed',
  'restricted-xml': 'restricted-xml',
  'bad-format': 'bad-format',
  // RFC 6120 §4.9.3.22: "or has otherwise improperly encoded the stream".
  'invalid-utf8': 'unsupported-encoding',
  'unsupported-encoding': 'unsupported-encoding',
  // RFC 6120 §13.12 and §4.9.3.14: limits are local policy.
  'too-large': 'policy-violation',
};

/** The stream error condition (RFC 6120 §4.9.3) to close a stream with. */
export function streamCondition(error: XmlError): XmlStreamCondition {
  return CONDITIONS[error.code];
}
