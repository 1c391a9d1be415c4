/**
 * A connection that speaks a link protocol of Tigase's (5270, 5277): stanzas in, text out. Malformed XML is not
 * answered on these ports: the connection is deaf from then on and its timer ends it (behaviour X01).
 */
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { XmlStreamParser } from '#core/xml/stream-parser.js';
import type { XmlError } from '#core/xml/xml-error.js';
import type { ConnectionSupervisor } from './connection-manager/connection-supervisor.js';
import type { SupervisedConnection } from './connection-manager/supervised-connection.js';
import { dialFailure } from './dial-failure.js';

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
  /** The manager itself ends the connection: too much traffic, or too much silence. */
  forceStop(): void;
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
  private readonly supervisor: ConnectionSupervisor;
  private readonly events: XmlConnectionEvents;
  private readonly supervised: SupervisedConnection;

  /** @param connection one that has just been accepted; it is to be given `handler` */
  constructor(supervisor: ConnectionSupervisor, connection: Connection, events: XmlConnectionEvents) {
    this.supervisor = supervisor;
    this.connection = connection;
    this.events = events;
    this.supervised = supervisor.supervise(connection, () => events.forceStop());
  }

  /** Dials; what a Tigase logs when that fails is logged here. */
  static dial(supervisor: ConnectionSupervisor, target: DialTarget, events: XmlDialEvents): XmlConnection {
    const dialled: { made?: XmlConnection; handler?: ConnectionHandler } = {};
    const { server } = supervisor;
    const connection = server.network.dial(target, {
      frame: (bytes) => dialled.handler?.frame(bytes),
      finished: () => dialled.handler?.finished(),
      lost: () => dialled.handler?.lost(),
      opened: () => events.opened(),
      failed: (error) => {
        dialled.made?.supervised.stopped();
        dialFailure(server, { error, ...target });
        events.failed();
      },
    });
    const made = new XmlConnection(supervisor, connection, events);
    dialled.made = made;
    dialled.handler = made.handler;
    return made;
  }

  /** What to hand to the network as the handler of this connection. */
  get handler(): ConnectionHandler {
    const { events, supervised } = this;
    const parser = new XmlStreamParser(this.supervisor.xmlLimits);
    const sink = {
      header: (element: Element) => events.header(element),
      stanza: (element: Element) => {
        if (supervised.admits(element)) events.stanza(element);
      },
      footer: () => events.footer?.(),
      // §2.1: over a limit the connection is stopped; to the rest nothing is said, and its timer ends it (X01).
      error: (error: XmlError) => {
        if (error.code === 'too-large') events.forceStop();
      },
    };
    return {
      frame: (bytes) => {
        if (!supervised.received(bytes.length)) return;
        if (parser.failed) return events.dataAfterMalformed?.();
        if (events.expectsHeader?.()) parser.restart();
        parser.push(bytes, sink);
      },
      finished: () => {
        // Every version closes its own side within milliseconds of the peer's FIN.
        this.connection.close();
        // Half noticed, it is still in the books: the watchdog's next write finds out.
        if (!this.supervisor.server.quirk('fin-unnoticed')) supervised.stopped();
        events.finished();
      },
      lost: () => {
        supervised.stopped();
        events.lost();
      },
    };
  }

  /** From now on both directions are zlib streams, as this end sees them. */
  compress(): void {
    this.connection.compress();
  }

  get writable(): boolean {
    return this.connection.writable;
  }

  sendText(text: string): void {
    if (!this.connection.writable) return;
    this.supervised.sent(text);
    this.connection.send(text);
  }

  send(element: Element): void {
    this.sendText(serialize(element));
  }

  close(): void {
    this.supervised.stopped();
    this.connection.close();
  }
}
