/** The way of packets inside a process, from one component to the next, for a diagram that shows components. */
import type { TraceEvent } from '../trace-event.js';
import type { Message } from './diagram.js';

/** Events back in which the cause of a hop is looked for; a process does what follows from one event in one go. */
const REMEMBERED = 5000;

export class InsideProcess {
  /** Components of each process that have been seen. */
  readonly parts = new Map<string, Set<string>>();
  /** Where things were when an event happened: a packet in a component, or a frame that has just come in. */
  private readonly at = new Map<number, string | Message>();

  /** A frame has been delivered: the component that its first packet is seen in has read it. */
  arrived(seq: number, message: Message): void {
    this.remember(seq, message);
  }

  /** A component that has to do with the process's links. */
  has(process: string, part: string): void {
    const known = this.parts.get(process);
    if (known) known.add(part);
    else this.parts.set(process, new Set([part]));
  }

  /** The component in which an event was that something follows from. */
  componentAt(seq: number): string | undefined {
    const place = this.at.get(seq);
    return typeof place === 'string' ? place : undefined;
  }

  /** Takes in a `packet.hop`; returns the arrow from the component where it was before, if that is another one. */
  hop({ seq, time, node, cause, data }: TraceEvent): Message | undefined {
    const component = String(data.component);
    this.has(node, component);
    const before = this.at.get(cause);
    this.remember(seq, component);
    if (typeof before === 'object' && before.to === node) before.toPart = component;
    if (typeof before !== 'string' || before === component) return undefined;
    return {
      kind: 'message',
      seq,
      time,
      from: node,
      fromPart: before,
      to: node,
      toPart: component,
      link: '',
      text: String(data.summary),
      sort: 'hop',
      end: { seq, time, how: 'delivered', reason: '' },
    };
  }

  private remember(seq: number, place: string | Message): void {
    this.at.set(seq, place);
    if (this.at.size <= REMEMBERED) return;
    const [oldest] = this.at.keys();
    if (oldest !== undefined) this.at.delete(oldest);
  }
}
