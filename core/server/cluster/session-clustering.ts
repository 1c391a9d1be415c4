/**
 * The seam between the session manager and its clustering strategy (§5.6, §5.7). The session manager knows sessions and
 * nothing of other nodes; the strategy knows the other nodes and nothing of sessions.
 */
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import type { Element } from '#core/xml/element.js';

/** A bound resource, as other nodes hear of it (parameters of `user-connected-sm-cmd`). */
export interface UserRecord {
  bareJid: string;
  resource: string;
  /** `c2s@vm-128-157/127.0.1.3_5222_127.0.0.1_40001` (§4.1). */
  connectionId: string;
  /** The stream's id. */
  sessionId: string;
  /** ms from the opening of the stream to authentication. */
  authTime: number;
}

/** What a broadcast presence is to the other nodes. */
export type PresenceKind = 'initial' | 'update' | 'unavailable';

/** What the session manager asks of its strategy. */
export interface SessionClustering {
  /**
   * §5.7 steps 1–3, for each packet that the session manager is about to process.
   * @param hasSession this node has a session for the stanza (§3.4 step 2)
   * @returns true when the packet is on its way round the ring and nothing more is to be done here until it comes back
   */
  forward(packet: Packet, hasSession: boolean): boolean;
  /** A resource was bound: `user-connected-sm-cmd` to all nodes. */
  userConnected(user: UserRecord): void;
  /** A bound resource has gone, after its unavailable presence. */
  userDisconnected(user: UserRecord): void;
  /** Presence without `to`: `user-presence-sm-cmd` to all nodes; `unavailable` on logout. */
  userPresence(user: UserRecord, presence: Element, kind: PresenceKind): void;
}

/** What the strategy's commands ask of the session manager. */
export interface ClusteredSessions {
  /** Whether a session of this node would take a stanza to `to` (full JID: that resource; bare: any of the user). */
  hasSessionFor(to: Jid): boolean;
  /** Every bound resource of this node. */
  localUsers(): UserRecord[];
  /** A stanza that came round the ring and has a session here: processed as on the receiver's side, not forwarded again. */
  processForwarded(packet: Packet): void;
  /** A stanza that came back to its first node and nobody had a session: processed as for an offline user. */
  processUndelivered(packet: Packet): void;
  /** Another node has bound this resource: the older session here gets `<conflict/>` and is closed (§5.6). */
  conflict(bareJid: string, resource: string): void;
  /** Presence of another resource of a local user, from another node; `initial` asks for the local ones' presence in return. */
  remotePresence(user: UserRecord, presence: Element, kind: PresenceKind): void;
  /** §5.8: a normal message to every admin. */
  notifyAdmins(subject: string, body: string): void;
}

/** A node without a cluster: everything is local. */
export const NO_CLUSTERING: SessionClustering = {
  forward: () => false,
  userConnected: () => undefined,
  userDisconnected: () => undefined,
  userPresence: () => undefined,
};
