/**
 * What every Tigase component is: an in-queue whose packets it processes one at a time, and an out-queue that leads to
 * the message router (§4.2, §4.4).
 */
import { DatabaseWait } from './database-wait.js';
import type { NodeContext } from './node-context.js';
import type { Packet } from './packet.js';
import { PacketQueue } from './packet-queue.js';

/** §2.1 `--max-queue-size`: about 1000 per 100 MB of heap; a 1 GiB heap is played. */
const DEFAULT_CAPACITY = 2600;

/** §2.1: these get ten times as much, unless the property says how much. */
const LARGE = new Set(['message-router', 'sess-man', 'c2s', 'cl-comp', 'ext']);

/** Addresses of the domains that a component wants, beyond its own name (§4.3 rule 6). */
export interface Routing {
  /** Whether a stanza to this bare address is for the component. */
  matches(bareJid: string, domain: string): boolean;
}

export abstract class Component {
  readonly name: string;
  /** `NAME@<node hostname>` (§4.1). */
  readonly id: string;
  /** §4.3 rule 5: takes what is addressed to a local vhost. */
  readonly handlesLocalDomains: boolean = false;
  /** §4.3 rule 7: takes what is addressed to nobody here. */
  readonly handlesOtherDomains: boolean = false;
  protected readonly context: NodeContext;
  protected readonly databaseWait: DatabaseWait;
  private readonly inQueue: PacketQueue;
  private readonly outQueue: PacketQueue;

  constructor(context: NodeContext, name: string) {
    this.context = context;
    this.databaseWait = new DatabaseWait(context);
    this.name = name;
    this.id = `${name}@${context.hostname}`;
    const wanted = Number(context.plan.properties['--max-queue-size']);
    const capacity = wanted > 0 ? wanted : DEFAULT_CAPACITY * (LARGE.has(name) ? 10 : 1);
    this.inQueue = new PacketQueue(capacity);
    this.outQueue = new PacketQueue(capacity);
  }

  /** Called once every component of the process has been made (initializationCompleted). */
  start(): void {}

  /** A clean shutdown; a crash calls nothing. */
  stop(): void {}

  /** §5.8: another node of the cluster has come, or gone. */
  nodeConnected(_host: string): void {}

  nodeDisconnected(_host: string): void {}

  /** Routings that this component has registered with the router now. */
  routings(): readonly Routing[] {
    return [];
  }

  /** Length of the queues, for the inspector. */
  get queued(): { in: number; out: number } {
    return { in: this.inQueue.size, out: this.outQueue.size };
  }

  /** Puts a packet into the in-queue; it is processed later in the same step. */
  addPacket(packet: Packet): void {
    this.enqueue(this.inQueue, 'in', packet, (next) =>
      this.databaseWait.run(next, () => this.processPacket(next)),
    );
  }

  protected abstract processPacket(packet: Packet): void;

  /** Puts a packet into the out-queue, towards the message router. */
  protected send(packet: Packet): void {
    this.databaseWait.out(() =>
      this.enqueue(this.outQueue, 'out', packet, (next) => this.context.route(next)),
    );
  }

  private enqueue(queue: PacketQueue, name: string, packet: Packet, work: (next: Packet) => void): void {
    const { trace, node, tasks } = this.context;
    if (!queue.add(packet)) {
      trace.record('packet.dropped', node, [this.name, packet.number, `${name} queue overflow`]);
      return;
    }
    const label = `${this.name} ${name}: ${packet.summary}`;
    tasks.post(
      node,
      () => {
        const next = queue.take();
        if (!next) return;
        const hop = trace.record('packet.hop', node, [this.name, name, next.number, next.summary]);
        trace.under(hop, () => work(next));
      },
      label,
    );
  }
}
