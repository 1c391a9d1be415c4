/**
 * The watchdog of 7.1's cluster connections (§2.10): every 30 s it pings each of them, and closes those whose peer has not
 * pinged for three minutes. A ping is never answered. 5.2 has none.
 */
import { NS_PING } from '#core/shared/xmpp/namespaces.js';
import { childNamed, element, xmlnsOf, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import type { ClusterConnectionManager } from './cluster-connection-manager.js';

const DELAY_MS = 30_000;
const MAX_INACTIVE_MICROS = 180_000_000;
const ID = 'tigase-ping';
const PING = serialize(element('iq', { type: 'get', id: ID }, element('ping', { xmlns: NS_PING })));

/** Whether an element is what the other end's watchdog sends. */
export function isClusterPing(el: Element): boolean {
  const ping = el.name === 'iq' ? childNamed(el, 'ping') : undefined;
  return ping !== undefined && xmlnsOf(ping) === NS_PING && el.attrs.id === ID;
}

export class ClusterPing {
  private readonly manager: ClusterConnectionManager;

  constructor(manager: ClusterConnectionManager) {
    this.manager = manager;
  }

  start(): void {
    const { clock, node } = this.manager.server;
    clock.after(DELAY_MS, `${node} pings the cluster`, () => {
      this.run();
      this.start();
    });
  }

  private run(): void {
    const now = this.manager.server.clock.now();
    for (const connection of this.manager.pool.all()) {
      if (now - connection.lastHeard < MAX_INACTIVE_MICROS) {
        connection.write(PING);
        continue;
      }
      this.manager.supervisor.logInactive(connection.id);
      connection.silent();
    }
  }
}
