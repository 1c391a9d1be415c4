import type { Profile } from '#core/component/node-context.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { OpenText } from './texts/open-texts.js';
import type { Picker } from './stepping/picker.js';

export interface LabOptions {
  topology: TopologyPlan;
  /** What the topology was read from; without them it can be edited all the same, from nothing. */
  texts?: readonly OpenText[];
  /** Everything left to chance follows from it; default 1. */
  seed?: number;
  /** Version of Tigase that is played; default 5.2. */
  profile?: Profile;
  /** Quirk switches over those of `lab.yaml` and of the profile. */
  quirks?: Record<string, boolean>;
  /** `loopback`: real sockets (default); `memory`: none at all. */
  transport?: 'loopback' | 'memory';
  /**
   * `own`: a loopback address for each process, so that every port is the file's (default). `mapped`: all of them on
   * 127.0.0.1 with free ports; also what happens where the system has no other loopback address.
   */
  addresses?: 'own' | 'mapped';
  /** Path of the trace log; without one a temporary file is used when the trace outgrows the memory. */
  traceFile?: string;
  /** Picks in ordered mode what goes next, from the boot on; default: the seed does. */
  picker?: Picker;
  /** Hears of exceptions, which only bugs of the lab can cause; they are in the trace as `lab.error` as well. */
  onBug?: (error: unknown) => void;
}
