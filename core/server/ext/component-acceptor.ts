/** One connection of an external component: the effects of `component-acceptor.machine.ts` (§6.1, XEP-0114). */
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { diallerOf } from '#core/shared/trace/link-name.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { componentAcceptorMachine } from '#core/shared/machines/component-acceptor.machine.js';
import {
  NS_COMPONENT_ACCEPT,
  NS_COMPONENT_CONNECT,
  NS_STANZAS,
  NS_STREAM,
  NS_STREAMS_ERROR,
} from '#core/shared/xmpp/namespaces.js';
import { cloneElement, element, textOf, type Element } from '#core/xml/element.js';
import { CLUSTER_LIMITS } from '#core/xml/limits.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnection } from './component-pool.js';
import type { ComponentProtocol } from './component-protocol.js';

/** The handler of that protocol is an exception, and nothing else; the timer ends the connection. */
const UNSUPPORTED = 'java.lang.UnsupportedOperationException: Not supported yet.';

/** Gives the handler of a connection that has just come in. */
export function acceptComponent(ext: ComponentProtocol, connection: Connection): ConnectionHandler {
  return new ComponentAcceptor(ext, connection).handler;
}

class ComponentAcceptor implements ComponentConnection {
  readonly handler: ConnectionHandler;
  readonly takesEverything = false;
  private readonly ext: ComponentProtocol;
  private readonly connection: XmlConnection;
  private readonly machine: RunningMachine<typeof componentAcceptorMachine>;
  private domain = '';
  private streamId = '';
  private early: Element | undefined;

  constructor(ext: ComponentProtocol, connection: Connection) {
    this.ext = ext;
    this.connection = new XmlConnection(connection);
    const { server } = ext;
    const machine = componentAcceptorMachine.provide({
      guards: { finNoticed: () => !server.quirk('fin-unnoticed') },
      actions: {
        bindHostname: () => ext.bindHostname(this.domain, this),
        acceptHandshake: () => this.connection.sendText('<handshake/>'),
        unbindHostname: () => ext.unbindHostname(this.domain, this),
        refuseStanza: () => this.refuseStanza(),
        closeSocket: () => this.connection.close(),
      },
    });
    const instance = `${server.node}/${ext.name}/accept ${connection.link}`;
    this.machine = runMachine(server, machine, instance, { remote: connection.remote.address });
    this.handler = XmlConnection.handler(
      CLUSTER_LIMITS,
      {
        header: (el) => this.header(el),
        stanza: (el) => this.stanza(el),
        dataAfterMalformed: () => this.notWellFormed(),
        footer: () => this.connection.sendText('</stream:stream>'),
        finished: () => this.machine.send({ type: 'tcp.finished' }),
        lost: () => this.machine.send({ type: 'tcp.lost' }),
      },
      () => this.connection.close(),
    );
  }

  get link(): string {
    return this.connection.connection.link;
  }

  get peer(): string {
    return diallerOf(this.link);
  }

  get remoteAddress(): string {
    return this.connection.connection.remote.address;
  }

  get connected(): boolean {
    return this.connection.writable;
  }

  sendStanza(text: string): void {
    this.connection.sendText(text);
  }

  private header(el: Element): void {
    const { to, xmlns } = el.attrs as Record<string, string | undefined>;
    if (xmlns === NS_COMPONENT_CONNECT) return this.ext.log('WARNING', UNSUPPORTED);
    if (xmlns !== NS_COMPONENT_ACCEPT) return this.invalidNamespace(el);
    // Without `to` the connection is closed without a byte (behaviour X01).
    if (to === undefined) return this.machine.send({ type: 'header.incomplete' });
    if (!this.ext.item(to)) return this.hostUnknown(to);
    this.domain = to;
    this.streamId = this.ext.server.ids.uuid();
    this.connection.sendText(
      openTag('stream:stream', {
        xmlns: NS_COMPONENT_ACCEPT,
        'xmlns:stream': NS_STREAM,
        from: to,
        id: this.streamId,
      }),
    );
    this.machine.send({ type: 'header.answered' });
  }

  private hostUnknown(to: string): void {
    const header = openTag('stream:stream', {
      xmlns: NS_COMPONENT_ACCEPT,
      'xmlns:stream': NS_STREAM,
      from: to,
    });
    this.connection.sendText(header);
    this.streamError('host-unknown');
    this.machine.send({ type: 'header.hostUnknown' });
  }

  private invalidNamespace(el: Element): void {
    const { to, from, id } = el.attrs as Record<string, string | undefined>;
    const mirrored = { from: to, to: from, id, version: '1.0', 'xml:lang': 'en' };
    this.connection.sendText(
      openTag('stream:stream', { xmlns: NS_COMPONENT_ACCEPT, 'xmlns:stream': NS_STREAM, ...mirrored }),
    );
    this.streamError('invalid-namespace');
    this.machine.send({ type: 'header.invalidNamespace' });
  }

  /** X01: 5.2.3 stays deaf, and is still sent to; 7.1.7 says so as soon as it hears more. */
  private notWellFormed(): void {
    if (this.ext.server.profile === '5.2') return;
    this.connection.send(
      element('stream:error', {}, element('not-well-formed', { xmlns: NS_STREAMS_ERROR })),
    );
    this.machine.send({ type: 'stream.malformed' });
  }

  private streamError(condition: string): void {
    this.connection.send(element('stream:error', {}, element(condition, { xmlns: NS_STREAMS_ERROR })));
    this.connection.sendText('</stream:stream>');
  }

  private stanza(el: Element): void {
    if (this.machine.snapshot().matches('bound')) return this.fromComponent(el);
    if (el.name !== 'handshake') {
      this.early = el;
      return this.machine.send({ type: 'stanza.early' });
    }
    const secret = this.ext.item(this.domain)?.secret;
    if (
      secret !== undefined &&
      this.streamId !== '' &&
      textOf(el) === handshakeDigest(this.streamId, secret)
    ) {
      return this.machine.send({ type: 'handshake.matched' });
    }
    this.ext.log('INFO', "Handshaking passwords don't match, disconnecting...");
    this.machine.send({ type: 'handshake.differs' });
  }

  /** §6.3: whose name a component writes is not looked at. With that quirk off XEP-0114 §3 holds. */
  private fromComponent(el: Element): void {
    const { from } = el.attrs as Record<string, string | undefined>;
    if (this.ext.server.quirk('component-from-unchecked') || this.isOwn(from))
      return this.ext.received(this, el);
    this.streamError(from === undefined ? 'improper-addressing' : 'invalid-from');
    this.machine.send({ type: 'stanza.foreignFrom' });
  }

  private isOwn(from: string | undefined): boolean {
    const domain = from === undefined ? undefined : parseJid(from)?.domain;
    return domain !== undefined && (domain === this.domain || domain.endsWith(`.${this.domain}`));
  }

  /** §6.1: a stanza before authentication. */
  private refuseStanza(): void {
    if (!this.early) return;
    const error = cloneElement(this.early);
    const { from, to, ...rest } = error.attrs as Record<string, string | undefined>;
    error.attrs = { ...rest, ...(to ? { from: to } : {}), ...(from ? { to: from } : {}), type: 'error' };
    const text = element(
      'text',
      { xmlns: NS_STANZAS, 'xml:lang': 'en' },
      'Connection not yet authorized to send this packet.',
    );
    error.cnode(
      element('error', { code: '401', type: 'auth' }, element('not-authorized', { xmlns: NS_STANZAS }), text),
    );
    this.connection.send(error);
  }
}
