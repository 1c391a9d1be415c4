/** The digest that proves a shared secret on 5270 (XEP-0114 §3) and on 5277 (§5.3). */
import { createHash } from 'node:crypto';

/** Lower-case hex of SHA-1 over the stream id followed by the secret. */
export function handshakeDigest(streamId: string, secret: string): string {
  return createHash('sha1')
    .update(streamId + secret, 'utf8')
    .digest('hex');
}
