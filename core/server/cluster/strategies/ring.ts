/**
 * DefaultClusteringStrategy: no node knows the users of the others; a stanza goes round the ring of nodes until all have
 * seen it (§5.7). Presence without `to` and new resources go to all nodes at once (§5.6).
 */
import type { Packet } from '#core/component/packet.js';
import type { Element } from '#core/xml/element.js';
import type { CommandListener } from '../cluster-controller.js';
import { PACKET_FORWARD, packetForward, SESSION_FOUND } from '../commands/packet-forward.js';
import { USER_CONNECTED, userConnected } from '../commands/user-connected.js';
import { USER_PRESENCE, userPresence } from '../commands/user-presence.js';
import type { PresenceKind, UserRecord } from '../session-clustering.js';
import { userParams } from '../user-record.js';
import { ConnectedNodes, type ClusteringStrategy, type StrategyParts } from './clustering-strategy.js';
import { clientStanza, forwardable } from './forwardable.js';

export class RingStrategy implements ClusteringStrategy {
  readonly commands: readonly CommandListener[];
  private readonly parts: StrategyParts;
  private readonly nodes = new ConnectedNodes();

  constructor(parts: StrategyParts) {
    this.parts = parts;
    const next = (visited: readonly string[]): string | undefined =>
      this.nodes.all().find((node) => !visited.includes(node));
    const { sessions } = parts;
    this.commands = [
      packetForward({ ...parts, next, back: true }),
      userConnected(sessions),
      userPresence(sessions),
    ];
  }

  nodeConnected(host: string): void {
    this.nodes.add(host);
  }

  nodeDisconnected(host: string): void {
    this.nodes.remove(host);
  }

  forward(packet: Packet, hasSession: boolean): boolean {
    const { context, controller, self } = this.parts;
    const nodes = this.nodes.all();
    if (nodes.length === 0 || !forwardable(context, self, packet)) return false;
    // §5.7 step 2: one random connected node, not the next of a fixed ring.
    const next = nodes[context.random.below(nodes.length)];
    if (next === undefined) return false;
    const params: Record<string, string> = hasSession ? { [SESSION_FOUND]: self } : {};
    controller.sendToNodes(
      { method: PACKET_FORWARD, from: self, params, data: [clientStanza(packet.element)] },
      [next],
    );
    return !hasSession;
  }

  userConnected(user: UserRecord): void {
    this.toAll(USER_CONNECTED, userParams(user), []);
  }

  userDisconnected(): void {}

  userPresence(user: UserRecord, presence: Element, kind: PresenceKind): void {
    const params = kind === 'unavailable' ? userParams(user) : { ...userParams(user), 'presence-type': kind };
    this.toAll(USER_PRESENCE, params, [presence]);
  }

  private toAll(method: string, params: Record<string, string>, data: Element[]): void {
    const { controller, self: from } = this.parts;
    // Each node gets a copy of its own: an element has one parent only.
    for (const node of this.nodes.all()) {
      controller.sendToNodes({ method, from, params, data: data.map(clientStanza) }, [node]);
    }
  }
}
