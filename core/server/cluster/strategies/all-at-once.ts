/**
 * DefaultClusteringStrategyAbstract, taken as it is (5.2; from 7.0 on it is abstract): a stanza goes to every other node at
 * once, and never further. Nobody hears of resources or presence of other nodes. A stanza that no node has a session for
 * is lost: the first node never learns it, so nothing is stored for an offline user as long as another node is there.
 */
import type { Packet } from '#core/component/packet.js';
import type { CommandListener } from '../cluster-controller.js';
import { PACKET_FORWARD, packetForward, SESSION_FOUND } from '../commands/packet-forward.js';
import { ConnectedNodes, type ClusteringStrategy, type StrategyParts } from './clustering-strategy.js';
import { clientStanza, forwardable } from './forwardable.js';

export class AllAtOnceStrategy implements ClusteringStrategy {
  readonly commands: readonly CommandListener[];
  private readonly parts: StrategyParts;
  private readonly nodes = new ConnectedNodes();

  constructor(parts: StrategyParts) {
    this.parts = parts;
    this.commands = [packetForward({ ...parts, next: () => undefined, back: false })];
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
    const params: Record<string, string> = hasSession ? { [SESSION_FOUND]: self } : {};
    for (const node of nodes) {
      controller.sendToNodes(
        { method: PACKET_FORWARD, from: self, params, data: [clientStanza(packet.element)] },
        [node],
      );
    }
    return !hasSession;
  }

  userConnected(): void {}

  userDisconnected(): void {}

  userPresence(): void {}
}
