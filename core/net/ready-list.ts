import type { PendingItem } from '#core/shared/api/pending.js';

/** Something that can happen next on the network: the head of a direction, a dial, a bind, an arrival from outside. */
export interface Releasable {
  /** Lets it happen; `done` is called once it has settled: both ends have seen it and what it led to has run. */
  release(done: () => void): void;
  /** Of what goes next, as in the pending list: `f12`, `o3`. */
  readonly id: string;
  /** What it is, for the pending list; a direction lists all its frames, the deliverable one first. */
  describe(): PendingItem[];
}

/**
 * What can happen next, in a stable order, so that a seeded pick means the same in every run. Adding and taking away
 * cost nothing however long the list is: the last one moves into the gap, which is as reproducible as any other order.
 */
export class ReadyList {
  private readonly items: Releasable[] = [];
  private readonly places = new Map<Releasable, number>();

  get size(): number {
    return this.items.length;
  }

  at(index: number): Releasable | undefined {
    return this.items[index];
  }

  has(item: Releasable): boolean {
    return this.places.has(item);
  }

  add(item: Releasable): void {
    if (this.places.has(item)) return;
    this.places.set(item, this.items.length);
    this.items.push(item);
  }

  remove(item: Releasable): void {
    const place = this.places.get(item);
    if (place === undefined) return;
    this.places.delete(item);
    const last = this.items.pop();
    if (last === undefined || last === item) return;
    this.items[place] = last;
    this.places.set(last, place);
  }

  all(): readonly Releasable[] {
    return this.items;
  }
}
