/** When what is sent in one direction may go: each shape of the line adds to it, and takes its own part away again. */
import type { Micros } from '#core/shared/injected/clock.js';
import type { Delay, WireItem } from './frame.js';
import type { LineShape } from './line-fault.js';

export class LineTimes {
  private shapes: readonly LineShape[] = [];

  add(shape: LineShape): void {
    this.shapes = [...this.shapes, shape];
  }

  remove(id: string): void {
    this.shapes = this.shapes.filter((shape) => shape.id !== id);
  }

  /** Asks every shape, in the order in which they were put on, what they make of something that is sent now. */
  stamp(item: WireItem, now: Micros): void {
    if (this.shapes.length === 0) return;
    const delays: Delay[] = [];
    let from = now;
    for (const shape of this.shapes) {
      const next = Math.max(from, shape.notBefore(item, from));
      if (next > from) delays.push({ id: shape.id, micros: next - from });
      from = next;
    }
    if (delays.length > 0) Object.assign(item, { notBefore: from, delays });
  }
}

/** Lets something wait longer, until `until` at least. */
export function postpone(item: WireItem, id: string, now: Micros, until: Micros): void {
  const from = Math.max(now, item.notBefore ?? now);
  if (until <= from) return;
  item.notBefore = until;
  item.delays = [...(item.delays ?? []), { id, micros: until - from }];
}

/** Takes what `id` has added away from something that waits. */
export function hurry(item: WireItem, id: string): void {
  if (item.notBefore === undefined || !item.delays) return;
  const gained = item.delays.reduce((sum, delay) => (delay.id === id ? sum + delay.micros : sum), 0);
  item.delays = item.delays.filter((delay) => delay.id !== id);
  item.notBefore = item.delays.length === 0 ? undefined : item.notBefore - gained;
}
