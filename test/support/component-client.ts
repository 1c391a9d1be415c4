/** A component from outside, raw, as XEP-0114 has it. */
import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { eventually } from './eventually.js';

export interface ComponentClient {
  /** All that the server has written. */
  received(): string;
  /** The server has closed the connection. */
  closed(): boolean;
  end(): void;
}

interface Target {
  address: string;
  port: number;
  domain: string;
  secret: string;
}

/** Opens a stream for the domain and offers the digest of the secret; what comes of it is for the caller to see. */
export async function componentHandshake({
  address,
  port,
  domain,
  secret,
}: Target): Promise<ComponentClient> {
  const socket = connect({ host: address, port });
  const seen = watch(socket);
  socket.write(
    `<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='${domain}'>`,
  );
  const id = await eventually(
    'a stream id',
    () => /<stream:stream[^>]*\sid=["']([^"']+)["']/.exec(seen.received())?.[1],
    seen.received,
  );
  // XEP-0114 §3: lower-case hex of SHA-1 over id and secret.
  const digest = createHash('sha1')
    .update(id + secret)
    .digest('hex');
  socket.write(`<handshake>${digest}</handshake>`);
  return { ...seen, end: () => void socket.destroy() };
}

function watch(socket: Socket): { received(): string; closed(): boolean } {
  let text = '';
  let over = false;
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  // A RST is a close like any other here; what was written before it counts.
  socket.on('error', () => undefined);
  socket.on('end', () => (over = true));
  socket.on('close', () => (over = true));
  return { received: () => text, closed: () => over };
}
