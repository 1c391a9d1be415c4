/**
 * What carries bytes between two ends: real loopback sockets, or memory. Both give the same callbacks in the same
 * order; whoever uses a transport cannot tell which one it is. Callbacks may come before the call returns.
 */

export interface SocketEvents {
  data(bytes: Uint8Array): void;
  /** The peer's FIN. */
  end(): void;
  /** The socket is gone: after FINs both ways, or by a RST (`reset`). */
  closed(reset: boolean): void;
}

export interface TransportSocket {
  /** Must be called once, before the first event can come. */
  attach(events: SocketEvents): void;
  write(bytes: Uint8Array): void;
  /** Sends a FIN; the other direction stays open. */
  end(): void;
  /** Sends a RST; what has not been read is lost. */
  reset(): void;
  /** Whether to read on; while not, the far end is slowed down by TCP itself. */
  read(on: boolean): void;
  /** Bytes written that the far end has made no room for yet. */
  readonly unsent: number;
  /** Real address and port of the far end, for link details only. */
  readonly remote: { address: string; port: number };
}

export interface TransportListener {
  /** The port that is really open (the one asked for, unless that was 0). */
  readonly port: number;
  close(): void;
}

/** A system error code (`EADDRINUSE`, `EADDRNOTAVAIL`, `ECONNREFUSED` …). */
export type SystemCode = string;

export type ListenResult = { ok: true; listener: TransportListener } | { ok: false; code: SystemCode };

/** `acceptor` is absent when the listener is not one of this transport's: somebody else's server. */
export type ConnectResult =
  { ok: true; dialler: TransportSocket; acceptor?: TransportSocket } | { ok: false; code: SystemCode };

export interface ListenRequest {
  address: string;
  port: number;
  /** A connection that this transport did not dial itself: somebody from outside the lab. */
  arrived(socket: TransportSocket): void;
}

export interface ConnectRequest {
  from: string;
  to: string;
  port: number;
}

export interface Transport {
  listen(request: ListenRequest, done: (result: ListenResult) => void): void;
  /** Calls back when both ends are there. */
  connect(request: ConnectRequest, done: (result: ConnectResult) => void): void;
  /** Closes every socket and listener. */
  close(): void;
}
