/** A SCRAM-SHA-1 conversation, from the client's first message to the server's last (RFC 5802 §5). */
import {
  SCRAM_ITERATIONS,
  proofMatches,
  scramKeys,
  scramSalt,
  serverSignature,
  type ScramKeys,
} from './scram.js';

export interface ScramAccounts {
  /** Bare address of a user name as the client writes it; undefined: no such address. */
  bareJid(name: string): string | undefined;
  password(bareJid: string): string | undefined;
}

/** Keys of passwords that were used before: 4096 rounds are slow, and 500 robots log in at once. */
const known = new Map<string, ScramKeys>();
const KNOWN_LIMIT = 4096;

export class ScramExchange {
  readonly bareJid: string;
  /** The server's first message. */
  readonly challenge: string;
  private readonly keys: ScramKeys | undefined;
  private readonly gs2Header: string;
  private readonly nonce: string;
  private readonly clientFirstBare: string;

  private constructor(parts: {
    bareJid: string;
    gs2: string;
    bare: string;
    nonce: string;
    keys: ScramKeys | undefined;
  }) {
    this.bareJid = parts.bareJid;
    this.keys = parts.keys;
    this.gs2Header = parts.gs2;
    this.nonce = parts.nonce;
    this.clientFirstBare = parts.bare;
    const salt = scramSalt(parts.bareJid).toString('base64');
    this.challenge = `r=${parts.nonce},s=${salt},i=${SCRAM_ITERATIONS}`;
  }

  /** @returns undefined: the message cannot be understood */
  static begin(message: string, accounts: ScramAccounts, serverNonce: string): ScramExchange | undefined {
    const [, gs2, bare] = /^([ny],(?:a=[^,]*)?,)(.*)$/s.exec(message) ?? [];
    const [, name, clientNonce] = /^n=([^,]*),r=([^,]+)/.exec(bare ?? '') ?? [];
    if (gs2 === undefined || bare === undefined || name === undefined || clientNonce === undefined)
      return undefined;
    const bareJid = accounts.bareJid(name.replaceAll('=2C', ',').replaceAll('=3D', '='));
    if (bareJid === undefined) return undefined;
    const password = accounts.password(bareJid);
    const keys = password === undefined ? undefined : keysOf(bareJid, password);
    return new ScramExchange({ bareJid, gs2, bare, nonce: clientNonce + serverNonce, keys });
  }

  /** @returns the server's last message; undefined: the client does not know the password */
  finish(message: string): string | undefined {
    const [, withoutProof, channel, nonce, proof] =
      /^(c=([^,]*),r=([^,]*)(?:,[^p][^,]*)*),p=([^,]*)$/.exec(message) ?? [];
    if (withoutProof === undefined || nonce !== this.nonce || this.keys === undefined) return undefined;
    if (Buffer.from(channel ?? '', 'base64').toString('utf8') !== this.gs2Header) return undefined;
    const authMessage = `${this.clientFirstBare},${this.challenge},${withoutProof}`;
    if (!proofMatches(this.keys, authMessage, Buffer.from(proof ?? '', 'base64'))) return undefined;
    return `v=${serverSignature(this.keys, authMessage)}`;
  }
}

function keysOf(bareJid: string, password: string): ScramKeys {
  const name = `${bareJid}\0${password}`;
  const found = known.get(name);
  if (found) return found;
  const keys = scramKeys(password, scramSalt(bareJid), SCRAM_ITERATIONS);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(name, keys);
  return keys;
}
