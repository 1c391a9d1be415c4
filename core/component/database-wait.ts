/**
 * What a packet leads to waits for as long as the database operations take that it has needed. Packets of one sender keep
 * their order; others go on.
 */
import type { NodeContext } from './node-context.js';
import type { Packet } from './packet.js';

export class DatabaseWait {
  private readonly context: NodeContext;
  /** Sender → what it has sent since, while something of it waits. */
  private readonly lanes = new Map<string, (() => void)[]>();
  /** What the packet that is being processed has led to so far. */
  private held: (() => void)[] | undefined;

  constructor(context: NodeContext) {
    this.context = context;
  }

  /** Processes a packet now, or when what its sender has sent before it is done. */
  run(packet: Packet, work: () => void): void {
    if (this.lanes.size === 0 && this.context.databaseMs?.() === undefined) return work();
    const lane = packet.packetFrom ?? packet.from?.bare ?? '';
    this.inLane(lane, this.later(work));
  }

  /** Something that leaves the component: at once, unless it has to wait. */
  out(work: () => void): void {
    if (this.held) this.held.push(this.later(work));
    else work();
  }

  private inLane(lane: string, work: () => void): void {
    const queue = this.lanes.get(lane);
    if (queue) return void queue.push(work);
    if (this.context.databaseMs?.() === undefined) return work();
    const held = this.holding(work);
    const ms = this.context.databaseMs() ?? 0;
    if (ms === 0) return held.forEach((go) => go());
    this.lanes.set(lane, []);
    this.context.clock.after(ms, `${this.context.node} waits for its database`, () => {
      held.forEach((go) => go());
      const behind = this.lanes.get(lane) ?? [];
      this.lanes.delete(lane);
      behind.forEach((next) => this.inLane(lane, next));
    });
  }

  private holding(work: () => void): (() => void)[] {
    const held: (() => void)[] = [];
    this.held = held;
    try {
      work();
    } finally {
      this.held = undefined;
    }
    return held;
  }

  /** The cause stays what it is now. */
  private later(work: () => void): () => void {
    const { trace } = this.context;
    const { cause } = trace;
    return () => trace.under(cause, work);
  }
}
