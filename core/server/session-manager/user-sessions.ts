/** Every session of this node: by connection id, and by user. */
import type { Jid } from '#core/shared/xmpp/jid.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import type { ResourceConnection } from './resource-connection.js';
import { UserSession } from './user-session.js';

export class UserSessions {
  private readonly connections = new Map<string, ResourceConnection>();
  private readonly users = new Map<string, UserSession>();

  /** Streams, logged in or not. */
  get openStreams(): number {
    return this.connections.size;
  }

  add(session: ResourceConnection): void {
    this.connections.set(session.connectionId, session);
  }

  byConnection(connectionId: string): ResourceConnection | undefined {
    return this.connections.get(connectionId);
  }

  /** Users with a bound resource. */
  all(): UserSession[] {
    return [...this.users.values()];
  }

  user(bareJid: string): UserSession | undefined {
    return this.users.get(bareJid);
  }

  /** Full address: that resource and no other. Bare: the user's best one. */
  byJid(jid: Jid): ResourceConnection | undefined {
    const user = this.users.get(jid.bare);
    return jid.resource === undefined ? user?.best() : user?.get(jid.resource);
  }

  /**
   * Gives a session its resource; whoever had it must have been closed before.
   * @returns the full address; undefined: not a resource
   */
  bind(session: ResourceConnection, resource: string): Jid | undefined {
    const { bareJid } = session;
    const jid = bareJid === undefined ? undefined : parseJid(`${bareJid}/${resource}`);
    if (bareJid === undefined || jid?.resource === undefined) return undefined;
    this.unbind(session);
    const user = this.users.get(bareJid) ?? new UserSession(bareJid);
    this.users.set(bareJid, user);
    user.put(resource, session);
    session.jid = jid;
    return jid;
  }

  remove(session: ResourceConnection): void {
    this.connections.delete(session.connectionId);
    this.unbind(session);
  }

  private unbind(session: ResourceConnection): void {
    const user = session.jid && this.users.get(session.jid.bare);
    if (!user || session.jid?.resource === undefined) return;
    user.remove(session.jid.resource, session);
    if (user.size === 0) this.users.delete(user.bareJid);
    session.jid = undefined;
  }
}
