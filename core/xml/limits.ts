/**
 * What one stream may cost. Every limit holds while parsing, so that memory stays bounded whatever arrives.
 * "Chars" are UTF-16 units after decoding, which is what Tigase's Java parser counts too.
 */
export interface XmlLimits {
  /** Nesting inside one stanza; the stanza itself is 1. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
  readonly maxAttributeValueChars: number;
  /** Element, attribute and entity names. */
  readonly maxNameChars: number;
  /** One run of text between two tags. */
  readonly maxTextChars: number;
  /** Elements in one stanza, itself included. */
  readonly maxElements: number;
  /** Bytes of one stanza, or of the stream header with its XML declaration. */
  readonly maxStanzaBytes: number;
}

/** tigase-xmltools' own constants, `--elements-number-limit` at its default; nesting and bytes from S01c. */
export const TIGASE_LIMITS: XmlLimits = {
  maxDepth: 1_000,
  maxAttributes: 50,
  maxAttributeValueChars: 10 * 1024,
  maxNameChars: 1_024,
  maxTextChars: 1024 * 1024,
  maxElements: 1_000,
  maxStanzaBytes: 2 * 1024 * 1024,
};

/** Between the processes of a cluster and in the lab's own input: generous, but never without an end. */
export const CLUSTER_LIMITS: XmlLimits = {
  ...TIGASE_LIMITS,
  // A stanza travels wrapped there, and with its server's `from` and the namespaces of the client's stream header.
  maxDepth: TIGASE_LIMITS.maxDepth * 2,
  maxAttributes: TIGASE_LIMITS.maxAttributes * 3,
  maxTextChars: 20 * 1024 * 1024,
  maxElements: 100_000,
  maxStanzaBytes: 20 * 1024 * 1024,
};

/**
 * The same limits with another `--elements-number-limit`.
 * @param n elements per stanza, at least 1
 */
export function withElementLimit(limits: XmlLimits, n: number): XmlLimits {
  return { ...limits, maxElements: Math.max(1, n) };
}
