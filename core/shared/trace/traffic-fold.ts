/**
 * What has crossed every link and every process, folded from the trace: frames as they are written (one top-level
 * element, header or footer each), in bytes of UTF-8 as they would be without TLS and compression.
 */
import type { Direction, TraceRow } from './trace-schema.js';
import { utf8Length } from './utf8-length.js';

export interface Flow {
  frames: number;
  bytes: number;
}

/** A link: what was sent each way, and how much of it never arrived. */
export interface LinkTraffic {
  link: string;
  ab: Flow;
  ba: Flow;
  /** Both ways together. */
  lost: Flow;
}

/** A process, a client, or (with an empty name) everybody outside the lab. */
export interface NodeTraffic {
  node: string;
  sent: Flow;
  received: Flow;
  /** Packets that have left a queue of a component (§4.2). */
  hops: number;
}

/** Links that are over and still counted one by one; the oldest are forgotten, their processes' sums are not. */
const MOST_CLOSED = 1000;

interface Flying {
  direction: Direction;
  bytes: number;
}

export class TrafficFold {
  private readonly byLink = new Map<string, LinkTraffic>();
  private readonly byNode = new Map<string, NodeTraffic>();
  private readonly closed: string[] = [];
  /** Frames that were sent and have neither arrived nor been lost. */
  private readonly flying = new Map<number, Flying>();

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    const [, , node, , kind, values] = row;
    switch (kind) {
      case 'packet.hop':
        this.node(node).hops += 1;
        return;
      case 'frame.sent': {
        const [link, direction, frame, text] = values;
        return this.sent(node, link, { direction, bytes: utf8Length(text) }, frame);
      }
      case 'frame.changed': {
        const [link, , frame, , text] = values;
        return this.changed(node, link, frame, utf8Length(text));
      }
      case 'frame.delivered':
        return this.delivered(node, values[2]);
      case 'frame.dropped':
        return this.dropped(values[0], values[2]);
      case 'link.closed':
        return this.close(values[0]);
      default:
    }
  }

  /** In the order of their first frames. */
  links(): LinkTraffic[] {
    return [...this.byLink.values()];
  }

  nodes(): NodeTraffic[] {
    return [...this.byNode.values()];
  }

  private sent(node: string, link: string, frame: Flying, id: number): void {
    this.flying.set(id, frame);
    add(this.node(node).sent, 1, frame.bytes);
    add(this.link(link)[frame.direction], 1, frame.bytes);
  }

  /** What a fault or a user makes of a frame goes over the wire in its place. */
  private changed(node: string, link: string, id: number, bytes: number): void {
    const frame = this.flying.get(id);
    if (!frame) return;
    add(this.node(node).sent, 0, bytes - frame.bytes);
    add(this.link(link)[frame.direction], 0, bytes - frame.bytes);
    frame.bytes = bytes;
  }

  private delivered(node: string, id: number): void {
    const frame = this.flying.get(id);
    if (!frame) return;
    this.flying.delete(id);
    add(this.node(node).received, 1, frame.bytes);
  }

  private dropped(link: string, id: number): void {
    const frame = this.flying.get(id);
    if (!frame) return;
    this.flying.delete(id);
    add(this.link(link).lost, 1, frame.bytes);
  }

  private close(link: string): void {
    if (!this.byLink.has(link)) return;
    this.closed.push(link);
    const oldest = this.closed.length > MOST_CLOSED ? this.closed.shift() : undefined;
    if (oldest !== undefined) this.byLink.delete(oldest);
  }

  private link(link: string): LinkTraffic {
    const known = this.byLink.get(link);
    if (known) return known;
    const made = { link, ab: nothing(), ba: nothing(), lost: nothing() };
    this.byLink.set(link, made);
    return made;
  }

  private node(node: string): NodeTraffic {
    const known = this.byNode.get(node);
    if (known) return known;
    const made = { node, sent: nothing(), received: nothing(), hops: 0 };
    this.byNode.set(node, made);
    return made;
  }
}

function nothing(): Flow {
  return { frames: 0, bytes: 0 };
}

function add(flow: Flow, frames: number, bytes: number): void {
  flow.frames += frames;
  flow.bytes += bytes;
}
