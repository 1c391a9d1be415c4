import { describe, expect, it } from 'vitest';
import { proofMatches, scramKeys, serverSignature } from '#core/server/session-manager/plugins/scram.js';

/** The example of RFC 5802 §5. */
describe('SCRAM-SHA-1', () => {
  const keys = scramKeys('pencil', Buffer.from('QSXCR+Q6sek8bf92', 'base64'), 4096);
  const nonce = 'fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j';
  const authMessage = `n=user,r=fyko+d2lbbFgONRv9qkxdawL,r=${nonce},s=QSXCR+Q6sek8bf92,i=4096,c=biws,r=${nonce}`;

  it('takes the proof of the example', () => {
    expect(proofMatches(keys, authMessage, Buffer.from('v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=', 'base64'))).toBe(true);
    expect(proofMatches(keys, authMessage, Buffer.from('w0X8v3Bz2T0CJGbJQyF0X+HI4Ts=', 'base64'))).toBe(
      false,
    );
    expect(proofMatches(keys, authMessage, Buffer.alloc(0))).toBe(false);
  });

  it('signs as in the example', () => {
    expect(serverSignature(keys, authMessage)).toBe('rmF9pqV8S7suAoZWja4dJRkFsKQ=');
  });
});
