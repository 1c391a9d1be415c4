import type { Connection, ConnectionHandler } from './connection.js';
import type { TransportListener } from './transport.js';

export interface ListenSpec {
  /** Component that owns the port: `c2s`, `cl-comp`, `ext` … */
  service: string;
  port: number;
  /** `*`, an address, or a host name as the configuration writes it. */
  bind: string;
  /** A connection has come in; what it returns hears of it. */
  accepted(connection: Connection): ConnectionHandler;
  opened(): void;
  /** System code (`EADDRINUSE`, `EADDRNOTAVAIL`), or `UNRESOLVED`. */
  failed(error: string): void;
}

/** A port that a process has opened or is opening. */
export class Listener {
  readonly node: string;
  readonly spec: ListenSpec;
  /** Logical address it is bound to; empty until it is. */
  address = '';
  /** The system has answered: opened or failed. */
  tried = false;
  /** Why it could not be opened: a system code, or `UNRESOLVED`; empty when it could. */
  failure = '';
  private socket: TransportListener | undefined;
  private stopped = false;

  constructor(node: string, spec: ListenSpec) {
    this.node = node;
    this.spec = spec;
  }

  bound(address: string, socket: TransportListener): void {
    this.address = address;
    this.socket = socket;
    if (this.stopped) this.socket.close();
  }

  /** Really listening now. */
  get open(): boolean {
    return this.socket !== undefined && !this.stopped;
  }

  /** Port that is really open, for the ready line. */
  get realPort(): number {
    return this.socket?.port ?? 0;
  }

  close(): void {
    if (this.stopped) return;
    this.stopped = true;
    this.socket?.close();
  }

  get cancelled(): boolean {
    return this.stopped;
  }
}
