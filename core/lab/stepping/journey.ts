/** All that one event has led to, as far as it is known now. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { TraceLog } from '../trace-log.js';

export class Journey {
  private readonly trace: TraceLog;
  private readonly family: Set<number>;
  private seen: number;

  constructor(trace: TraceLog, seq: number) {
    this.trace = trace;
    this.family = new Set([seq]);
    this.seen = seq;
  }

  /**
   * @param pending all that waits
   * @returns id of what goes next on the way; `held`: what waits of it cannot go yet; `over`: nothing waits
   */
  next(pending: readonly PendingItem[]): string {
    this.follow();
    const own = pending.filter(
      ({ kind, seq }) => kind !== 'timer' && seq !== undefined && this.family.has(seq),
    );
    if (own.length === 0) return 'over';
    const byId = new Map(pending.map((item) => [item.id, item]));
    for (const item of own) {
      const first = headOf(item, byId);
      if (first.deliverable) return first.id;
    }
    return 'held';
  }

  private follow(): void {
    for (const row of this.trace.range(this.seen + 1, this.trace.length)) {
      if (this.family.has(row[3])) this.family.add(row[0]);
    }
    this.seen = this.trace.length;
  }
}

/** What stands first in the direction of an item: nothing overtakes. */
function headOf(item: PendingItem, byId: ReadonlyMap<string, PendingItem>): PendingItem {
  let first = item;
  for (let before = byId.get(first.behind ?? ''); before; before = byId.get(first.behind ?? ''))
    first = before;
  return first;
}
