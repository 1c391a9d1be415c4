/**
 * A stand-in for OnlineUsersCachingStrategy, which is closed source: what is known of it (§5.7) and no more. Every node
 * keeps a record of each resource of all nodes and hands a stanza to the nodes that hold its receiver, to no other. The
 * commands are those of 5.1's open SMCachingAllNodes (§5.6); what they look like inside is the lab's own.
 */
import type { Packet } from '#core/component/packet.js';
import type { Element } from '#core/xml/element.js';
import type { CommandListener } from '../cluster-controller.js';
import { PACKET_FORWARD, packetForward, SESSION_FOUND } from '../commands/packet-forward.js';
import { syncOnline, REQ_SYNC_ONLINE } from '../commands/sync-online.js';
import { userConnected, USER_CONNECTED } from '../commands/user-connected.js';
import { userDisconnected, USER_DISCONNECTED } from '../commands/user-disconnected.js';
import { userPresence, USER_PRESENCE } from '../commands/user-presence.js';
import { OnlineUsers } from '../online-users.js';
import type { PresenceKind, UserRecord } from '../session-clustering.js';
import { userOfParams, userParams } from '../user-record.js';
import { ConnectedNodes, type ClusteringStrategy, type StrategyParts } from './clustering-strategy.js';
import { clientStanza, forwardable } from './forwardable.js';

export class OnlineUsersStrategy implements ClusteringStrategy {
  readonly commands: readonly CommandListener[];
  readonly online = new OnlineUsers();
  private readonly parts: StrategyParts;
  private readonly nodes = new ConnectedNodes();

  constructor(parts: StrategyParts) {
    this.parts = parts;
    const { sessions } = parts;
    this.commands = [
      packetForward({ ...parts, next: () => undefined, back: false }),
      this.keeping(userConnected(sessions)),
      userDisconnected(this.online),
      this.keeping(userPresence(sessions)),
      ...syncOnline(parts, this.online),
    ];
  }

  /** The newcomer is asked for its users; it asks for ours. */
  nodeConnected(host: string): void {
    this.nodes.add(host);
    const { controller, self: from } = this.parts;
    controller.sendToNodes({ method: REQ_SYNC_ONLINE, from, params: {}, data: [] }, [`sess-man@${host}`]);
  }

  nodeDisconnected(host: string): void {
    this.nodes.remove(host);
    this.online.forgetNode(`sess-man@${host}`);
  }

  forward(packet: Packet, hasSession: boolean): boolean {
    const { context, controller, self } = this.parts;
    const { to } = packet;
    if (!to || !forwardable(context, self, packet)) return false;
    const holders = this.online.nodesOf(to).filter((node) => this.nodes.all().includes(node));
    const params: Record<string, string> = hasSession ? { [SESSION_FOUND]: self } : {};
    for (const node of holders) {
      controller.sendToNodes(
        { method: PACKET_FORWARD, from: self, params, data: [clientStanza(packet.element)] },
        [node],
      );
    }
    return holders.length > 0 && !hasSession;
  }

  userConnected(user: UserRecord): void {
    this.toAll(USER_CONNECTED, userParams(user), []);
  }

  userDisconnected(user: UserRecord): void {
    this.toAll(USER_DISCONNECTED, userParams(user), []);
  }

  userPresence(user: UserRecord, presence: Element, kind: PresenceKind): void {
    const params = kind === 'unavailable' ? userParams(user) : { ...userParams(user), 'presence-type': kind };
    this.toAll(USER_PRESENCE, params, [presence]);
  }

  private toAll(method: string, params: Record<string, string>, data: Element[]): void {
    const { controller, self: from } = this.parts;
    for (const node of this.nodes.all()) {
      controller.sendToNodes({ method, from, params, data: data.map(clientStanza) }, [node]);
    }
  }

  /** A command that tells of a user: the record is kept before it is carried out. */
  private keeping(listener: CommandListener): CommandListener {
    return {
      ...listener,
      execute: (command) => {
        const user = userOfParams(command.params);
        if (user && command.method === USER_CONNECTED) this.online.add(command.from, user);
        listener.execute(command);
      },
    };
  }
}
