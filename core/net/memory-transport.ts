/** Links in memory: the schedule that was searched here is replayed on real sockets with the same trace. */
import type {
  ConnectRequest,
  ConnectResult,
  ListenRequest,
  ListenResult,
  SocketEvents,
  Transport,
  TransportSocket,
} from './transport.js';

/** 192.0.2.0/24 (RFC 5737) belongs to nobody: binding it is how a foreign address is asked for. */
const FOREIGN = /^192\.0\.2\./;

class MemorySocket implements TransportSocket {
  readonly remote = { address: 'memory', port: 0 };
  /** Both ends are in the lab, which always reads. */
  readonly unsent = 0;
  peer: MemorySocket | undefined;
  private events: SocketEvents | undefined;
  private ended = false;
  private gone = false;

  attach(events: SocketEvents): void {
    this.events = events;
  }

  write(bytes: Uint8Array): void {
    if (!this.gone && !this.ended) this.peer?.events?.data(bytes);
  }

  end(): void {
    if (this.ended || this.gone) return;
    this.ended = true;
    const peer = this.peer;
    peer?.events?.end();
    if (peer?.ended) {
      this.finish(false);
      peer.finish(false);
    }
  }

  reset(): void {
    if (this.gone) return;
    this.finish(true);
    this.peer?.finish(true);
  }

  read(_on: boolean): void {}

  private finish(reset: boolean): void {
    if (this.gone) return;
    this.gone = true;
    this.events?.closed(reset);
  }
}

export class MemoryTransport implements Transport {
  private readonly listeners = new Map<string, ListenRequest>();
  /** Linux’ first ephemeral port; nobody of a topology listens that high. */
  private lastPort = 32_768;

  listen(request: ListenRequest, done: (result: ListenResult) => void): void {
    const key = `${request.address}:${request.port}`;
    if (FOREIGN.test(request.address)) return done({ ok: false, code: 'EADDRNOTAVAIL' });
    if (this.listeners.has(key)) return done({ ok: false, code: 'EADDRINUSE' });
    // As a system does it: port 0 is any that is free.
    const port = request.port === 0 ? this.freePort() : request.port;
    const bound = `${request.address}:${port}`;
    this.listeners.set(bound, request);
    done({ ok: true, listener: { port, close: () => void this.listeners.delete(bound) } });
  }

  connect(request: ConnectRequest, done: (result: ConnectResult) => void): void {
    if (!this.listeners.has(`${request.to}:${request.port}`))
      return done({ ok: false, code: 'ECONNREFUSED' });
    const dialler = new MemorySocket();
    const acceptor = new MemorySocket();
    dialler.peer = acceptor;
    acceptor.peer = dialler;
    done({ ok: true, dialler, acceptor });
  }

  private freePort(): number {
    this.lastPort += 1;
    return this.lastPort;
  }

  close(): void {
    this.listeners.clear();
  }
}
