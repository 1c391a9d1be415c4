/** A stanza inside a process, with its two kinds of addresses (§4.1). */
import { parseJid, type Jid } from '#core/shared/xmpp/jid.js';
import type { Element } from '#core/xml/element.js';
import type { NodeContext } from './node-context.js';

/** Queue levels, most urgent first (§4.4). */
export const PRIORITIES = ['SYSTEM', 'CLUSTER', 'HIGH', 'NORMAL', 'LOW', 'PRESENCE', 'LOWEST'] as const;
export type Priority = (typeof PRIORITIES)[number];

const BROADCAST_TYPES = new Set([undefined, 'available', 'unavailable', 'probe']);

export class Packet {
  readonly element: Element;
  /** Counts per process: what the trace shows of a packet on its way through the queues. */
  readonly number: number;
  /** Internal addresses (component or connection ids); the stanza's own are `from` and `to`. */
  packetFrom: string | undefined;
  packetTo: string | undefined;
  /** Somebody claimed it: no "feature not implemented" is due (§3.4 step 14). */
  processed = false;
  private fromJid: Jid | undefined | null = null;
  private toJid: Jid | undefined | null = null;

  constructor(
    context: Pick<NodeContext, 'nextPacket'>,
    element: Element,
    packetFrom?: string,
    packetTo?: string,
  ) {
    this.element = element;
    this.number = context.nextPacket();
    this.packetFrom = packetFrom;
    this.packetTo = packetTo;
  }

  get name(): string {
    return this.element.name;
  }

  get type(): string | undefined {
    return this.attribute('type');
  }

  get id(): string | undefined {
    return this.attribute('id');
  }

  /** The stanza's `from`; undefined when absent or no JID. */
  get from(): Jid | undefined {
    if (this.fromJid === null) this.fromJid = this.jid('from');
    return this.fromJid;
  }

  /** The stanza's `to`; undefined when absent or no JID. */
  get to(): Jid | undefined {
    if (this.toJid === null) this.toJid = this.jid('to');
    return this.toJid;
  }

  /** Sets a stanza address; undefined takes it away. */
  setAddress(name: 'from' | 'to', value: string | undefined): void {
    if (value === undefined) delete this.element.attrs[name];
    else this.element.attrs[name] = value;
    if (name === 'from') this.fromJid = null;
    else this.toJid = null;
  }

  attribute(name: string): string | undefined {
    const value: unknown = this.element.attrs[name];
    return typeof value === 'string' ? value : undefined;
  }

  get priority(): Priority {
    // 7.1 writes the priority of a command into it.
    if (this.element.name === 'cluster') return this.attribute('pr') === 'HIGH' ? 'HIGH' : 'CLUSTER';
    if (this.element.name === 'presence' && BROADCAST_TYPES.has(this.type)) return 'PRESENCE';
    return 'NORMAL';
  }

  /** `message chat`, `iq get`, `presence`: what the trace shows. */
  get summary(): string {
    const { type } = this;
    return type === undefined ? this.element.name : `${this.element.name} ${type}`;
  }

  private jid(name: 'from' | 'to'): Jid | undefined {
    const text = this.attribute(name);
    return text === undefined ? undefined : parseJid(text);
  }
}
