/** The lab's counters and UUIDs, from its seed. */
import type { Ids } from '#core/shared/injected/ids.js';
import { SeededRandom } from './random.js';

export class SeededIds implements Ids {
  private readonly counters = new Map<string, number>();
  private readonly random: SeededRandom;

  constructor(seed: number) {
    // A stream of its own, so that an extra id never changes which event is picked next.
    this.random = new SeededRandom(seed ^ 0x5bd1e995);
  }

  next(kind: string): number {
    const value = (this.counters.get(kind) ?? 0) + 1;
    this.counters.set(kind, value);
    return value;
  }

  uuid(): string {
    const hex = [0, 1, 2, 3].map(() => this.random.next().toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
