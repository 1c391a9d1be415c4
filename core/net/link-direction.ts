/**
 * One direction of a link: the frames that wait to be released, those that are inside the socket, and the ledger
 * between them.
 *
 * Invariants:
 * 1. The order of `queue`, then `flights`, is the order of sending; nothing overtakes.
 * 2. A frame is delivered once, when the receiver has read exactly as many bytes as were written for it.
 * 3. The direction is in the ready list if and only if it has something to release and nothing holds it.
 */
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Frame, WireItem } from './frame.js';
import type { LinkEnd } from './link-end.js';
import type { FrameFault, LinkHost } from './link-host.js';
import type { Releasable } from './ready-list.js';

interface Flight {
  item: WireItem;
  /** Bytes still to be read by the receiver. */
  missing: number;
  parts: Uint8Array[];
  done: () => void;
}

const encoder = new TextEncoder();

/** What a stranger may have waiting here before its socket is no longer read: frames, and bytes. */
const MOST_WAITING = 10_000;
const MOST_BACKLOG = 4 * 1024 * 1024;

export class LinkDirection implements Releasable {
  readonly faults: FrameFault[] = [];
  private readonly host: LinkHost;
  private readonly link: string;
  readonly name: Direction;
  private readonly sender: LinkEnd;
  private readonly receiver: LinkEnd;
  private readonly queue: WireItem[] = [];
  private readonly flights: Flight[] = [];
  private readonly holds = new Set<string>();
  private open = false;
  private over = false;
  /** A FIN or RST has been queued: no frame comes behind it. */
  private closing = false;
  /** The stranger at the sending end has been told to wait. */
  private choked = false;

  constructor(host: LinkHost, link: string, name: Direction, ends: { sender: LinkEnd; receiver: LinkEnd }) {
    this.host = host;
    this.link = link;
    this.name = name;
    this.sender = ends.sender;
    this.receiver = ends.receiver;
  }

  /** The sockets are there: what was queued may go. */
  start(): void {
    this.open = true;
    this.refresh();
  }

  /** Stops everything: what waits or flies is dropped with `reason`. */
  abort(reason: string): void {
    if (this.over) return;
    this.over = true;
    this.host.ready.remove(this);
    for (const item of this.queue.splice(0)) this.lose(item, reason);
    if (this.choked && !this.full) this.sender.allow();
    for (const flight of this.flights.splice(0)) {
      this.lose(flight.item, reason);
      this.land(flight.done);
    }
  }

  hold(reason: string): void {
    this.holds.add(reason);
    this.refresh();
  }

  unhold(reason: string): void {
    this.holds.delete(reason);
    this.refresh();
  }

  /** A frame sent by a process of the lab. */
  send(text: string): void {
    // A frame of no bytes would never arrive anywhere.
    if (this.over || this.closing || text === '') return;
    const id = this.host.ids.next('frame');
    const sent = this.host.trace.record('frame.sent', this.sender.node, [this.link, this.name, id, text]);
    this.push({ kind: 'frame', frame: { id, text, bytes: encoder.encode(text), sent } });
    this.host.queued?.(id, text, { link: this.link, node: this.sender.node });
  }

  /** A frame that came from outside; it is recorded when it is let in, so that a paused lab stays still. */
  admit(bytes: Uint8Array): void {
    if (this.over || this.closing) return;
    const text = new TextDecoder().decode(bytes);
    const id = this.host.ids.next('frame');
    this.push({ kind: 'frame', frame: { id, text, bytes, sent: 0 } });
    this.host.queued?.(id, text, { link: this.link, node: this.sender.node });
  }

  /** Whether a stranger has sent so much that waits here that no more should be read from its socket now. */
  get full(): boolean {
    if (this.choked) this.choked = this.queue.length > MOST_WAITING / 10 || this.backlog > MOST_BACKLOG / 2;
    else this.choked = this.queue.length > MOST_WAITING || this.backlog > MOST_BACKLOG;
    return this.choked;
  }

  /** Whether another frame can be sent behind what waits. */
  get writable(): boolean {
    return this.open && !this.over && !this.closing;
  }

  finish(kind: 'fin' | 'reset'): void {
    this.closing = true;
    this.push({ kind, id: this.host.ids.next('close'), cause: this.host.trace.cause });
  }

  /** Takes everything away that is not yet inside the socket. */
  discardQueue(reason: string): void {
    for (const item of this.queue.splice(0)) this.lose(item, reason);
    this.refresh();
  }

  release(done: () => void): void {
    const item = this.queue.shift();
    this.refresh();
    if (!item) return done();
    this.host.inFlight(1);
    if (item.kind === 'frame') this.releaseFrame(item.frame, done);
    else this.releaseClose(item, done);
  }

  /** Live: everything that waits goes in one write. */
  releaseAll(goOn: () => boolean): void {
    if (this.sender.external || this.receiver.external) {
      // What is let in runs at once, and may pause the lab.
      while (this.queue.length > 0 && this.holds.size === 0 && goOn()) this.release(() => undefined);
      return;
    }
    const batch: Uint8Array[] = [];
    while (this.queue[0]?.kind === 'frame' && this.holds.size === 0) {
      const { frame } = this.queue.shift() as Extract<WireItem, { kind: 'frame' }>;
      const bytes = this.judged(frame);
      if (!bytes) continue;
      this.host.inFlight(1);
      this.fly({ kind: 'frame', frame }, bytes.length, () => undefined);
      batch.push(bytes);
    }
    if (batch.length > 0)
      this.sender.write(batch.length === 1 ? (batch[0] as Uint8Array) : Buffer.concat(batch));
    if (this.queue.length > 0 && this.holds.size === 0) this.release(() => undefined);
    this.refresh();
  }

  /** Bytes that the receiver's socket has read. */
  receive(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0 && !this.over) {
      const flight = this.flights[0];
      if (!flight) return;
      const part = rest.subarray(0, flight.missing);
      rest = rest.subarray(part.length);
      flight.missing -= part.length;
      flight.parts.push(part);
      if (flight.missing > 0) return;
      this.flights.shift();
      if (flight.item.kind !== 'frame') continue;
      const bytes = flight.parts.length === 1 ? part : Buffer.concat(flight.parts);
      this.deliver(flight.item.frame, bytes);
      this.land(flight.done);
    }
  }

  /** The receiver's socket has seen the FIN, or is gone by a RST (`kind`). */
  receiveClose(kind: 'fin' | 'reset'): void {
    const index = kind === 'fin' ? 0 : this.flights.findIndex((flight) => flight.item.kind === 'reset');
    const flight = this.flights[index];
    if (!flight || flight.item.kind === 'frame' || flight.item.kind !== kind) return;
    // A RST overtakes what the receiver had not read yet: that is lost.
    for (const lost of this.flights.splice(0, index + 1).slice(0, index)) {
      this.lose(lost.item, 'reset');
      this.land(lost.done);
    }
    this.deliverClose(flight.item);
    this.land(flight.done);
  }

  /** Whether a RST of this direction is inside the socket: the close that follows was asked for. */
  get resetting(): boolean {
    return this.flights.some((flight) => flight.item.kind === 'reset');
  }

  /** Frames, FIN and RST that have not gone into the socket yet. */
  get waiting(): number {
    return this.queue.length;
  }

  get heldBy(): string[] {
    return [...this.holds];
  }

  describe(): PendingItem[] {
    return this.queue.map((item, index) => {
      const held = [...(index > 0 ? ['behind'] : []), ...this.holds].join(', ');
      return {
        id: item.kind === 'frame' ? `f${item.frame.id}` : `e${item.id}`,
        kind: item.kind,
        deliverable: index === 0 && this.holds.size === 0 && this.open,
        ...(held ? { held } : {}),
        node: this.sender.node,
        link: this.link,
        direction: this.name,
        text: item.kind === 'frame' ? item.frame.text : item.kind === 'fin' ? 'FIN' : 'RST',
      };
    });
  }

  hasFrame(id: number): boolean {
    return this.indexOf(id) >= 0;
  }

  /** Takes frame `id` out of the queue; false when it is not there. */
  dropFrame(id: number, reason: string): boolean {
    const index = this.indexOf(id);
    const [item] = index < 0 ? [] : this.queue.splice(index, 1);
    if (!item) return false;
    this.lose(item, reason);
    this.refresh();
    return true;
  }

  duplicateFrame(id: number): boolean {
    const index = this.indexOf(id);
    const item = this.queue[index];
    if (item?.kind !== 'frame') return false;
    const copy = { ...item.frame, id: this.host.ids.next('frame') };
    copy.sent = this.host.trace.record('frame.sent', this.sender.node, [
      this.link,
      this.name,
      copy.id,
      copy.text,
    ]);
    this.queue.splice(index + 1, 0, { kind: 'frame', frame: copy });
    return true;
  }

  editFrame(id: number, text: string): boolean {
    const item = this.queue[this.indexOf(id)];
    if (item?.kind !== 'frame' || text === '') return false;
    this.change(item.frame, text, 'edited');
    return true;
  }

  /** Bytes that wait. */
  private get backlog(): number {
    return this.queue.reduce((sum, item) => sum + (item.kind === 'frame' ? item.frame.bytes.length : 0), 0);
  }

  private indexOf(id: number): number {
    return this.queue.findIndex((item) => item.kind === 'frame' && item.frame.id === id);
  }

  private push(item: WireItem): void {
    if (this.over) return;
    this.queue.push(item);
    this.refresh();
  }

  private refresh(): void {
    if (this.open && !this.over && this.queue.length > 0 && this.holds.size === 0) {
      this.host.ready.add(this);
      this.host.changed();
    } else {
      this.host.ready.remove(this);
    }
    if (this.choked && !this.full) this.sender.allow();
  }

  private releaseFrame(frame: Frame, done: () => void): void {
    if (frame.sent === 0) {
      frame.sent = this.host.trace.record(
        'frame.sent',
        this.sender.node,
        [this.link, this.name, frame.id, frame.text],
        0,
      );
    }
    const bytes = this.judged(frame);
    if (!bytes) return this.land(done);
    if (this.sender.external) {
      this.deliver(frame, bytes);
      return this.land(done);
    }
    if (!this.receiver.external) this.fly({ kind: 'frame', frame }, bytes.length, done);
    this.sender.write(bytes);
    if (!this.receiver.external) return;
    this.recordDelivery(frame);
    this.land(done);
    this.sender.giveUpOnDeafPeer();
  }

  private releaseClose(item: Extract<WireItem, { kind: 'fin' | 'reset' }>, done: () => void): void {
    const outside = this.sender.external || this.receiver.external;
    if (!outside) this.fly(item, 0, done);
    if (item.kind === 'fin') this.sender.endSocket();
    else this.reset();
    if (!outside) return;
    this.deliverClose(item);
    this.land(done);
  }

  private reset(): void {
    this.sender.resetSocket();
    // The system offers no RST on a socket that has sent its FIN: the other side's own RST ends the connection then.
    if (this.sender.ended) this.receiver.resetSocket();
  }

  private judged(frame: Frame): Uint8Array | undefined {
    for (const fault of this.faults) {
      const verdict = fault.judge(frame);
      if (verdict.kind === 'drop') {
        this.lose({ kind: 'frame', frame }, verdict.reason);
        return undefined;
      }
      if (verdict.kind === 'change') this.change(frame, verdict.text, verdict.reason);
    }
    return frame.bytes;
  }

  private change(frame: Frame, text: string, reason: string): void {
    frame.text = text;
    frame.bytes = encoder.encode(text);
    this.host.trace.record(
      'frame.changed',
      this.sender.node,
      [this.link, this.name, frame.id, reason, text],
      frame.sent,
    );
  }

  private fly(item: WireItem, missing: number, done: () => void): void {
    this.flights.push({ item, missing, parts: [], done });
  }

  private land(done: () => void): void {
    this.host.inFlight(-1);
    done();
  }

  private recordDelivery(frame: Frame): number {
    return this.host.trace.record(
      'frame.delivered',
      this.receiver.node,
      [this.link, this.name, frame.id],
      frame.sent,
    );
  }

  private deliver(frame: Frame, bytes: Uint8Array): void {
    const seq = this.recordDelivery(frame);
    if (!this.receiver.listening) return this.receiver.refuse(frame, this.name, seq);
    this.host.entry.enter(seq, this.link, () => this.receiver.handler?.frame(bytes));
    this.host.trace.record('frame.handled', this.receiver.node, [this.link, this.name, frame.id], seq);
  }

  private deliverClose(item: Extract<WireItem, { kind: 'fin' | 'reset' }>): void {
    const { node } = this.receiver;
    if (item.kind === 'fin') {
      const seq = this.host.trace.record('link.fin', node, [this.link, this.sender.node], item.cause);
      this.receiver.peerFinished(seq);
    } else {
      const seq = this.host.trace.record('link.reset', node, [this.link, this.sender.node], item.cause);
      this.receiver.peerReset(seq);
    }
  }

  private lose(item: WireItem, reason: string): void {
    if (item.kind !== 'frame') return;
    const { frame } = item;
    if (frame.sent === 0) return;
    this.host.trace.record(
      'frame.dropped',
      this.receiver.node,
      [this.link, this.name, frame.id, reason],
      frame.sent,
    );
  }
}
