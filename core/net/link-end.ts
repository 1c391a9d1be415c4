/** One end of a link: the socket below, the process above. */
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { Connection, ConnectionHandler, Endpoint } from './connection.js';
import type { Frame } from './frame.js';
import type { Link } from './link.js';
import type { TransportSocket } from './transport.js';
import { Deflater, Inflater } from './zlib-stream.js';

/** Bytes that may wait for a stranger who does not read; one frame is at most 20 MiB (`CLUSTER_LIMITS`). */
const MOST_UNSENT = 32 * 1024 * 1024;

export class LinkEnd implements Connection {
  handler: ConnectionHandler | undefined;
  readonly node: string;
  readonly local: Endpoint;
  remote: Endpoint;
  /** Somebody outside the lab: a real client, component or server. */
  readonly external: boolean;
  private readonly owner: Link;
  private socket: TransportSocket | undefined;
  private zlib: { deflater: Deflater; inflater: Inflater } | undefined;
  /** A FIN or RST of this end has been queued. */
  private closing = false;
  /** The peer's FIN has arrived here. */
  private peerDone = false;
  /** The socket has sent its FIN. */
  ended = false;
  /** The process that held this end has gone. */
  private orphaned = false;
  /** This end alone is gone: nobody has told the other one. */
  gone = false;

  constructor(owner: Link, node: string, local: Endpoint, remote: Endpoint, external = false) {
    this.owner = owner;
    this.node = node;
    this.local = local;
    this.remote = remote;
    this.external = external;
  }

  get link(): string {
    return this.owner.id;
  }

  get writable(): boolean {
    return this.owner.open && !this.closing;
  }

  get listening(): boolean {
    return this.handler !== undefined;
  }

  get closed(): boolean {
    return this.closing;
  }

  plug(
    socket: TransportSocket,
    events: { data(bytes: Uint8Array): void; end(): void; closed(reset: boolean): void },
  ): void {
    this.socket = socket;
    socket.attach(events);
  }

  send(text: string): void {
    if (this.writable) this.owner.outgoing(this).send(text);
  }

  compress(): void {
    this.zlib ??= { deflater: new Deflater(), inflater: new Inflater() };
  }

  /** Bytes that this end has sent, and what they were on the wire; undefined: it does not compress. */
  get compression(): { plain: number; wire: number } | undefined {
    const deflater = this.zlib?.deflater;
    return deflater && { plain: deflater.plain, wire: deflater.wire };
  }

  /** What goes into the socket for bytes of this end. */
  wired(bytes: Uint8Array): Uint8Array {
    return this.zlib?.deflater.push(bytes) ?? bytes;
  }

  /** Tells the process what bytes of the wire say. One that cannot read them hears nothing. */
  hear(bytes: Uint8Array): void {
    const plain = this.zlib?.inflater.push(bytes) ?? bytes;
    if (plain.length > 0) this.handler?.frame(plain);
  }

  close(): void {
    this.shut('fin');
  }

  reset(): void {
    this.shut('reset');
  }

  /** The process is gone: its kernel sends the FIN (or, when nobody could hear it, a RST later). */
  orphan(kind: 'fin' | 'reset'): void {
    this.orphaned = true;
    // A FIN that it had sent itself went down with the interface: the RST comes in its place.
    const unsaid = kind === 'reset' && this.closing && this.owner.open && !this.gone;
    this.shut(kind);
    if (unsaid) this.owner.outgoing(this).finish('reset');
  }

  /**
   * This end is lost, and the other is not told: it goes on believing until it sends something, which is answered with a
   * RST. What waits here to be sent is lost.
   */
  vanish(cause: number, reason: string): void {
    this.orphaned = true;
    this.gone = true;
    this.owner.outgoing(this).discardQueue(reason);
    this.lose(cause);
    this.owner.vanished(this);
  }

  /** Sends a FIN in the process's place: it still hears what comes, and cannot write any more. */
  finishFor(): void {
    if (this.closing || !this.owner.open) return;
    this.closing = true;
    this.owner.outgoing(this).finish('fin');
  }

  write(bytes: Uint8Array): void {
    this.socket?.write(bytes);
  }

  endSocket(): void {
    this.ended = true;
    this.socket?.end();
  }

  resetSocket(): void {
    this.socket?.reset();
  }

  /** Cuts the link when the stranger at the other end has let too much pile up: it does not read. */
  giveUpOnDeafPeer(): void {
    if ((this.socket?.unsent ?? 0) > MOST_UNSENT) this.owner.cut('peer-does-not-read');
  }

  /** There is room again for what the stranger at this end sends. */
  allow(): void {
    this.owner.allowOutside();
  }

  /** A frame for somebody who hears nothing any more: lost; when the process itself is gone, its host answers with a RST. */
  refuse(frame: Frame, direction: Direction, cause: number): void {
    const { host } = this.owner;
    host.trace.record('frame.dropped', this.node, [this.link, direction, frame.id, 'closed'], cause);
    if (this.orphaned) host.trace.under(cause, () => this.owner.outgoing(this).finish('reset'));
  }

  peerFinished(cause: number): void {
    this.peerDone = true;
    const { host } = this.owner;
    if (this.handler) host.entry.enter(cause, this.link, () => this.handler?.finished(), this.node);
    // A FIN for a connection that is not there any more is answered like data.
    if (this.gone) host.trace.under(cause, () => this.owner.outgoing(this).finish('reset'));
    else this.owner.settleClosed();
  }

  peerReset(cause: number): void {
    this.lose(cause);
    this.owner.over();
  }

  /** The connection is gone and this process hears of it. */
  lose(cause: number): void {
    const { handler } = this;
    this.handler = undefined;
    this.closing = true;
    if (handler) this.owner.host.entry.enter(cause, this.link, () => handler.lost(), this.node);
  }

  get finished(): boolean {
    return this.peerDone;
  }

  private shut(kind: 'fin' | 'reset'): void {
    this.handler = undefined;
    if (this.closing) return;
    this.closing = true;
    if (!this.owner.open) return this.owner.cancel(this);
    this.owner.outgoing(this).finish(kind);
  }
}
