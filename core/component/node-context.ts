import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import type { Calendar, Clock } from '#core/shared/injected/clock.js';
import type { Ids } from '#core/shared/injected/ids.js';
import type { Random } from '#core/shared/injected/random.js';
import type { Tasks } from '#core/shared/injected/tasks.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { NodeLog } from './node-log.js';
import type { Packet } from './packet.js';

/** Version of Tigase that is played: 5.2.3 with MUC 2.2, or 7.1.7 with MUC 2.4. */
export type Profile = '5.2' | '7.1';

/** What every part of one running process shares; nothing of it belongs to another process. */
export interface NodeContext {
  /** Process name: NAME of `NAME.properties`. */
  readonly node: string;
  /** Host name: the node's identity in the cluster (§1.6). */
  readonly hostname: string;
  readonly plan: ProcessPlan;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly ids: Ids;
  readonly trace: TraceSink;
  readonly tasks: Tasks;
  readonly log: NodeLog;
  /** Whether a named quirk is played (docs/fidelity.md). */
  quirk(name: string): boolean;
  /** ms of lab time that the database operations since the last call take; undefined or absent: none, it is not slow. */
  databaseMs?(): number | undefined;
  /** Hands a packet to the process's message router. */
  route(packet: Packet): void;
  /** 1, 2, 3 … for the packets of this process. */
  nextPacket(): number;
}
