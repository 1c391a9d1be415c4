/** Every kind of fault of the network: to add one, write its file and name it here. */
import { bandwidth } from './bandwidth.js';
import { byteLimit } from './byte-limit.js';
import { corrupt } from './corrupt.js';
import { duplicate } from './duplicate.js';
import type { FaultKind } from './fault.js';
import { frameDrop } from './frame-drop.js';
import { halfOpen } from './half-open.js';
import { latency } from './latency.js';
import { linkDrop } from './link-drop.js';
import { loss } from './loss.js';
import { profile } from './profile.js';
import { refuse } from './refuse.js';
import { reset } from './reset.js';
import { slicer } from './slicer.js';
import { slowClose } from './slow-close.js';
import { nameOther } from './name-other.js';
import { nameSlow } from './name-slow.js';
import { nameUnresolved } from './name-unresolved.js';
import { portSquatted } from './port-squatted.js';
import { wifiOff } from './wifi-off.js';

export const NETWORK_FAULTS: readonly FaultKind[] = [
  linkDrop,
  reset,
  halfOpen,
  refuse,
  slowClose,
  byteLimit,
  latency,
  bandwidth,
  loss,
  slicer,
  profile,
  frameDrop,
  duplicate,
  corrupt,
  wifiOff,
  portSquatted,
  nameUnresolved,
  nameOther,
  nameSlow,
];
