/** The live connections to other nodes, by the name under which each node is known here (§5.4). */
import type { Micros } from '#core/shared/injected/clock.js';

export interface PooledConnection {
  readonly link: string;
  /** The socket, as logs name it. */
  readonly id: string;
  /** When the peer's last ping came, or the connection was opened (7.1). */
  lastHeard: Micros;
  /** False: the text could not be written; the connection has found out that it is gone. */
  write(text: string): boolean;
  /** The peer has been silent for too long: the connection closes itself. */
  silent(): void;
}

export class ClusterPool {
  private readonly nodes = new Map<string, PooledConnection[]>();

  /** Names of the nodes with at least one connection, in the order in which they came. */
  connected(): string[] {
    return [...this.nodes.keys()];
  }

  size(host: string): number {
    return this.nodes.get(host)?.length ?? 0;
  }

  /** True when it is the first one of that node. */
  add(host: string, connection: PooledConnection): boolean {
    const pool = this.nodes.get(host);
    if (pool) pool.push(connection);
    else this.nodes.set(host, [connection]);
    return pool === undefined;
  }

  /** True when it was the last one of that node. */
  remove(host: string, connection: PooledConnection): boolean {
    const pool = this.nodes.get(host);
    const index = pool?.indexOf(connection) ?? -1;
    if (!pool || index < 0) return false;
    pool.splice(index, 1);
    if (pool.length > 0) return false;
    this.nodes.delete(host);
    return true;
  }

  /** Every connection, node by node. */
  all(): PooledConnection[] {
    return [...this.nodes.values()].flat();
  }

  has(host: string, connection: PooledConnection): boolean {
    return this.nodes.get(host)?.includes(connection) ?? false;
  }

  /** @param index which of so many connections (cluster-connection-choice.ts) */
  choose(host: string, index: (size: number) => number): PooledConnection | undefined {
    const pool = this.nodes.get(host) ?? [];
    return pool[index(pool.length)];
  }
}
