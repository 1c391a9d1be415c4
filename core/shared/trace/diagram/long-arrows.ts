/** Which arrows reach into a view from far above it, without looking at every one that went before. */
import type { DiagramItem } from './diagram.js';

/** Items whose latest end is kept together. */
const BLOCK = 256;

export class LongArrows {
  private readonly items: readonly DiagramItem[];
  /** For each block of items the `seq` of the last end in it, `Infinity` while one of them may still end. */
  private readonly ends: number[] = [];

  constructor(items: readonly DiagramItem[]) {
    this.items = items;
  }

  /** Indexes of the messages before `first` that end at or after event `seq`, ascending. */
  *reaching(first: number, seq: number): Generator<number> {
    for (let start = 0; start < first; start += BLOCK) {
      if (this.lastEnd(start) < seq) continue;
      for (let index = start; index < Math.min(first, start + BLOCK); index += 1) {
        const item = this.items[index];
        if (item?.kind === 'message' && item.end && item.end.seq >= seq) yield index;
      }
    }
  }

  private lastEnd(start: number): number {
    const known = this.ends[start / BLOCK];
    if (known !== undefined) return known;
    let last = 0;
    for (let index = start; index < start + BLOCK; index += 1) {
      const item = this.items[index];
      // Not full yet, or not over: what is found now may not be true later.
      if (!item || (item.kind === 'message' && !item.end)) return Infinity;
      if (item.kind === 'message' && item.end) last = Math.max(last, item.end.seq);
    }
    this.ends[start / BLOCK] = last;
    return last;
  }
}
