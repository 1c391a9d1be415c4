/** What goes wrong when the lab's host names are looked up: for every node, or for one. */
import type { Interfaces } from './interfaces.js';

export interface NameFault {
  /** The host name as the files write it. */
  name: string;
  /** The node that is affected; empty: all. */
  at: string;
  /** The address that is found instead; undefined: none. Absent: the right one. */
  answer?: (() => string | undefined) | undefined;
  /** ms of lab time that a look-up takes longer. */
  delayMs?: number;
}

export interface LookUp {
  /** Logical address; undefined: nobody by that name. */
  address: string | undefined;
  /** ms of lab time until that is known. */
  afterMs: number;
}

export class NameFaults {
  private readonly interfaces: Interfaces;
  private readonly faults = new Set<NameFault>();

  constructor(interfaces: Interfaces) {
    this.interfaces = interfaces;
  }

  /** The fault that was put on last decides. */
  put(fault: NameFault): () => void {
    this.faults.add(fault);
    return () => void this.faults.delete(fault);
  }

  /** Looks a name up as `node` does; nothing is remembered from one time to the next. */
  lookUp(node: string, host: string): LookUp {
    const found: LookUp = { address: this.interfaces.resolve(host), afterMs: 0 };
    for (const { name, at, answer, delayMs = 0 } of this.faults) {
      if (name.toLowerCase() !== host.toLowerCase() || (at !== '' && at !== node)) continue;
      if (answer) found.address = answer();
      found.afterMs += delayMs;
    }
    return found;
  }
}
