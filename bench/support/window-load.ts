/** Clients of a lab that a window looks at, added and made to talk through the host API. */
import type { ClientView } from '#core/shared/api/results.js';
import type { SocketHost } from './socket-host.js';

/** Between two handfuls of stanzas, in ms. */
const TURN_MS = 20;
/** Messages in a second of lab time, when nobody waits for real time. */
const PER_SECOND = 200;

export interface Talk {
  sent(): number;
  stop(): void;
}

/** Adds `perServer` clients to each server and waits until all are online. */
export async function addClients(
  host: SocketHost,
  servers: readonly string[],
  perServer: number,
): Promise<ClientView[]> {
  for (const node of servers) {
    for (let index = 1; index <= perServer; index += 1)
      await host.call('client.add', { name: `${node}-${index}`, node });
  }
  for (let tries = 0; tries < 100; tries += 1) {
    const { clients } = await host.call('client.list', {});
    if (clients.every(({ state }) => state.startsWith('online'))) return clients;
    await sleep(0.1);
  }
  throw new Error('the clients do not come online');
}

/** Everybody talks to somebody of another server, in turn. */
export function startTalking(host: SocketHost, clients: readonly ClientView[], perSecond: number): Talk {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * perSecond;
    for (; sent < due; sent += 1) chat(host, clients, sent).catch(() => undefined);
  }, TURN_MS);
  return { sent: () => sent, stop: () => clearInterval(timer) };
}

/**
 * About `count` messages, as fast as the machine can: not in real time but in that of the lab, `PER_SECOND` of them in a
 * second of it, each heard before the next ones are said. Leaves the lab paused.
 */
export async function chatBriskly(
  host: SocketHost,
  clients: readonly ClientView[],
  count: number,
): Promise<void> {
  const forMs = (1000 * clients.length) / PER_SECOND;
  for (let sent = 0; sent < count; sent += clients.length) {
    await Promise.all(clients.map((_, index) => chat(host, clients, sent + index)));
    await host.call('clock.runUntil', { forMs });
  }
}

/** One message from one client to one of another server; there are as many of each server. */
export async function chat(host: SocketHost, clients: readonly ClientView[], number: number): Promise<void> {
  const half = Math.floor(clients.length / 2);
  const [from, to] = [clients[number % clients.length], clients[(number + half) % clients.length]];
  const stanza = `<message to="${to?.jid}" type="chat" id="m${number}"><body>Hello number ${number}</body></message>`;
  await host.call('client.send', { client: from?.name ?? '', stanza });
}

export function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
