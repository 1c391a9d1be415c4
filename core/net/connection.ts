/** A process's own end of a link, as the process sees it: the only thing it holds of the network besides listeners. */

/** Why a dial failed: a system code, `UNRESOLVED` for a name the lab does not know, or `EHOSTUNREACH`. */
export type DialError = string;

/** What a process does when something happens on its end. After `close` or `reset` nothing is called any more. */
export interface ConnectionHandler {
  /** One whole frame as it came off the wire. */
  frame(bytes: Uint8Array): void;
  /** The peer's FIN has arrived; this end may still send. */
  finished(): void;
  /** The connection is gone by a RST. */
  lost(): void;
}

export interface DialHandler extends ConnectionHandler {
  opened(): void;
  failed(error: DialError): void;
}

/** A logical address: 127.0.1.n and a port of the lab's own counting, the same in every run. */
export interface Endpoint {
  address: string;
  port: number;
}

export interface Connection {
  /** The link's id: `muc1>server1:5270#3`. */
  readonly link: string;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** Whether bytes can still be written: false after `close`, `reset`, a RST, or before it opened. */
  readonly writable: boolean;
  /** Sends one frame: a complete top-level element, a stream header or a footer. Ignored when not writable. */
  send(text: string): void;
  /** From now on this end writes and reads a zlib stream; said before anything has been sent or heard. */
  compress(): void;
  /** Sends a FIN after everything sent so far, and hears nothing any more. */
  close(): void;
  /** Sends a RST after everything sent so far, and hears nothing any more. */
  reset(): void;
}
