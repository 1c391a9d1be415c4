/**
 * The database that a topology's `--user-db-uri` names: the one thing, besides sockets, that processes share. In
 * memory and empty at each start. Everything in it is plain JSON, so that it can be kept in a session.
 */
import { ClusterNodeTable } from './cluster-node-table.js';
import { OfflineTable } from './offline-table.js';
import { RoomTable } from './room-table.js';
import { RosterTable } from './roster-table.js';
import { UserTable } from './user-table.js';

export class Database {
  /** What `--user-db-uri` says, or a name of its own for a process without one. */
  readonly uri: string;
  readonly users = new UserTable();
  readonly rosters = new RosterTable();
  readonly offline = new OfflineTable();
  readonly rooms = new RoomTable();
  readonly clusterNodes = new ClusterNodeTable();

  constructor(uri: string) {
    this.uri = uri;
  }
}
