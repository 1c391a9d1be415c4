import type { NodeContext } from '#core/component/node-context.js';
import type { NodeNetwork } from '#core/net/node-network.js';
import type { Database } from '#core/store/database.js';
import type { NewConnections } from './connection-manager/new-connections.js';

/** What every component of a process has that opens sockets or reads the database. */
export interface ServerContext extends NodeContext {
  readonly network: NodeNetwork;
  /** Lets connections in, on every port of the process. */
  readonly newConnections: NewConnections;
  readonly database: Database;
  /** `users: strict` of `lab.yaml`: a first login does not create the account. */
  readonly strictUsers: boolean;
  /** The database of another URI than `--user-db-uri`'s: of a component that has a `repo-uri` of its own. */
  databaseAt(uri: string): Database;
  /** The process ends itself, as by a clean stop; it happens within this step. */
  exit(): void;
}
