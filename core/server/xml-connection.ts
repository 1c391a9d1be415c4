/**
 * A connection that speaks a link protocol of Tigase's (5270, 5277): stanzas in, text out. Malformed XML is not
 * answered on these ports: the connection is deaf from then on and its timer ends it (behaviour X01).
 */
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { Element } from '#core/xml/element.js';
import { CLUSTER_LIMITS, type XmlLimits } from '#core/xml/limits.js';
import { serialize } from '#core/xml/serialize.js';
import { XmlStreamParser } from '#core/xml/stream-parser.js';
import { dialFailure } from './dial-failure.js';
import type { ServerContext } from './server-context.js';

export interface XmlConnectionEvents {
  header(element: Element): void;
  stanza(element: Element): void;
  footer?(): void;
  /** Whether the next frame is the header of a new stream on the same connection (RFC 6120 §6.4.6). */
  expectsHeader?(): boolean;
  /** Something more has come behind what was malformed; nothing of it is read. */
  dataAfterMalformed?(): void;
  /** The peer's FIN; this end has already sent its own. */
  finished(): void;
  /** Gone by a RST. */
  lost(): void;
}

export interface XmlDialEvents extends XmlConnectionEvents {
  opened(): void;
  failed(): void;
}

/** Which component dials what. */
export interface DialTarget {
  service: string;
  host: string;
  port: number;
}

export class XmlConnection {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** What to hand to the network as the handler of this connection. */
  static handler(limits: XmlLimits, events: XmlConnectionEvents, close: () => void): ConnectionHandler {
    const parser = new XmlStreamParser(limits);
    let malformed = false;
    const sink = {
      header: (element: Element) => events.header(element),
      stanza: (element: Element) => events.stanza(element),
      footer: () => events.footer?.(),
      error: () => {
        malformed = true;
      },
    };
    return {
      frame: (bytes) => {
        if (malformed) return events.dataAfterMalformed?.();
        if (events.expectsHeader?.()) parser.restart();
        parser.push(bytes, sink);
      },
      finished: () => {
        // Every version closes its own side within milliseconds of the peer's FIN.
        close();
        events.finished();
      },
      lost: () => events.lost(),
    };
  }

  /** Dials; what a Tigase logs when that fails is logged here. */
  static dial(context: ServerContext, target: DialTarget, events: XmlDialEvents): XmlConnection {
    const dialled = { connection: undefined as Connection | undefined };
    dialled.connection = context.network.dial(target, {
      ...XmlConnection.handler(CLUSTER_LIMITS, events, () => dialled.connection?.close()),
      opened: () => events.opened(),
      failed: (error) => {
        dialFailure(context, { error, ...target });
        events.failed();
      },
    });
    return new XmlConnection(dialled.connection);
  }

  get writable(): boolean {
    return this.connection.writable;
  }

  sendText(text: string): void {
    this.connection.send(text);
  }

  send(element: Element): void {
    this.connection.send(serialize(element));
  }

  close(): void {
    this.connection.close();
  }
}

/** `127.0.1.3_5277_127.0.1.4_40001`: what Tigase calls the unique id of a socket (§4.1). */
export function socketId(connection: Connection): string {
  const { local, remote } = connection;
  return `${local.address}_${local.port}_${remote.address}_${remote.port}`;
}
