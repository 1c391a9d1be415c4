/** Every kind of fault of the network: to add one, write its file and name it here. */
import type { FaultKind } from './fault.js';
import { frameDrop } from './frame-drop.js';
import { halfOpen } from './half-open.js';
import { latency } from './latency.js';
import { linkDrop } from './link-drop.js';
import { refuse } from './refuse.js';
import { wifiOff } from './wifi-off.js';

export const NETWORK_FAULTS: readonly FaultKind[] = [linkDrop, halfOpen, refuse, latency, frameDrop, wifiOff];
