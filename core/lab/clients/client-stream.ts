/** A client's XML stream on its connection: text out, elements in. */
import type { Connection } from '#core/net/connection.js';
import type { NodeNetwork } from '#core/net/node-network.js';
import { NS_CLIENT, NS_SASL, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';
import { CLUSTER_LIMITS } from '#core/xml/limits.js';
import { openTag, serialize } from '#core/xml/serialize.js';
import { XmlStreamParser, type XmlSink } from '#core/xml/stream-parser.js';

export interface ClientStreamEvents {
  opened(): void;
  failed(): void;
  finished(): void;
  lost(): void;
  footer(): void;
  /** What came is no XML. */
  malformed(): void;
  element(element: Element): void;
}

export interface ClientStreamTarget {
  host: string;
  port: number;
  domain: string;
}

export class ClientStream {
  private readonly network: NodeNetwork;
  private readonly target: ClientStreamTarget;
  private readonly events: ClientStreamEvents;
  private readonly parser = new XmlStreamParser(CLUSTER_LIMITS);
  private connection: Connection | undefined;

  constructor(network: NodeNetwork, target: ClientStreamTarget, events: ClientStreamEvents) {
    this.network = network;
    this.target = target;
    this.events = events;
  }

  /** Id of the link; empty before the dial. */
  get link(): string {
    return this.connection?.link ?? '';
  }

  get writable(): boolean {
    return this.connection?.writable ?? false;
  }

  dial(): void {
    const { host, port } = this.target;
    const { events } = this;
    const sink: XmlSink = {
      header: () => undefined,
      stanza: (received) => events.element(received),
      footer: () => events.footer(),
      error: () => events.malformed(),
    };
    this.connection = this.network.dial(
      { service: 'c2s', host, port },
      {
        opened: () => events.opened(),
        failed: () => events.failed(),
        frame: (bytes) => this.parser.push(bytes, sink),
        finished: () => events.finished(),
        lost: () => events.lost(),
      },
    );
  }

  /** Begins a stream; after authentication a new one on the same connection (RFC 6120 §4.3.3). */
  sendHeader(): void {
    this.parser.restart();
    const attrs = { xmlns: NS_CLIENT, 'xmlns:stream': NS_STREAM, to: this.target.domain, version: '1.0' };
    this.send(openTag('stream:stream', attrs));
  }

  send(text: string): void {
    this.connection?.send(text);
  }

  /** RFC 6120 §6.4.4. */
  abortAuth(): void {
    this.send(serialize(element('abort', { xmlns: NS_SASL })));
  }

  sendFooter(): void {
    this.send('</stream:stream>');
  }

  close(): void {
    this.connection?.close();
  }

  reset(): void {
    this.connection?.reset();
  }
}
