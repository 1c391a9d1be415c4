/** A user with the resources that are bound on this node (XMPPSession). */
import type { ResourceConnection } from './resource-connection.js';

export class UserSession {
  readonly bareJid: string;
  private readonly resources = new Map<string, ResourceConnection>();

  constructor(bareJid: string) {
    this.bareJid = bareJid;
  }

  get(resource: string): ResourceConnection | undefined {
    return this.resources.get(resource);
  }

  put(resource: string, session: ResourceConnection): void {
    this.resources.set(resource, session);
  }

  /** Forgets a resource, unless a newer session has taken it. */
  remove(resource: string, session: ResourceConnection): void {
    if (this.resources.get(resource) === session) this.resources.delete(resource);
  }

  get size(): number {
    return this.resources.size;
  }

  /** Every bound resource, the oldest first. */
  all(): ResourceConnection[] {
    return [...this.resources.values()];
  }

  /** Those that have sent presence. */
  available(): ResourceConnection[] {
    return this.all().filter((session) => session.presence !== undefined);
  }

  /** Who takes a stanza to the bare address (§3.4 step 2). */
  best(): ResourceConnection | undefined {
    let best: ResourceConnection | undefined;
    for (const session of this.resources.values()) {
      if (best === undefined || rank(session) > rank(best)) best = session;
    }
    return best;
  }
}

function rank(session: ResourceConnection): number {
  return session.presence === undefined ? -Infinity : session.priority;
}
