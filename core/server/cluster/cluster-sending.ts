/** How a packet leaves on one of the connections to its node (§5.4, last paragraph). */
import type { Packet } from '#core/component/packet.js';
import {
  clusterConnectionIndex,
  clusterConnectionKey,
  reservingConnectionIndex,
} from '#core/shared/routing/cluster-connection-choice.js';
import { childElements, childNamed, element, textOf, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import type { ClusterConnectionManager } from './cluster-connection-manager.js';

/** @returns why it was lost; undefined: it is on its way */
export function sendToNode(manager: ClusterConnectionManager, packet: Packet): string | undefined {
  const el = packet.element;
  const cluster = el.name === 'cluster';
  const destination = (cluster ? packet.attribute('to') : (packet.packetTo ?? packet.attribute('to'))) ?? '';
  const host = hostOf(destination);
  const key = cluster ? commandKey(el, destination) : destination;
  const reserving = manager.server.profile === '7.1';
  const urgent = packet.priority === 'SYSTEM' || packet.priority === 'CLUSTER';
  const connection = manager.pool.choose(host, (size) =>
    reserving ? reservingConnectionIndex(key, size, urgent) : clusterConnectionIndex(key, size),
  );
  if (!connection) {
    manager.log('WARNING', `No cluster connection to send a packet: ${serialize(el)}`);
    return 'no cluster connection';
  }
  if (connection.write(serialize(cluster ? el : routed(packet)))) return undefined;
  // 7.1 tries again what a connection has failed to write; 5.2 has lost it. One that stays in the pool would fail for ever.
  if (!reserving || manager.pool.has(host, connection)) return 'cluster connection was gone';
  manager.addPacket(packet);
  return undefined;
}

/** `sess-man@vm-128-158` → `vm-128-158`. */
function hostOf(address: string): string {
  const domain = address.slice(address.indexOf('@') + 1);
  const slash = domain.indexOf('/');
  return slash < 0 ? domain : domain.slice(0, slash);
}

function commandKey(el: Element, destination: string): string {
  const control = childNamed(el, 'control');
  const call = control && childNamed(control, 'method-call');
  const user =
    call && childElements(call).find((par) => (par.attrs as Record<string, string>).name === 'userId');
  const data = childNamed(el, 'data');
  const stanza = (data && childElements(data)[0]?.attrs) as Record<string, string | undefined> | undefined;
  return clusterConnectionKey({
    userId: user ? textOf(user) : undefined,
    stanzaTo: stanza?.to,
    stanzaFrom: stanza?.from,
    destination,
  });
}

/** §4.5: what is no `<cluster>` element travels wrapped, with its internal addresses. */
function routed(packet: Packet): Element {
  return element('route', { from: packet.packetFrom, to: packet.packetTo }, packet.element);
}
