/** Every kind of fault: those of the network, and those that need the whole lab. To add one, write its file and name it here. */
import type { FaultKind, FaultOrder } from '#core/net/faults/fault.js';
import type { OptionValues } from '#core/shared/faults/fault-options.js';
import { NETWORK_FAULTS } from '#core/net/faults/kinds.js';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { Lab } from '../lab.js';
import { clockSkew } from './clock-skew.js';
import { databaseDown } from './database-down.js';
import { databaseSlow } from './database-slow.js';
import { crash } from './crash.js';
import { flapping } from './flapping.js';
import { freeze } from './freeze.js';
import { partitionOneWay } from './partition-one-way.js';
import { powerOff } from './power-off.js';
import { reconnectStorm } from './reconnect-storm.js';
import { rollingRestart } from './rolling-restart.js';
import { splitBrain } from './split-brain.js';
import { stop } from './stop.js';
import { swizzleClog } from './swizzle-clog.js';

export type LabFault = FaultKind<Lab>;

/** Faults of processes, clocks and databases, and patterns made of other faults. */
const LAB_FAULTS: readonly LabFault[] = [
  crash,
  stop,
  powerOff,
  freeze,
  clockSkew,
  databaseDown,
  databaseSlow,
  splitBrain,
  partitionOneWay,
  flapping,
  rollingRestart,
  reconnectStorm,
  swizzleClog,
];

const FAULTS: readonly LabFault[] = [
  ...NETWORK_FAULTS.map((fault) => ({
    ...fault,
    check: (lab: Lab, request: { target: string; options: OptionValues }) =>
      fault.check?.(lab.network, request),
    apply: (lab: Lab, order: FaultOrder) => fault.apply(lab.network, order),
  })),
  ...LAB_FAULTS,
];

export function faultKind(name: string): LabFault | undefined {
  return FAULTS.find(({ kind }) => kind === name);
}

export function faultKindViews(): FaultKindView[] {
  return FAULTS.map(({ kind, on, group, directed = false, once = false, options }) => ({
    kind,
    on,
    group,
    directed,
    once,
    options,
  }));
}
