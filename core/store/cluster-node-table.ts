/** Table `cluster_nodes` (§5.2): how clustered servers with one database find each other. */
import { DatabaseGate } from './database-gate.js';

export interface ClusterNodeRow {
  hostname: string;
  password: string;
  port: number;
  /** ms since 1970 on the lab's calendar, by whichever clock the writer goes by. */
  lastUpdate: number;
}

export class ClusterNodeTable {
  private readonly rows = new Map<string, ClusterNodeRow>();
  private readonly gate: DatabaseGate;

  constructor(gate = new DatabaseGate()) {
    this.gate = gate;
  }

  /** A row of the same host name is replaced. */
  upsert(row: ClusterNodeRow): void {
    this.gate.pass();
    this.rows.set(row.hostname, row);
  }

  remove(hostname: string): void {
    this.gate.pass();
    this.rows.delete(hostname);
  }

  /** In the order in which the host names first came. */
  all(): ClusterNodeRow[] {
    this.gate.pass();
    return [...this.rows.values()];
  }
}
