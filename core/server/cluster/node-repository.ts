/** Where the list of cluster nodes is kept: `--cl-conn-repo-class`, `cl-comp/repo-uri`, `…/repo-autoreload-interval` (§5.2). */
import type { Database } from '#core/store/database.js';
import type { ServerContext } from '../server-context.js';

const LOGGER = 'tigase.cluster.ClusterConnectionManager';
const PACKAGE = 'tigase.cluster.repo.';
/** Repositories that the lab plays as the static list of `--cluster-nodes` (docs/fidelity.md). */
const STATIC = new Set([`${PACKAGE}ClConConfigRepository`, `${PACKAGE}ClConDirRepository`]);
const DEFAULT_INTERVAL_S = 15;

export interface NodeRepository {
  /** Whose table `cluster_nodes` is read; undefined: the list is static. */
  database: Database | undefined;
  /** Seconds between two looks at the table. */
  interval: number;
  /** False: its class could not be loaded, so that there is no list at all. */
  usable: boolean;
}

export function nodeRepository(context: ServerContext, component: string): NodeRepository {
  const { plan } = context;
  const className = plan.properties['--cl-conn-repo-class'] ?? `${PACKAGE}ClConSQLRepository`;
  const wanted = Number(plan.settings[`${component}/repo-autoreload-interval`]);
  const interval = wanted > 0 ? wanted : DEFAULT_INTERVAL_S;
  if (STATIC.has(className)) return { database: undefined, interval, usable: true };
  if (className !== `${PACKAGE}ClConSQLRepository`) {
    context.log.write(
      'SEVERE',
      LOGGER,
      `Can not instantiate items repository for class: ${className} java.lang.ClassNotFoundException: ${className}`,
    );
    return { database: undefined, interval, usable: false };
  }
  const uri = plan.settings[`${component}/repo-uri`];
  const database = uri === undefined ? context.database : context.databaseAt(uri);
  return { database, interval, usable: true };
}
