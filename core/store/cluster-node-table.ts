/** Table `cluster_nodes` (§5.2): how clustered servers with one database find each other. */
export interface ClusterNodeRow {
  hostname: string;
  password: string;
  port: number;
  /** ms since 1970 on the lab's calendar, by the database's clock. */
  lastUpdate: number;
}

export class ClusterNodeTable {
  private readonly rows = new Map<string, ClusterNodeRow>();

  upsert(row: ClusterNodeRow): void {
    this.rows.set(row.hostname, row);
  }

  all(): ClusterNodeRow[] {
    return [...this.rows.values()];
  }
}
