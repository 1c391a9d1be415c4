import type { PendingItem } from '#core/shared/api/pending.js';
import { OUTSIDE } from './link.js';
import type { Listener } from './listener.js';
import type { Network } from './network.js';
import type { Releasable } from './ready-list.js';
import type { TransportSocket } from './transport.js';

/** Somebody from outside the lab knocks: the system has accepted, the process has not been told yet. */
export class OutsideArrival implements Releasable {
  private readonly network: Network;
  private readonly listener: Listener;
  private readonly socket: TransportSocket;
  private readonly number: number;

  constructor(network: Network, listener: Listener, socket: TransportSocket, number: number) {
    this.network = network;
    this.listener = listener;
    this.socket = socket;
    this.number = number;
  }

  get id(): string {
    return `x${this.number}`;
  }

  release(done: () => void): void {
    const { network, listener } = this;
    network.ready.remove(this);
    if (!listener.open) {
      this.socket.reset();
      return done();
    }
    const link = network.linkFromOutside(listener);
    const { service, port } = listener.spec;
    const dialled = network.trace.record(
      'link.dialled',
      OUTSIDE,
      [link.id, service, OUTSIDE, listener.address, port],
      0,
    );
    const seq = network.trace.record('link.opened', OUTSIDE, [link.id, listener.node], dialled);
    network.interfaces
      .holdsOf(listener.node)
      .forEach((hold) => link.directions.forEach((direction) => direction.hold(hold)));
    network.entry.enter(
      seq,
      link.id,
      () => {
        if (!link.b.closed) link.b.handler = listener.spec.accepted(link.b);
      },
      listener.node,
    );
    link.connectOutside(link.b, this.socket);
    done();
  }

  describe(): PendingItem[] {
    const { service, port } = this.listener.spec;
    return [
      {
        id: this.id,
        kind: 'arrival',
        deliverable: true,
        node: this.listener.node,
        text: `${service}:${port}`,
      },
    ];
  }
}
