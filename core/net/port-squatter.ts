/** Somebody else's program that has taken a port of a node, or takes it as soon as it is free. It answers nobody. */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Listener } from './listener.js';
import type { Network } from './network.js';
import type { Releasable } from './ready-list.js';
import type { TransportListener } from './transport.js';

export class PortSquatter implements Releasable {
  readonly node: string;
  readonly port: number;
  private readonly network: Network;
  private readonly number: number;
  private readonly cause: number;
  private socket: TransportListener | undefined;
  private gone = false;

  constructor(network: Network, node: string, port: number) {
    this.network = network;
    this.node = node;
    this.port = port;
    this.number = network.ids.next('bind');
    this.cause = network.trace.cause;
    network.ready.add(this);
    network.changed();
  }

  /** Port that is really taken: another one where ports are mapped. */
  get realPort(): number | undefined {
    return this.socket?.port;
  }

  holds(node: string, port: number): boolean {
    return this.socket !== undefined && node === this.node && port === this.port;
  }

  /** The process has let go of a port: perhaps of this one. */
  portFreed({ node, spec }: Listener): void {
    if (node !== this.node || spec.port !== this.port || this.socket || this.gone) return;
    this.network.ready.add(this);
    this.network.changed();
  }

  leave(): void {
    const { network, socket } = this;
    this.gone = true;
    this.socket = undefined;
    network.ready.remove(this);
    if (!socket) return;
    socket.close();
    network.trace.record('port.freed', this.node, [this.address, this.port]);
  }

  get id(): string {
    return `b${this.number}`;
  }

  release(done: () => void): void {
    const { network, node, port } = this;
    const { interfaces } = network;
    network.ready.remove(this);
    if (network.listenerAt(this.address, port)) return done();
    network.inFlight(1);
    const request = {
      address: interfaces.real(this.address),
      port: interfaces.mapped ? 0 : port,
      arrived: (stranger: { reset(): void }) => stranger.reset(),
    };
    network.transport.listen(request, (result) => {
      if (result.ok && this.gone) result.listener.close();
      else if (result.ok) {
        this.socket = result.listener;
        network.trace.record('port.taken', node, [this.address, port], this.cause);
      }
      network.inFlight(-1);
      done();
    });
  }

  describe(): PendingItem[] {
    const text = `${this.address}:${this.port}`;
    return [{ id: this.id, kind: 'bind', deliverable: true, node: this.node, text }];
  }

  private get address(): string {
    return this.network.interfaces.addressOf(this.node);
  }
}
