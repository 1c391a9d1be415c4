/** A TCP connection with both its ends: in the lab, or one in the lab and one outside. */
import type { Endpoint } from './connection.js';
import { LinkDirection } from './link-direction.js';
import { LinkEnd } from './link-end.js';
import type { LinkHost } from './link-host.js';
import type { TransportSocket } from './transport.js';

/** Linux' tcp_fin_timeout: how long a closed socket waits for the other side's FIN. */
const FIN_TIMEOUT_MS = 60_000;

/** Node of an end that is outside the lab, in the trace and in the id of a link that came from there. */
export const OUTSIDE = 'outside';

interface LinkParty {
  /** Empty: nobody has that address. */
  node: string;
  endpoint: Endpoint;
  /** Somebody outside the lab; at most one of the two. */
  external?: boolean;
}

export interface LinkParties {
  id: string;
  service: string;
  dialler: LinkParty;
  acceptor: LinkParty;
}

export class Link {
  readonly id: string;
  readonly service: string;
  readonly host: LinkHost;
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly ab: LinkDirection;
  readonly ba: LinkDirection;
  open = false;
  /** Cut before it was open: the dial fails. */
  refused = false;
  private ended = false;
  /** Socket to the stranger at the other end. */
  private outside: TransportSocket | undefined;

  constructor(host: LinkHost, parties: LinkParties) {
    const { id, service, dialler, acceptor } = parties;
    this.host = host;
    this.id = id;
    this.service = service;
    this.a = new LinkEnd(this, dialler.node, dialler.endpoint, acceptor.endpoint, dialler.external);
    this.b = new LinkEnd(this, acceptor.node, acceptor.endpoint, dialler.endpoint, acceptor.external);
    this.ab = new LinkDirection(host, id, 'ab', { sender: this.a, receiver: this.b, service });
    this.ba = new LinkDirection(host, id, 'ba', { sender: this.b, receiver: this.a, service });
  }

  get directions(): [LinkDirection, LinkDirection] {
    return [this.ab, this.ba];
  }

  outgoing(end: LinkEnd): LinkDirection {
    return end === this.a ? this.ab : this.ba;
  }

  /** Both ends are in the lab and their sockets are connected. */
  connect(dialler: TransportSocket, acceptor: TransportSocket): void {
    this.a.plug(dialler, this.events(this.ba));
    this.b.plug(acceptor, this.events(this.ab));
    this.begin();
  }

  /**
   * The other end is somebody outside: what comes from the socket is cut into frames that wait like any other.
   * @param inside the end that is in the lab
   */
  connectOutside(inside: LinkEnd, socket: TransportSocket): void {
    const { host, id: link } = this;
    const framer = host.newFramer();
    const incoming = inside === this.a ? this.ba : this.ab;
    this.outside = socket;
    inside.plug(socket, {
      data: (bytes) => {
        host.fromOutside({ kind: 'bytes', link, bytes }, () => {
          framer.push(bytes).forEach((frame) => incoming.admit(frame));
          // A paused or slow lab reads no more than it can hold; TCP tells the stranger so.
          if (incoming.full) socket.read(false);
        });
      },
      end: () => host.fromOutside({ kind: 'end', link }, () => incoming.finish('fin')),
      closed: (reset) => {
        // Reset by the lab itself, in somebody's name: the end in here is not to hear of it.
        const forged = this.a.gone || this.b.gone;
        if (!reset || this.ended || forged) return;
        host.fromOutside({ kind: 'closed', link, reset }, () => {
          if (!this.ended) incoming.finish('reset');
        });
      },
    });
    this.begin();
  }

  /** Socket to the stranger at the other end, if there is one. */
  get outsideSocket(): TransportSocket | undefined {
    return this.outside;
  }

  /** Reads on from a stranger who had been made to wait. */
  allowOutside(): void {
    this.outside?.read(true);
  }

  /** Both FINs have been seen: the connection is over without anybody's complaint. */
  settleClosed(): void {
    if (this.a.finished && this.b.finished) return this.over();
    // A process of the lab always closes its side; a stranger may forget to, as with any peer.
    if ([this.a, this.b].some((end) => end.external && end.finished)) {
      this.host.clock.after(FIN_TIMEOUT_MS, `FIN timeout ${this.id}`, () => this.cut('fin-timeout'));
    }
  }

  over(): void {
    if (this.ended) return;
    this.ended = true;
    this.open = false;
    this.directions.forEach((direction) => direction.abort('reset'));
    this.host.trace.record('link.closed', '', [this.id]);
    this.host.gone(this.id);
  }

  /** An end was closed before the connection was there: nobody will ever use it. */
  cancel(end: LinkEnd): void {
    if (end === this.a) this.ended = true;
  }

  get cancelled(): boolean {
    return this.ended;
  }

  /**
   * Cuts the link from outside, at both ends at once: what is in flight or waits is lost.
   * @param by what the trace names as the one who did it
   */
  cut(by: string): void {
    if (this.ended || this.refused) return;
    const cause = this.host.trace.record('link.reset', '', [this.id, by]);
    if (!this.open) {
      this.refused = true;
      return;
    }
    this.open = false;
    this.host.trace.under(cause, () => {
      this.directions.forEach((direction) => direction.abort('reset'));
      this.a.resetSocket();
      this.b.resetSocket();
      this.a.lose(cause);
      this.b.lose(cause);
      this.over();
    });
  }

  /** A RST that the other end never sent: one end loses the connection. `by` is who the trace says has done it. */
  loseAt(end: LinkEnd, by: string): void {
    if (!this.open || end.gone) return;
    const cause = this.host.trace.record('link.reset', end.node, [this.id, by]);
    this.host.trace.under(cause, () => end.vanish(cause, 'reset'));
  }

  /** The system of an end has sent its data again too often and gives up (ETIMEDOUT). */
  timeOut(end: LinkEnd): void {
    if (!this.open || end.gone) return;
    const cause = this.host.trace.record('link.timedOut', end.node, [this.id]);
    this.host.trace.under(cause, () => end.vanish(cause, 'timed-out'));
  }

  /** One end is gone alone. */
  vanished(end: LinkEnd): void {
    if (this.a.gone && this.b.gone) return this.over();
    if (end.external) this.outside?.reset();
  }

  /** A FIN to both ends, each as if the other had closed; what is already on the way arrives first. */
  finishBoth(): void {
    this.a.finishFor();
    this.b.finishFor();
  }

  private begin(): void {
    this.open = true;
    this.ab.start();
    this.ba.start();
  }

  /** What the socket of the receiver of `incoming` reports. */
  private events(incoming: LinkDirection): {
    data(bytes: Uint8Array): void;
    end(): void;
    closed(reset: boolean): void;
  } {
    return {
      data: (bytes) => incoming.receive(bytes),
      end: () => incoming.receiveClose('fin'),
      closed: (reset) => {
        // Not open any more: it is being cut right now, and both ends hear of it in order.
        if (!this.open) return;
        if (incoming.resetting) incoming.receiveClose('reset');
        else if (reset && !this.directions.some((direction) => direction.resetting)) this.cut('system');
      },
    };
  }
}
