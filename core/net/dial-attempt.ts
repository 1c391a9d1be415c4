import type { PendingItem } from '#core/shared/api/pending.js';
import { isLoopbackAddress } from '#core/shared/config/loopback-address.js';
import type { DialError, DialHandler } from './connection.js';
import { OUTSIDE, type Link } from './link.js';
import type { DialSpec, Network } from './network.js';
import type { Releasable } from './ready-list.js';
import type { DialVerdict } from './route-faults.js';
import type { ConnectResult } from './transport.js';

/** Linux gives up on a neighbour that does not answer ARP after about three seconds. */
const NO_ROUTE_MS = 3000;

interface Dial {
  spec: DialSpec;
  handler: DialHandler;
  /** Logical address; undefined: the name means nobody. */
  target: string | undefined;
  /** ms that the look-up of the name takes. */
  afterMs: number;
  cause: number;
  number: number;
}

/** A connection about to be opened: SYN, SYN-ACK and accept as one step. */
export class DialAttempt implements Releasable {
  private readonly network: Network;
  private readonly link: Link;
  private readonly dial: Dial;
  /** ms from the first SYN to the one that is out. */
  private sinceFirst = 0;

  constructor(network: Network, link: Link, dial: Dial) {
    this.network = network;
    this.link = link;
    this.dial = dial;
  }

  get id(): string {
    return `o${this.dial.number}`;
  }

  release(done: () => void): void {
    const { network, link, dial } = this;
    network.ready.remove(this);
    if (link.cancelled) return this.forget(done);
    const { interfaces } = network;
    if (dial.afterMs > 0) return this.lookUp(done);
    const refusal = this.refusal();
    if (refusal) return this.failAfter(refusal, done);
    const target = dial.target ?? '';
    const port = this.realPort(target);
    if (port === undefined) return this.fail('ECONNREFUSED', done);
    network.inFlight(1);
    const finished = (result: ConnectResult): void => {
      this.finish(result);
      network.inFlight(-1);
      done();
    };
    if (link.b.external && network.dialOutside) return network.dialOutside(link.id, finished);
    const from = interfaces.real(interfaces.addressOf(dial.spec.node));
    network.transport.connect({ from, to: interfaces.real(target), port }, finished);
  }

  /** The name is known a while later; the SYN goes out then. */
  private lookUp(done: () => void): void {
    const { dial, link } = this;
    const wait = dial.afterMs;
    dial.afterMs = 0;
    this.releaseAgain(wait, `look-up ${dial.spec.host} ${link.id}`);
    done();
  }

  describe(): PendingItem[] {
    const { spec } = this.dial;
    const text = `${spec.host}:${spec.port}`;
    const { node, service } = spec;
    const to = this.link.b.node;
    const outside = this.link.b.external ? ({ outside: 'to' } as const) : {};
    return [
      {
        id: this.id,
        kind: 'dial',
        deliverable: true,
        node,
        link: this.link.id,
        to,
        service,
        ...outside,
        seq: this.dial.cause,
        text,
      },
    ];
  }

  /** What fails before the system is asked at all; undefined: nothing. */
  private refusal(): DialVerdict | undefined {
    const { network, link, dial } = this;
    const { interfaces } = network;
    const { target } = dial;
    if (target === undefined) return atOnce('UNRESOLVED');
    if (!interfaces.isUp(dial.spec.node)) return atOnce('ENETUNREACH');
    if (link.refused) return atOnce('ECONNREFUSED');
    const verdict = network.routes.dialVerdict(link.id);
    if (verdict) return verdict;
    const peer = interfaces.nodeAt(target);
    if (peer !== undefined && !interfaces.isUp(peer)) return { error: 'EHOSTUNREACH', afterMs: NO_ROUTE_MS };
    // Somebody else's address on this machine, which `lab.yaml` does not name: not even touched.
    const foreign = peer === undefined && !link.b.external && isLoopbackAddress(target);
    return foreign ? atOnce('ECONNREFUSED') : undefined;
  }

  /** undefined: ports are mapped, and nobody listens on that one. */
  private realPort(target: string): number | undefined {
    const { interfaces } = this.network;
    const { port } = this.dial.spec;
    // A server outside the lab has the port that the file names.
    if (this.link.b.external) return port;
    return interfaces.mapped ? this.network.listenerAt(target, port)?.realPort : port;
  }

  private finish(result: ConnectResult): void {
    const { network, link, dial } = this;
    if (link.b.external)
      network.witness?.({ kind: 'answered', link: link.id, code: result.ok ? '' : result.code });
    if (!result.ok) return link.cancelled ? this.forget() : this.fail(result.code);
    if (link.b.external) return this.finishOutside(result);
    const listener = dial.target === undefined ? undefined : network.listenerAt(dial.target, dial.spec.port);
    if (!listener || !result.acceptor || link.cancelled || link.refused) {
      result.dialler.reset();
      result.acceptor?.reset();
      return link.cancelled ? this.forget() : this.fail('ECONNREFUSED');
    }
    // The initiator first, then the acceptor: never in the order in which the system happened to tell.
    const seq = network.trace.record('link.opened', dial.spec.node, [link.id, listener.node], dial.cause);
    link.connect(result.dialler, result.acceptor);
    link.b.remote = { ...link.b.remote, address: network.interfaces.seenBy(listener.node, dial.spec.node) };
    network.entry.enter(
      seq,
      link.id,
      () => {
        dial.handler.opened();
      },
      dial.spec.node,
    );
    network.entry.enter(
      seq,
      link.id,
      () => {
        if (!link.b.closed) link.b.handler = listener.spec.accepted(link.b);
      },
      listener.node,
    );
  }

  /** A server that the lab did not start has accepted. */
  private finishOutside({ dialler, acceptor }: ConnectResult & { ok: true }): void {
    const { network, link, dial } = this;
    // With an acceptor of this lab, the address was one that its processes have just now.
    if (acceptor || link.cancelled || link.refused) {
      dialler.reset();
      acceptor?.reset();
      return link.cancelled ? this.forget() : this.fail('ECONNREFUSED');
    }
    const seq = network.trace.record('link.opened', dial.spec.node, [link.id, OUTSIDE], dial.cause);
    link.connectOutside(link.a, dialler);
    network.entry.enter(
      seq,
      link.id,
      () => {
        dial.handler.opened();
      },
      dial.spec.node,
    );
  }

  private fail(error: DialError, done: () => void = () => undefined): void {
    const { network, link, dial } = this;
    const seq = network.trace.record('link.failed', dial.spec.node, [link.id, error], dial.cause);
    network.gone(link.id);
    link.a.handler = undefined;
    network.entry.enter(seq, link.id, () => dial.handler.failed(error), dial.spec.node);
    done();
  }

  private releaseAgain(afterMs: number, label: string): void {
    const { clock, trace } = this.network;
    trace.under(this.dial.cause, () => void clock.after(afterMs, label, () => this.tryAgain()));
  }

  /** The SYN goes out, and what comes of it is known a while later. */
  private failAfter({ error, afterMs, lost }: DialVerdict, done: () => void): void {
    if (afterMs === 0) return this.fail(error, done);
    // Linux sends a SYN that nobody answers again after 1, 3, 7, 15, 31 and 63 s.
    const next = lost ? Math.min(afterMs, this.sinceFirst * 2 + 1000) : this.sinceFirst + afterMs;
    const wait = Math.max(0, next - this.sinceFirst);
    this.sinceFirst = next;
    const { clock, trace } = this.network;
    trace.under(this.dial.cause, () => {
      clock.after(wait, `dial ${this.link.id}`, () => {
        if (this.link.cancelled) this.forget();
        else if (lost && next < afterMs) this.tryAgain();
        else this.fail(error);
      });
    });
    done();
  }

  private tryAgain(): void {
    this.network.ready.add(this);
    this.network.changed();
  }

  private forget(done: () => void = () => undefined): void {
    this.network.gone(this.link.id);
    done();
  }
}

function atOnce(error: DialError): DialVerdict {
  return { error, afterMs: 0 };
}
