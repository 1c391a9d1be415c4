/** Links over real TCP sockets on 127.0.0.0/8. */
import net from 'node:net';
import type {
  ConnectRequest,
  ConnectResult,
  ListenRequest,
  ListenResult,
  SocketEvents,
  Transport,
  TransportSocket,
} from './transport.js';

const LOOPBACK = /^127\.\d+\.\d+\.\d+$/;
/** The one bind outside loopback: it fetches the system's own EADDRNOTAVAIL (RFC 5737 address, nobody's). */
const FOREIGN = /^192\.0\.2\.\d+$/;

/** How long a server outside the lab may take to accept, in ms of real time. */
const CONNECT_MS = 3000;
/** After that: how long its answer may lie unread, because this very process has stood still meanwhile. */
const UNREAD_MS = 1000;

/** A dial to a free port whose own port happens to be the same one: TCP lets it connect to itself. */
function isItsOwnPeer({ localAddress, localPort, remoteAddress, remotePort }: net.Socket): boolean {
  return localAddress === remoteAddress && localPort === remotePort;
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? 'EUNKNOWN';
}

class LoopbackSocket implements TransportSocket {
  readonly remote: { address: string; port: number };
  private readonly socket: net.Socket;
  private reset_ = false;

  constructor(socket: net.Socket) {
    this.socket = socket;
    this.remote = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    // An 'error' without a listener would crash the lab; what matters of it comes with 'close'.
    socket.on('error', (error) => {
      if (codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE') this.reset_ = true;
    });
  }

  attach(events: SocketEvents): void {
    this.socket.on('data', (bytes) => events.data(bytes));
    this.socket.on('end', () => events.end());
    this.socket.on('close', (hadError) => events.closed(this.reset_ || hadError));
    this.socket.resume();
  }

  write(bytes: Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  end(): void {
    if (this.socket.writable) this.socket.end();
  }

  reset(): void {
    this.reset_ = true;
    // After a FIN libuv refuses to reset (SO_LINGER and shutdown do not go together).
    if (this.socket.writableEnded) this.socket.destroy();
    else this.socket.resetAndDestroy();
  }

  read(on: boolean): void {
    if (on) this.socket.resume();
    else this.socket.pause();
  }

  get unsent(): number {
    return this.socket.writableLength;
  }
}

/** Pairs the sockets that a server accepts with the dials of this very transport, by the dialler's address and port. */
class Doorman {
  private readonly arrived = new Map<string, net.Socket>();
  private readonly expected = new Map<string, (socket?: net.Socket) => void>();
  private readonly stranger: (socket: net.Socket) => void;
  private dials = 0;
  private closed = false;

  constructor(stranger: (socket: net.Socket) => void) {
    this.stranger = stranger;
  }

  accept(socket: net.Socket): void {
    // Gone again before it was looked at: it has no name by which it could be claimed.
    if (socket.remoteAddress === undefined) return void socket.destroy();
    const key = `${socket.remoteAddress}:${socket.remotePort}`;
    const waiting = this.expected.get(key);
    if (waiting) {
      this.expected.delete(key);
      waiting(socket);
    } else if (this.dials > 0) {
      this.arrived.set(key, socket);
    } else {
      this.stranger(socket);
    }
  }

  dialling(): void {
    this.dials += 1;
  }

  /** @param found called without a socket when the port is closed before the connection was accepted */
  claim(key: string, found: (socket?: net.Socket) => void): void {
    const socket = this.arrived.get(key);
    if (!socket && !this.closed) return void this.expected.set(key, found);
    this.arrived.delete(key);
    found(socket);
  }

  /** Nobody is accepted any more: the system resets what still stands in its queue. */
  close(): void {
    this.closed = true;
    const waiting = [...this.expected.values()];
    this.expected.clear();
    waiting.forEach((found) => found());
  }

  dialled(key?: string): void {
    if (key) this.expected.delete(key);
    this.dials -= 1;
    if (this.dials > 0) return;
    const strangers = [...this.arrived.values()];
    this.arrived.clear();
    strangers.forEach((socket) => this.stranger(socket));
  }
}

export class LoopbackTransport implements Transport {
  private readonly servers = new Set<net.Server>();
  private readonly sockets = new Set<net.Socket>();
  private readonly doors = new Map<string, Doorman>();
  private closed = false;

  listen(request: ListenRequest, done: (result: ListenResult) => void): void {
    if (!LOOPBACK.test(request.address) && !FOREIGN.test(request.address)) {
      return done({ ok: false, code: 'EADDRNOTAVAIL' });
    }
    if (this.closed) return done({ ok: false, code: 'ECANCELED' });
    const door = new Doorman((socket) => request.arrived(new LoopbackSocket(socket)));
    const server = net.createServer(
      { allowHalfOpen: true, noDelay: true, pauseOnConnect: true },
      (socket) => {
        this.keep(socket);
        door.accept(socket);
      },
    );
    const failed = (error: Error): void => done({ ok: false, code: codeOf(error) });
    server.once('error', failed);
    server.listen({ host: request.address, port: request.port, exclusive: true }, () => {
      // From now on an error is one accept that failed (no file descriptor was left): the port stays open.
      server.off('error', failed);
      server.on('error', () => undefined);
      if (this.closed) {
        server.close();
        return done({ ok: false, code: 'ECANCELED' });
      }
      const { port } = server.address() as net.AddressInfo;
      const key = `${request.address}:${port}`;
      this.servers.add(server);
      this.doors.set(key, door);
      const close = (): void => {
        this.doors.delete(key);
        this.servers.delete(server);
        server.close();
        door.close();
      };
      if (FOREIGN.test(request.address)) {
        close();
        return done({ ok: false, code: 'EADDRNOTAVAIL' });
      }
      done({ ok: true, listener: { port, close } });
    });
  }

  connect(request: ConnectRequest, done: (result: ConnectResult) => void): void {
    if (!LOOPBACK.test(request.to)) return done({ ok: false, code: 'ENETUNREACH' });
    if (this.closed) return done({ ok: false, code: 'ECANCELED' });
    const door = this.doors.get(`${request.to}:${request.port}`);
    door?.dialling();
    const socket = net.connect({
      host: request.to,
      port: request.port,
      localAddress: request.from,
      allowHalfOpen: true,
    });
    this.keep(socket);
    socket.pause();
    let key: string | undefined;
    const refused = (error?: Error): void => {
      socket.off('timeout', unanswered).off('timeout', refusedUnanswered);
      socket.off('close', refusedByClose);
      socket.off('error', refused);
      socket.off('end', refusedByClose);
      socket.destroy();
      door?.dialled(key);
      done({ ok: false, code: error ? codeOf(error) : 'ECONNRESET' });
    };
    const refusedByClose = (): void => refused();
    const refusedUnanswered = (): void =>
      refused(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    // Timers run before sockets are read: between the two, an answer that was there all the time is heard.
    const unanswered = (): void => void socket.setTimeout(UNREAD_MS).once('timeout', refusedUnanswered);
    // A server of somebody else's may let the SYN fall; the system would try again for two minutes.
    if (!door) socket.setTimeout(CONNECT_MS).once('timeout', unanswered);
    socket.once('error', refused);
    socket.once('close', refusedByClose);
    socket.once('connect', () => {
      socket.setTimeout(0).off('timeout', unanswered).off('timeout', refusedUnanswered);
      if (isItsOwnPeer(socket)) return refused(Object.assign(new Error('nobody'), { code: 'ECONNREFUSED' }));
      // noDelay as an option of connect() does not reach every kind of socket: set it on the connected one.
      socket.setNoDelay(true);
      const paired = (acceptor?: net.Socket): void => {
        socket.off('close', refusedByClose);
        socket.off('error', refused);
        socket.off('end', refusedByClose);
        socket.pause();
        const dialler = new LoopbackSocket(socket);
        door?.dialled();
        done(
          acceptor ? { ok: true, dialler, acceptor: new LoopbackSocket(acceptor) } : { ok: true, dialler },
        );
      };
      if (!door) return paired();
      key = `${socket.localAddress}:${socket.localPort}`;
      // The system may drop it before it is accepted (no file descriptor was left); only who reads hears of that.
      socket.once('end', refusedByClose);
      socket.resume();
      door.claim(key, paired);
    });
  }

  close(): void {
    this.closed = true;
    for (const server of this.servers) server.close();
    for (const socket of this.sockets) socket.destroy();
    this.servers.clear();
    this.sockets.clear();
    this.doors.clear();
  }

  private keep(socket: net.Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }
}
