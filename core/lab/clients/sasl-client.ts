/** The client's side of SASL: PLAIN (RFC 4616) and SCRAM-SHA-1 (RFC 5802), as texts before Base64. */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

export type Mechanism = 'PLAIN' | 'SCRAM-SHA-1';

export interface Credentials {
  /** Local part of the JID. */
  user: string;
  password: string;
}

/** RFC 5802 §5.1: `n` no channel binding, no authorization identity. */
const GS2_HEADER = 'n,,';
/** More rounds than any server asks for: a bound, because nothing else happens while they are counted. */
const MOST_ROUNDS = 100_000;

export interface ScramAnswer {
  /** The client's final message. */
  message: string;
  /** What the server will say, if it knows the password too: Base64 of its signature. */
  serverSignature: string;
}

export function plainMessage({ user, password }: Credentials): string {
  return `\0${user}\0${password}`;
}

export function scramFirstMessage({ user }: Credentials, nonce: string): string {
  return `${GS2_HEADER}${firstBare(user, nonce)}`;
}

/** The answer to the server's first message; undefined when that message is not one, or not to this client's nonce. */
export function scramAnswer(
  credentials: Credentials,
  nonce: string,
  challenge: string,
): ScramAnswer | undefined {
  const { r, s, i } = fields(challenge);
  const rounds = Number(i);
  if (r === undefined || s === undefined || !r.startsWith(nonce) || r === nonce) return undefined;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_ROUNDS) return undefined;
  const salted = pbkdf2Sync(
    credentials.password.normalize('NFKC'),
    Buffer.from(s, 'base64'),
    rounds,
    20,
    'sha1',
  );
  const clientKey = hmac(salted, 'Client Key');
  const withoutProof = `c=${base64(GS2_HEADER)},r=${r}`;
  const signed = `${firstBare(credentials.user, nonce)},${challenge},${withoutProof}`;
  const signature = hmac(createHash('sha1').update(clientKey).digest(), signed);
  const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  return {
    message: `${withoutProof},p=${Buffer.from(proof).toString('base64')}`,
    serverSignature: hmac(hmac(salted, 'Server Key'), signed).toString('base64'),
  };
}

/** The signature in the server's final message, `v=…`. */
export function scramVerifier(message: string): string | undefined {
  return fields(message).v;
}

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

export function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function firstBare(user: string, nonce: string): string {
  // RFC 5802 §5.1: `=` and `,` are written as =3D and =2C.
  return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha1', key).update(text, 'utf8').digest();
}

function fields(message: string): Record<string, string | undefined> {
  const pairs = message.split(',').map((part): [string, string] => [part.slice(0, 1), part.slice(2)]);
  return Object.fromEntries(pairs);
}
