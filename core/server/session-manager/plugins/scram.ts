/** SCRAM-SHA-1, the arithmetic (RFC 5802 §3). */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

export const SCRAM_ITERATIONS = 4096;
const KEY_BYTES = 20;

export interface ScramKeys {
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

export function scramKeys(password: string, salt: Buffer, iterations: number): ScramKeys {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, KEY_BYTES, 'sha1');
  return { storedKey: sha1(hmac(salted, 'Client Key')), serverKey: hmac(salted, 'Server Key') };
}

/** Whether the client's proof shows that it knows the password. */
export function proofMatches(keys: ScramKeys, authMessage: string, proof: Buffer): boolean {
  if (proof.length !== KEY_BYTES) return false;
  const signature = hmac(keys.storedKey, authMessage);
  const clientKey = Buffer.from(proof.map((byte, index) => byte ^ (signature[index] ?? 0)));
  return sha1(clientKey).equals(keys.storedKey);
}

/** What shows the client that the server knows it too: base64 of `v=`. */
export function serverSignature(keys: ScramKeys, authMessage: string): string {
  return hmac(keys.serverKey, authMessage).toString('base64');
}

/** A salt that is the same in every run; the lab's passwords are no secrets. */
export function scramSalt(bareJid: string): Buffer {
  return sha1(Buffer.from(`cluster-lab ${bareJid}`, 'utf8')).subarray(0, 16);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha1', key).update(text, 'utf8').digest();
}

function sha1(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest();
}
