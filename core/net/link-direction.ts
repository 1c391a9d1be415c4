/**
 * One direction of a link: the frames that wait to be released, those that are inside the socket, and what faults make
 * of them.
 *
 * Invariants:
 * 1. The order of the waiting line, then the flights, is the order of sending; nothing overtakes.
 * 2. A frame is delivered once, when the receiver has read exactly as many bytes as were written for it.
 * 3. The direction is in the ready list if and only if it has something to release whose time has come, and nothing
 *    holds it.
 */
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Micros, Timer } from '#core/shared/injected/clock.js';
import { Flights } from './flights.js';
import type { CloseItem, Frame, FrameItem, PieceItem, WireItem } from './frame.js';
import { FrameRecords } from './frame-records.js';
import { judgeFrame, type JudgeEffects, type Judgement } from './judge-frame.js';
import type { FrameFault, LineShape } from './line-fault.js';
import { LineTimes } from './line-times.js';
import type { LinkEnd } from './link-end.js';
import type { LinkHost } from './link-host.js';
import type { Releasable } from './ready-list.js';
import { KEPT, WaitingLine } from './waiting-line.js';

const encoder = new TextEncoder();

export class LinkDirection implements Releasable {
  readonly name: Direction;
  private faults: readonly FrameFault[] = [];
  private readonly times = new LineTimes();
  private readonly host: LinkHost;
  private readonly link: string;
  private readonly sender: LinkEnd;
  private readonly receiver: LinkEnd;
  private readonly line = new WaitingLine();
  private readonly flights = new Flights();
  private readonly holds = new Set<string>();
  private open = false;
  private over = false;
  /** A FIN or RST has been queued: no frame comes behind it. */
  private closing = false;
  /** Ends the wait of the first one in the line. */
  private wake: Timer | undefined;

  private readonly service: string;
  private readonly records: FrameRecords;

  constructor(
    host: LinkHost,
    link: string,
    name: Direction,
    ends: { sender: LinkEnd; receiver: LinkEnd; service: string },
  ) {
    this.service = ends.service;
    this.host = host;
    this.link = link;
    this.name = name;
    this.sender = ends.sender;
    this.receiver = ends.receiver;
    this.records = new FrameRecords(host.trace, {
      link,
      name,
      from: ends.sender.node,
      to: ends.receiver.node,
    });
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
    this.wake?.cancel();
    this.host.ready.remove(this);
    for (const item of this.line.clear()) this.records.lost(item, reason);
    if (this.line.wasFull && !this.line.full) this.sender.allow();
    for (const flight of this.flights.clear()) {
      this.records.lost(flight.item, reason);
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

  /** From now on what is sent takes the time that `shape` says; what waits already keeps its own. */
  shape(shape: LineShape): void {
    this.times.add(shape);
  }

  /** From now on every frame is judged by `fault` when it is about to go. */
  fault(fault: FrameFault): void {
    this.faults = [...this.faults, fault];
  }

  /** Takes away what a fault has put on here. What waited because of it may go now. */
  unfault(id: string): void {
    this.faults = this.faults.filter((fault) => fault.id !== id);
    this.times.remove(id);
    this.line.forget(id);
    this.refresh();
  }

  /** What waits now goes no sooner than `until`; `id` says why. */
  postpone(id: string, until: Micros): void {
    this.line.postpone(id, this.host.clock.now(), until);
    this.refresh();
  }

  /** A frame sent by a process of the lab. */
  send(text: string): void {
    // A frame of no bytes would never arrive anywhere.
    if (this.over || this.closing || text === '') return;
    const id = this.host.ids.next('frame');
    const sent = this.records.sent(id, text);
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
    return this.line.full;
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
    for (const item of this.line.clear()) this.records.lost(item, reason);
    this.refresh();
  }

  get id(): string {
    return this.line.headId;
  }

  release(done: () => void): void {
    const item = this.line.shift();
    this.refresh();
    if (!item) return done();
    this.host.inFlight(1);
    if (item.kind === 'frame') this.releaseFrame(item, done);
    else if (item.kind === 'piece') this.releasePiece(item, done);
    else this.releaseClose(item, done);
  }

  /** Bytes that the receiver's socket has read. */
  receive(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0 && !this.over) {
      const taken = this.flights.take(rest);
      rest = taken.rest;
      if (!taken.landed) return;
      const { flight, bytes } = taken.landed;
      if (flight.item.kind === 'frame' || flight.item.kind === 'piece') this.deliver(flight.item, bytes);
      this.land(flight.done);
    }
  }

  /** The receiver's socket has seen the FIN, or is gone by a RST (`kind`). */
  receiveClose(kind: 'fin' | 'reset'): void {
    const met = this.flights.takeClose(kind);
    if (!met) return;
    // A RST overtakes what the receiver had not read yet: that is lost.
    for (const lost of met.lost) {
      this.records.lost(lost.item, 'reset');
      this.land(lost.done);
    }
    this.deliverClose(met.flight.item as CloseItem);
    this.land(met.flight.done);
  }

  /** Whether a RST of this direction is inside the socket: the close that follows was asked for. */
  get resetting(): boolean {
    return this.flights.resetting;
  }

  /** Frames, FIN and RST that have not gone into the socket yet. */
  get waiting(): number {
    return this.line.length;
  }

  get heldBy(): string[] {
    return [...this.holds];
  }

  describe(): PendingItem[] {
    const { open, sender, receiver, service, link } = this;
    const outside = sender.external ? 'from' : receiver.external ? 'to' : undefined;
    const where = {
      node: sender.node,
      link,
      direction: this.name,
      to: receiver.node,
      service,
      ...(outside ? ({ outside } as const) : {}),
    };
    return this.line.describe(where, { holds: [...this.holds], open, now: this.host.clock.now() });
  }

  hasFrame(id: number): boolean {
    return this.line.frame(id) !== undefined;
  }

  /** A user holds the whole direction, or lets go of it; false when it was so already. */
  keepAll(on: boolean): boolean {
    if (this.holds.has(KEPT) === on) return false;
    if (on) this.hold(KEPT);
    else this.unhold(KEPT);
    return true;
  }

  /** A user holds frame `id`, and with it all that stands behind it, or lets go of it; false when it is not there. */
  keepFrame(id: number, on: boolean): boolean {
    const item = this.line.frame(id);
    if (!item) return false;
    item.kept = on;
    this.refresh();
    return true;
  }

  /** Takes frame `id` out of the line; false when it is not there. */
  dropFrame(id: number, reason: string): boolean {
    const item = this.line.remove(id);
    if (!item) return false;
    this.records.lost(item, reason);
    this.refresh();
    return true;
  }

  duplicateFrame(id: number): boolean {
    const item = this.line.frame(id);
    if (!item) return false;
    this.line.insertBehind(id, this.copyOf(item));
    return true;
  }

  editFrame(id: number, text: string): boolean {
    const item = this.line.frame(id);
    if (!item || text === '') return false;
    this.change(item.frame, text, 'edited');
    return true;
  }

  private push(item: WireItem): void {
    if (this.over) return;
    this.times.stamp(item, this.host.clock.now());
    this.line.push(item);
    this.refresh();
  }

  /** The first one in the line has a time of its own, which has not come. */
  private get isEarly(): boolean {
    const { head } = this.line;
    return head?.notBefore !== undefined && head.notBefore > this.host.clock.now();
  }

  private get isHeadHeld(): boolean {
    return this.line.head?.kept === true || this.isEarly;
  }

  private get ripe(): boolean {
    return this.open && !this.over && this.line.length > 0 && this.holds.size === 0 && !this.isHeadHeld;
  }

  private refresh(): void {
    if (this.ripe) {
      this.host.ready.add(this);
      this.host.changed();
    } else {
      this.host.ready.remove(this);
    }
    this.setAlarm();
    if (this.line.wasFull && !this.line.full) this.sender.allow();
  }

  private setAlarm(): void {
    const due = this.line.head?.notBefore;
    if (due === undefined && !this.wake) return;
    this.wake?.cancel();
    this.wake = undefined;
    if (due === undefined || !this.isEarly || this.over || this.holds.size > 0) return;
    const { clock } = this.host;
    this.wake = clock.after((due - clock.now()) / 1000, `line ${this.link} ${this.name}`, () => {
      this.wake = undefined;
      this.refresh();
    });
  }

  private releaseFrame(item: FrameItem, done: () => void): void {
    const { frame } = item;
    if (frame.sent === 0) frame.sent = this.records.sent(frame.id, frame.text, 0);
    const untouched = this.faults.length === 0 || item.judges?.length === 0;
    if (untouched) return this.releaseBytes(item, frame.bytes, done);
    const outcome = this.judge(item);
    if (outcome.kind === 'dropped') return this.land(done);
    if (outcome.kind === 'ended') return this.releaseEnd(item, outcome, done);
    const { cutters } = outcome;
    if (cutters.length === 0) return this.releaseBytes(item, frame.bytes, done);
    this.releasePiece({ kind: 'piece', frame, bytes: frame.bytes, last: true, cutters }, done);
  }

  private releasePiece(item: PieceItem, done: () => void): void {
    const piece = this.line.cutOff(item, this.host.clock.now());
    this.refresh();
    this.releaseBytes(piece, piece.bytes, done);
  }

  /** The last bytes that go: the rest of the frame is lost with all that waits. */
  private releaseEnd(item: FrameItem, end: Judgement & { kind: 'ended' }, done: () => void): void {
    const { frame } = item;
    this.closing = true;
    for (const lost of [item, ...this.line.clearFrames()]) this.records.lost(lost, end.reason);
    const bytes = frame.bytes.subarray(0, end.bytes);
    const closed = (): void => {
      end.close();
      done();
    };
    if (bytes.length === 0) return this.land(closed);
    this.releaseBytes({ kind: 'piece', frame, bytes, last: false, cutters: [] }, bytes, closed);
  }

  /** A frame, or a piece of one, goes into the socket; what comes from outside has come through its own. */
  private releaseBytes(item: FrameItem | PieceItem, bytes: Uint8Array, done: () => void): void {
    if (this.sender.external) {
      this.deliver(item, bytes);
      return this.land(done);
    }
    // What is compressed is so here, below everything that holds, counts or changes frames.
    const wired = this.sender.wired(bytes);
    if (!this.receiver.external) this.flights.add(item, wired.length, done);
    this.sender.write(wired);
    if (!this.receiver.external) return;
    if (item.kind === 'frame' || item.last) this.passToOutside(item.frame);
    this.land(done);
    this.sender.giveUpOnDeafPeer();
  }

  private passToOutside(frame: Frame): void {
    if (this.receiver.gone) this.receiver.refuse(frame, this.name, frame.sent);
    else this.records.delivered(frame);
  }

  private releaseClose(item: CloseItem, done: () => void): void {
    const outside = this.sender.external || this.receiver.external;
    if (!outside) this.flights.add(item, 0, done);
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

  /** What the faults make of a frame. */
  private judge(item: FrameItem): Judgement {
    const { frame } = item;
    const faults = item.judges?.filter((fault) => this.faults.includes(fault)) ?? this.faults;
    const effects: JudgeEffects = {
      drop: (reason) => this.records.lost(item, reason),
      change: (text, reason) => this.change(frame, text, reason),
      copy: (judges) => {
        this.line.putBack([{ ...this.copyOf(item, frame.sent), judges }]);
        this.refresh();
      },
    };
    return judgeFrame(frame, faults, effects);
  }

  private copyOf(item: FrameItem, cause?: number): FrameItem {
    const id = this.host.ids.next('frame');
    const copy = { ...item.frame, id, sent: this.records.sent(id, item.frame.text, cause) };
    return { ...item, frame: copy, kept: false };
  }

  private change(frame: Frame, text: string, reason: string): void {
    this.line.change(frame, text, encoder.encode(text));
    this.records.changed(frame, text, reason);
  }

  private land(done: () => void): void {
    this.host.inFlight(-1);
    done();
  }

  private deliver(item: FrameItem | PieceItem, bytes: Uint8Array): void {
    const { frame } = item;
    if (item.kind === 'piece' && !item.last) {
      if (this.receiver.listening)
        this.host.entry.enter(frame.sent, this.link, () => this.receiver.hear(bytes), this.receiver.node);
      return;
    }
    const seq = this.records.delivered(frame);
    if (!this.receiver.listening) return this.receiver.refuse(frame, this.name, seq);
    const handled = (): void => this.records.handled(frame, seq);
    this.host.entry.enter(seq, this.link, () => this.receiver.hear(bytes), this.receiver.node, handled);
  }

  private deliverClose(item: CloseItem): void {
    const { node } = this.receiver;
    const kind = item.kind === 'fin' ? 'link.fin' : 'link.reset';
    const seq = this.host.trace.record(kind, node, [this.link, this.sender.node], item.cause);
    if (item.kind === 'fin') this.receiver.peerFinished(seq);
    else this.receiver.peerReset(seq);
  }
}
