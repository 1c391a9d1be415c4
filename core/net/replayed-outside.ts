/** Programs outside the lab, played from a recording: they say again what they have said, and nobody answers for them. */
import type { Network } from './network.js';
import type { OutsideEvent } from './outside-event.js';
import type { ConnectResult, SocketEvents, TransportSocket } from './transport.js';

class ReplayedSocket implements TransportSocket {
  readonly remote = { address: 'recording', port: 0 };
  /** Whatever is written has been read. */
  readonly unsent = 0;
  events: SocketEvents | undefined;

  attach(events: SocketEvents): void {
    this.events = events;
  }

  write(): void {}
  end(): void {}
  reset(): void {}
  read(): void {}
}

export class ReplayedOutside {
  private readonly network: Network;
  /** Dials to servers outside that wait for the recorded answer, by link. */
  private readonly dials = new Map<string, (result: ConnectResult) => void>();

  /** From now on the network's dials to servers outside are answered by the recording. */
  constructor(network: Network) {
    this.network = network;
    network.dialOutside = (link, done) => this.dials.set(link, done);
  }

  /** False when there is nobody whom it could happen to. */
  play(event: OutsideEvent): boolean {
    switch (event.kind) {
      case 'arrived':
        return this.arrive(event.address, event.port);
      case 'answered':
        return this.answer(event.link, event.code);
      case 'bytes':
        return this.tell(event.link, (events) => events.data(event.bytes));
      case 'end':
        return this.tell(event.link, (events) => events.end());
      case 'closed':
        return this.tell(event.link, (events) => events.closed(event.reset));
    }
  }

  private arrive(address: string, port: number): boolean {
    const listener = this.network.listenerAt(address, port);
    if (listener) this.network.arrived(listener, new ReplayedSocket());
    return listener !== undefined;
  }

  private answer(link: string, code: string): boolean {
    const done = this.dials.get(link);
    this.dials.delete(link);
    done?.(code === '' ? { ok: true, dialler: new ReplayedSocket() } : { ok: false, code });
    return done !== undefined;
  }

  private tell(link: string, say: (events: SocketEvents) => void): boolean {
    const socket = this.network.link(link)?.outsideSocket;
    // Of a link that is over the recording may still have the last word: nobody hears it.
    if (!(socket instanceof ReplayedSocket) || !socket.events) return this.network.link(link) === undefined;
    say(socket.events);
    return true;
  }
}
