/** Which connection a JID was last heard on: answers take the same way (§6.5 step 1). */
import type { ComponentConnection } from './component-pool.js';

/** Full JIDs that are remembered. */
const CAPACITY = 10_000;

export class RecentSenders {
  private readonly connections = new Map<string, ComponentConnection>();

  heard(fullJid: string, connection: ComponentConnection): void {
    this.connections.delete(fullJid);
    this.connections.set(fullJid, connection);
    if (this.connections.size <= CAPACITY) return;
    const [oldest] = this.connections.keys();
    if (oldest !== undefined) this.connections.delete(oldest);
  }

  of(fullJid: string): ComponentConnection | undefined {
    return this.connections.get(fullJid);
  }
}
