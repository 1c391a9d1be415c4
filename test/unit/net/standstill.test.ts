/** A process that stood still (a busy machine, a debugger, a laptop's lid) is no server that gave no answer. */
import { expect, it } from 'vitest';
import { LoopbackTransport } from '#core/net/loopback-transport.js';
import type { ConnectResult } from '#core/net/transport.js';

/** Longer than a server outside the lab may take, in ms. */
const STANDSTILL_MS = 3200;

function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STANDSTILL_MS);
}

it('an answer that lay there unread is heard: nobody listens', async () => {
  const transport = new LoopbackTransport();
  // Nobody is at that address: port 9 of a loopback address of its own.
  const request = { from: '127.77.0.1', to: '127.77.0.2', port: 9 };
  const answer = new Promise<ConnectResult>((done) => transport.connect(request, done));
  standStill();
  expect(await answer).toEqual({ ok: false, code: 'ECONNREFUSED' });
  transport.close();
});
