/**
 * Finds a block of loopback addresses that nobody uses: 127.0.1.x, or 127.0.2.x … when another lab holds it. A lab
 * holds its block by listening on its .254 for as long as it runs.
 */
import type { Transport, TransportListener } from '#core/net/transport.js';

const LOCK_HOST = '254';
const LOCK_PORT = 5999;
const BLOCKS = 250;

export interface AddressBlock {
  /** `127.0.1` */
  prefix: string;
  release(): void;
}

/** undefined: every block is taken, or the system has only 127.0.0.1. */
export async function takeAddressBlock(transport: Transport): Promise<AddressBlock | undefined> {
  for (let block = 1; block <= BLOCKS; block += 1) {
    const prefix = `127.0.${block}`;
    const lock = await tryListen(transport, `${prefix}.${LOCK_HOST}`);
    if (lock) return { prefix, release: () => lock.close() };
  }
  return undefined;
}

function tryListen(transport: Transport, address: string): Promise<TransportListener | undefined> {
  return new Promise((resolve) => {
    transport.listen({ address, port: LOCK_PORT, arrived: (socket) => socket.reset() }, (result) => {
      resolve(result.ok ? result.listener : undefined);
    });
  });
}
