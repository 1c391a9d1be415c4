/** The live connections to other nodes, by the name under which each node is known here (§5.4). */
import { clusterConnectionIndex } from '#core/shared/routing/cluster-connection-choice.js';

export interface PooledConnection {
  readonly link: string;
  /** False: the text could not be written; the connection has found out that it is gone. */
  write(text: string): boolean;
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

  /** The connection that `key` (§5.4: user, or stanza address, or destination) always uses while the pool is the same. */
  choose(host: string, key: string): PooledConnection | undefined {
    const pool = this.nodes.get(host) ?? [];
    return pool[clusterConnectionIndex(key, pool.length)];
  }
}
