/** Who is online on other nodes, as the caching strategy knows it (§5.6 "connection record"). */
import type { Jid } from '#core/shared/xmpp/jid.js';
import type { UserRecord } from './session-clustering.js';

interface ConnectionRecord {
  /** `sess-man@<host>`. */
  node: string;
  user: UserRecord;
}

export class OnlineUsers {
  private readonly users = new Map<string, ConnectionRecord[]>();

  /** A resource that is on two nodes for a moment has a record of each. */
  add(node: string, user: UserRecord): void {
    this.remove(node, user);
    const records = this.users.get(user.bareJid) ?? [];
    records.push({ node, user });
    this.users.set(user.bareJid, records);
  }

  remove(node: string, { bareJid, resource }: UserRecord): void {
    this.keep(bareJid, (record) => record.node !== node || record.user.resource !== resource);
  }

  forgetNode(node: string): void {
    for (const bareJid of [...this.users.keys()]) this.keep(bareJid, (record) => record.node !== node);
  }

  /** The nodes that hold a full address, or any resource of a bare one. */
  nodesOf(to: Jid): string[] {
    const records = this.users.get(to.bare) ?? [];
    const fitting = records.filter(({ user }) => to.resource === undefined || user.resource === to.resource);
    return [...new Set(fitting.map(({ node }) => node))];
  }

  private keep(bareJid: string, fits: (record: ConnectionRecord) => boolean): void {
    const left = (this.users.get(bareJid) ?? []).filter(fits);
    if (left.length > 0) this.users.set(bareJid, left);
    else this.users.delete(bareJid);
  }
}
