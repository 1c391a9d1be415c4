/** Secrets in what is sent: passwords, and what only somebody who knows a password can say. */
import type { SessionCut } from '#core/shared/session/session-schema.js';
import type { Edit } from './edits.js';
import type { Secrets } from './secrets.js';

export interface StanzaSecrets {
  edits: Edit[];
  /** Here stands a proof that cannot be given for another password. */
  proof?: { start: number; reason: SessionCut['reason'] };
}

const PASSWORD = /(<(?:[\w.-]+:)?password(?:\s[^>]*)?>)([^<]+)</g;
const SASL = /(<(?:[\w.-]+:)?(auth|response)(?:\s[^>]*)?>)([A-Za-z0-9+/=\s]+)</g;
const DIGEST = /<(?:[\w.-]+:)?digest(?:\s[^>]*)?>[^<]/;
const HANDSHAKE = /<(?:[\w.-]+:)?handshake(?:\s[^>]*)?>[^<]/;

/**
 * @param text XML; of bytes, one character each
 * @param encoding of `text`
 */
export function stanzaSecrets(text: string, secrets: Secrets, encoding: 'utf8' | 'latin1'): StanzaSecrets {
  const found: StanzaSecrets = { edits: [] };
  const proofs: NonNullable<StanzaSecrets['proof']>[] = [];
  for (const match of text.matchAll(PASSWORD)) {
    const [, open = '', value = ''] = match;
    const start = match.index + open.length;
    const secret = Buffer.from(xmlUnescaped(value), encoding).toString('utf8');
    found.edits.push({ start, end: start + value.length, text: secrets.invented(secret) });
  }
  for (const match of text.matchAll(SASL)) {
    const [, open = '', , value = ''] = match;
    const start = match.index + open.length;
    const said = Buffer.from(value, 'base64').toString('utf8');
    const [authzid, authcid, password] = said.split('\0');
    if (authcid !== undefined && password !== undefined) {
      const plain = [authzid, authcid, secrets.invented(password)].join('\0');
      found.edits.push({ start, end: start + value.length, text: Buffer.from(plain).toString('base64') });
    } else if (/(^|,)p=/.test(said)) proofs.push({ start: match.index, reason: 'scram' });
    else if (/(^|,)\s*response=/.test(said)) proofs.push({ start: match.index, reason: 'digest' });
  }
  const digest = DIGEST.exec(text);
  if (digest) proofs.push({ start: digest.index, reason: 'digest' });
  const handshake = HANDSHAKE.exec(text);
  if (handshake) proofs.push({ start: handshake.index, reason: 'handshake' });
  const [first] = proofs.sort((a, b) => a.start - b.start);
  return first ? { ...found, proof: first } : found;
}

function xmlUnescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', apos: "'", quot: '"' };
  return text.replace(
    /&(?:(amp|lt|gt|apos|quot)|#(\d{1,6})|#x([0-9a-fA-F]{1,5}));/g,
    (whole, name, dec, hex) => {
      if (name !== undefined) return signs[String(name)] ?? String(whole);
      return String.fromCodePoint(dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec));
    },
  );
}
