/**
 * The database that a topology's `--user-db-uri` names: the one thing, besides sockets, that processes share. In
 * memory and empty at each start. Everything in it is plain JSON, so that it can be kept in a session.
 */
import type { Calendar } from '#core/shared/injected/clock.js';
import { ClusterNodeTable } from './cluster-node-table.js';
import { ComponentItemTable } from './component-item-table.js';
import { DatabaseGate } from './database-gate.js';
import { OfflineTable } from './offline-table.js';
import { RoomTable } from './room-table.js';
import { RosterTable } from './roster-table.js';
import { UserTable } from './user-table.js';

export class Database {
  /** What `--user-db-uri` says, or a name of its own for a process without one. */
  readonly uri: string;
  readonly gate = new DatabaseGate();
  readonly users = new UserTable(this.gate);
  readonly rosters = new RosterTable(this.gate);
  readonly offline = new OfflineTable(this.gate);
  readonly rooms = new RoomTable(this.gate);
  readonly componentItems = new ComponentItemTable(this.gate);
  readonly clusterNodes = new ClusterNodeTable(this.gate);

  private readonly calendar: Calendar;

  /** @param calendar the clock of the database's own machine, which no node's skew moves */
  constructor(uri: string, calendar: Calendar) {
    this.uri = uri;
    this.calendar = calendar;
  }

  /** CURRENT_TIMESTAMP: ms since 1970. */
  now(): number {
    return this.calendar.dateMs();
  }
}
