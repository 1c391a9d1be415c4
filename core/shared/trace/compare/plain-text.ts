/**
 * What is left to chance in a text, made equal: of two runs that tell the same story, ids, ports of the dialling side and
 * stamps are others.
 */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const STAMP = /\d{4}-?\d\d-?\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?/g;
/** Ports that the system picks; those of services are lower. */
const DIALLING_PORT = /([:_])(3[2-9]|[45]\d|6[0-5])\d{3}(?![0-9])/g;
/** Digests and nonces: they follow from ids. */
const DIGEST = /\b[0-9a-f]{32,}\b/gi;

/** Whether any of these can be in a text: most have none of them, and there are many. */
const PERHAPS = /[0-9a-f]{8}|\d{4}-\d\d-\d\dT|[:_]\d{5}/i;

export function plainText(text: string): string {
  if (!PERHAPS.test(text)) return text;
  return text
    .replace(UUID, '{id}')
    .replace(STAMP, '{stamp}')
    .replace(DIALLING_PORT, '$1{port}')
    .replace(DIGEST, '{digest}');
}

/** A number of 53 bits that stands for a text: two long traces are compared without keeping their texts. */
export function textHash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
