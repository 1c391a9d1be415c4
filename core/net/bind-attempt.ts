import type { PendingItem } from '#core/shared/api/pending.js';
import type { Listener } from './listener.js';
import type { LookUp } from './name-faults.js';
import type { Network } from './network.js';
import type { Releasable } from './ready-list.js';
import type { ListenResult } from './transport.js';

/** Nobody's address (RFC 5737): binding it fetches the system's own EADDRNOTAVAIL. */
const NOBODYS_ADDRESS = '192.0.2.1';

/** A port about to be opened. */
export class BindAttempt implements Releasable {
  private readonly network: Network;
  private readonly listener: Listener;
  private readonly number: number;
  private readonly cause: number;
  private found: LookUp | undefined;

  constructor(network: Network, listener: Listener, number: number) {
    this.network = network;
    this.listener = listener;
    this.number = number;
    this.cause = network.trace.cause;
  }

  get id(): string {
    return `b${this.number}`;
  }

  release(done: () => void): void {
    this.network.ready.remove(this);
    if (this.listener.cancelled) return done();
    if (this.waitsForName()) return done();
    const logical = this.logicalAddress();
    if (logical === undefined) {
      this.finish({ ok: false, code: 'UNRESOLVED' }, '', done);
      return;
    }
    const { interfaces, transport } = this.network;
    const own = logical === interfaces.addressOf(this.listener.node);
    if (own && interfaces.mapped && this.network.listenerAt(logical, this.listener.spec.port)) {
      // The system would not see it: both would get a free port of 127.0.0.1.
      this.finish({ ok: false, code: 'EADDRINUSE' }, logical, done);
      return;
    }
    const usable = own && (this.listener.spec.bind === '*' || interfaces.isUp(this.listener.node));
    this.network.inFlight(1);
    const request = {
      address: usable ? interfaces.real(logical) : NOBODYS_ADDRESS,
      port: usable ? this.realPort() : 0,
      arrived: (socket: Parameters<Network['arrived']>[1]) => this.network.arrived(this.listener, socket),
    };
    transport.listen(request, (result) => {
      this.finish(result, logical, () => undefined);
      this.network.inFlight(-1);
      done();
    });
  }

  describe(): PendingItem[] {
    const { service, bind, port } = this.listener.spec;
    const text = `${service} ${bind}:${port}`;
    return [{ id: this.id, kind: 'bind', deliverable: true, node: this.listener.node, text }];
  }

  private logicalAddress(): string | undefined {
    const { bind } = this.listener.spec;
    const { interfaces } = this.network;
    return bind === '*' ? interfaces.addressOf(this.listener.node) : this.found?.address;
  }

  /** Looks the name up, the first time; true: the answer comes later. */
  private waitsForName(): boolean {
    const { listener, network } = this;
    const { bind } = listener.spec;
    if (this.found || bind === '*') return false;
    this.found = network.names.lookUp(listener.node, bind);
    if (this.found.afterMs === 0) return false;
    network.trace.under(this.cause, () => {
      network.clock.after(this.found?.afterMs ?? 0, `look-up ${bind} ${listener.node}`, () => {
        network.ready.add(this);
        network.changed();
      });
    });
    return true;
  }

  /** Where ports are mapped any free one will do, but for a port that somebody has taken. */
  private realPort(): number {
    const { listener, network } = this;
    const { port } = listener.spec;
    if (!network.interfaces.mapped) return port;
    return network.squatterAt(listener.node, port)?.realPort ?? 0;
  }

  private finish(result: ListenResult, address: string, done: () => void): void {
    const { listener, network } = this;
    const { service, bind, port } = listener.spec;
    if (listener.cancelled) {
      if (result.ok) result.listener.close();
      return done();
    }
    listener.tried = true;
    network.listenerTried(listener.node);
    if (result.ok) {
      listener.bound(address, result.listener);
      const seq = network.trace.record(
        'listener.opened',
        listener.node,
        [service, address, port],
        this.cause,
      );
      network.entry.enter(seq, `${listener.node} ${service}`, () => listener.spec.opened(), listener.node);
    } else {
      listener.failure = result.code;
      const row: [string, string, number, string] = [service, address || bind, port, result.code];
      const seq = network.trace.record('listener.failed', listener.node, row, this.cause);
      network.entry.enter(
        seq,
        `${listener.node} ${service}`,
        () => listener.spec.failed(result.code),
        listener.node,
      );
    }
    done();
  }
}
