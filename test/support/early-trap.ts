/** A trap that is set as soon as this is imported: before whatever is imported after it can take a clock for itself. */
import { AmbientTrap } from './ambient-trap.js';

export const earlyTrap = new AmbientTrap();
earlyTrap.set();
