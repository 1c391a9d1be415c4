/**
 * DefaultClusteringStrategy of 5.2: no node knows the users of the others; a stanza goes round the ring of nodes until
 * all have seen it (§5.7). Presence without `to` and new resources go to all nodes at once (§5.6).
 */
import type { NodeContext } from '#core/component/node-context.js';
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import { cloneElement, type Element } from '#core/xml/element.js';
import type { ClusterController } from './cluster-controller.js';
import { PACKET_FORWARD, SESSION_FOUND } from './commands/packet-forward.js';
import { USER_CONNECTED } from './commands/user-connected.js';
import { USER_PRESENCE } from './commands/user-presence.js';
import type { SessionClustering, UserRecord } from './session-clustering.js';
import { userParams } from './user-record.js';

export class RingStrategy implements SessionClustering {
  private readonly context: NodeContext;
  private readonly controller: ClusterController;
  /** `sess-man@<own host>`. */
  private readonly self: string;
  private readonly nodes: string[] = [];

  constructor(context: NodeContext, controller: ClusterController, self: string) {
    this.context = context;
    this.controller = controller;
    this.self = self;
  }

  /** Component JIDs of the nodes that are connected now. */
  get connected(): readonly string[] {
    return this.nodes;
  }

  nodeConnected(host: string): void {
    const node = `sess-man@${host}`;
    if (!this.nodes.includes(node)) this.nodes.push(node);
  }

  nodeDisconnected(host: string): void {
    const index = this.nodes.indexOf(`sess-man@${host}`);
    if (index >= 0) this.nodes.splice(index, 1);
  }

  forward(packet: Packet, hasSession: boolean): boolean {
    if (this.nodes.length === 0 || !this.forwardable(packet)) return false;
    // §5.7 step 2: one random connected node, not the next of a fixed ring.
    const next = this.nodes[this.context.random.below(this.nodes.length)];
    if (next === undefined) return false;
    const params: Record<string, string> = hasSession ? { [SESSION_FOUND]: this.self } : {};
    this.controller.sendToNodes(
      { method: PACKET_FORWARD, from: this.self, params, data: [clientStanza(packet.element)] },
      [next],
    );
    return !hasSession;
  }

  userConnected(user: UserRecord): void {
    this.toAll(USER_CONNECTED, userParams(user), []);
  }

  userPresence(user: UserRecord, presence: Element, kind: 'initial' | 'update' | 'unavailable'): void {
    const params = kind === 'unavailable' ? userParams(user) : { ...userParams(user), 'presence-type': kind };
    this.toAll(USER_PRESENCE, params, [presence]);
  }

  private toAll(method: string, params: Record<string, string>, data: Element[]): void {
    // Each node gets a copy of its own: an element has one parent only.
    for (const node of this.nodes) {
      this.controller.sendToNodes({ method, from: this.self, params, data: data.map(clientStanza) }, [node]);
    }
  }

  /** §5.7 step 1. */
  private forwardable(packet: Packet): boolean {
    const { from, to } = packet;
    if (packet.type === 'error' || !from || !to) return false;
    const vhosts = this.context.plan.virtualHosts;
    const bareVhost = (address: Jid): boolean =>
      address.local === undefined && vhosts.includes(address.domain);
    if (bareVhost(from) || bareVhost(to)) return false;
    return to.bare !== this.self && from.bare !== this.self && vhosts.includes(to.domain);
  }
}

/** A copy that says which namespace it is in: `<data>` would otherwise lend it its own. */
function clientStanza(stanza: Element): Element {
  const copy = cloneElement(stanza);
  copy.attrs = { ...(copy.attrs as Record<string, string>), xmlns: NS_CLIENT };
  return copy;
}
