/** A component's queue: seven levels, the most urgent first, in order within a level (§4.4, PriorityQueueRelaxed). */
import type { Packet, Priority } from './packet.js';
import { PRIORITIES } from './packet.js';

const LEVELS = new Map<Priority, number>(PRIORITIES.map((name, level) => [name, level]));

/** Places of packets that have gone which are not worth a closing up. */
const FEW_GONE = 64;

/** First in, first out; shifting an array of ten thousands would be slow. */
class Level {
  private packets: (Packet | undefined)[] = [];
  private gone = 0;

  get length(): number {
    return this.packets.length - this.gone;
  }

  push(packet: Packet): void {
    this.packets.push(packet);
  }

  shift(): Packet | undefined {
    const packet = this.packets[this.gone];
    if (!packet) return undefined;
    this.packets[this.gone] = undefined;
    this.gone += 1;
    if (this.length === 0) this.clear();
    else if (this.gone >= FEW_GONE && this.gone * 2 > this.packets.length) {
      this.packets = this.packets.slice(this.gone);
      this.gone = 0;
    }
    return packet;
  }

  clear(): void {
    this.packets.length = 0;
    this.gone = 0;
  }
}

export class PacketQueue {
  private readonly levels = PRIORITIES.map(() => new Level());
  private readonly capacity: number;
  private length = 0;
  /** Packets that found every level from theirs downwards full. */
  overflow = 0;

  /** @param capacity packets a level holds before it spills into the next lower one (`--max-queue-size`) */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.length;
  }

  /** False when the packet had to be dropped. */
  add(packet: Packet): boolean {
    for (let level = LEVELS.get(packet.priority) ?? 3; level < this.levels.length; level += 1) {
      const queue = this.levels[level];
      if (!queue || queue.length >= this.capacity) continue;
      queue.push(packet);
      this.length += 1;
      return true;
    }
    this.overflow += 1;
    return false;
  }

  take(): Packet | undefined {
    for (const queue of this.levels) {
      const packet = queue.shift();
      if (!packet) continue;
      this.length -= 1;
      return packet;
    }
    return undefined;
  }

  clear(): void {
    this.levels.forEach((queue) => queue.clear());
    this.length = 0;
  }
}
