import type { Profile } from '#core/component/node-context.js';
import type { Network } from '#core/net/network.js';
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import type { Random } from '#core/shared/injected/random.js';
import type { MachineFold } from '#core/shared/trace/machine-fold.js';
import type { Database } from '#core/store/database.js';
import type { LabClock } from './clock.js';
import type { SeededIds } from './ids.js';
import type { Kernel } from './kernel.js';
import type { TraceLog } from './trace-log.js';

/** What every process of one lab is built on. */
export interface LabParts {
  readonly clock: LabClock;
  readonly kernel: Kernel;
  readonly trace: TraceLog;
  readonly ids: SeededIds;
  readonly random: Random;
  readonly network: Network;
  readonly profile: Profile;
  /** Machines that run now. */
  readonly machines: MachineFold;
  readonly strictUsers: boolean;
  quirk(name: string): boolean;
  /** The database that the process's `--user-db-uri` names; one without gets its own. */
  databaseOf(plan: ProcessPlan): Database;
  databaseAt(uri: string): Database;
  /** ms by which the clock of a node's machine is ahead of the lab's (and of every database's); negative: behind. */
  skewOf(node: string): number;
}
