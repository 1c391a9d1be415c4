/** Every kind of fault there is: to add one, write its file and name it here. */
import type { FaultKind } from './fault.js';
import { linkDrop } from './link-drop.js';
import { wifiOff } from './wifi-off.js';

export const FAULT_KINDS: readonly FaultKind[] = [linkDrop, wifiOff];
