/** One connection of an external component: the effects of `component-acceptor.machine.ts` (§6.1; XEP-0114, XEP-0225). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import { componentAcceptorMachine } from '#core/shared/machines/component-acceptor.machine.js';
import { diallerOf } from '#core/shared/trace/link-name.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import {
  NS_CLIENT,
  NS_COMPONENT_ACCEPT,
  NS_COMPONENT_CONNECT,
  NS_STREAM,
} from '#core/shared/xmpp/namespaces.js';
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import type { StreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { STREAM_FOOTER } from '../stream-texts.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnection } from './component-pool.js';
import type { ComponentProtocol } from './component-protocol.js';
import {
  mirroredHeader,
  notYetAuthorized,
  streamErrorText,
  unknownHostHeader,
} from './component-refusals.js';
import {
  answerTo,
  bindFeature,
  mechanismsFeature,
  readHostnameRequest,
  readPlain,
  saslFailure,
  saslSuccess,
  type HostnameRequest,
} from './hostname-binding.js';

/** The handler of that protocol is an exception, and nothing else; the timer ends the connection. */
const UNSUPPORTED = 'java.lang.UnsupportedOperationException: Not supported yet.';

/** Names that one connection may carry. */
const MOST_HOSTNAMES = 1000;

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
  /** The domain whose secret it has to know. */
  private domain = '';
  /** Names that it carries: its domain, or those that it has bound itself. */
  private readonly hostnames = new Set<string>();
  private streamId = '';
  /** It has authenticated by SASL and may bind several names. */
  private isMultiDomain = false;
  /** The stanza that is being answered. */
  private asked: Element | undefined;
  private wanted = '';

  constructor(ext: ComponentProtocol, connection: Connection) {
    this.ext = ext;
    this.connection = new XmlConnection(ext.supervisor, connection, {
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      expectsHeader: () => this.machine.snapshot().matches({ authenticated: 'restarting' }),
      dataAfterMalformed: () => this.notWellFormed(),
      footer: () => this.connection.sendText(STREAM_FOOTER),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      forceStop: () => this.machine.send({ type: 'force.stopped' }),
    });
    this.machine = this.run(connection);
    this.handler = this.connection.handler;
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

  private run(connection: Connection): RunningMachine<typeof componentAcceptorMachine> {
    const { ext } = this;
    const { server } = ext;
    const machine = withEffects(componentAcceptorMachine, {
      guards: {
        finNoticed: () => !server.quirk('fin-unnoticed'),
        lastHostname: () => this.hostnames.size === 1,
      },
      actions: {
        bindHostname: () => this.bind(this.wanted),
        unbindHostname: () => this.unbind(this.wanted),
        unbindAll: () => [...this.hostnames].forEach((name) => this.unbind(name)),
        acceptHandshake: () => this.connection.sendText('<handshake/>'),
        offerSasl: () => this.connection.send(mechanismsFeature()),
        offerBinding: () => this.connection.send(bindFeature()),
        acceptSasl: () => this.connection.send(saslSuccess()),
        refuseSasl: () => this.connection.send(saslFailure()),
        answerRequest: () => this.asked && this.connection.send(answerTo(this.asked)),
        refuseStanza: () => this.asked && this.connection.send(notYetAuthorized(this.asked)),
        closeSocket: () => this.connection.close(),
      },
    });
    const instance = `${server.node}/${ext.name}/accept ${connection.link}`;
    return runMachine(server, machine, instance, { remote: connection.remote.address });
  }

  private bind(hostname: string): void {
    this.hostnames.add(hostname);
    this.ext.bindHostname(hostname, this);
  }

  private unbind(hostname: string): void {
    if (this.hostnames.delete(hostname)) this.ext.unbindHostname(hostname, this);
  }

  private header(el: Element): void {
    const { to, xmlns } = el.attrs as Record<string, string | undefined>;
    if (xmlns === NS_COMPONENT_CONNECT) return this.ext.log('WARNING', UNSUPPORTED);
    if (xmlns !== NS_COMPONENT_ACCEPT && xmlns !== NS_CLIENT) {
      this.connection.sendText(mirroredHeader(el));
      this.streamError('invalid-namespace');
      return this.machine.send({ type: 'header.invalidNamespace' });
    }
    // Without `to` the connection is closed without a byte (behaviour X01).
    if (to === undefined) return this.machine.send({ type: 'header.incomplete' });
    if (xmlns === NS_CLIENT) return this.clientHeader(to);
    if (!this.ext.item(to)) return this.hostUnknown(to);
    this.domain = to;
    this.wanted = to;
    this.answerHeader({ xmlns, from: to });
    this.machine.send({ type: 'header.answered' });
  }

  /** `protocol=client`: the stream is to the server, and says nothing of the names it will carry. */
  private clientHeader(to: string): void {
    this.answerHeader({ xmlns: NS_CLIENT, from: to, version: '1.0', 'xml:lang': 'en' });
    this.machine.send({ type: 'header.client' });
  }

  private answerHeader({ xmlns, from, ...more }: Record<string, string>): void {
    this.streamId = this.ext.server.ids.uuid();
    const attributes = { xmlns, 'xmlns:stream': NS_STREAM, from, id: this.streamId, ...more };
    this.connection.sendText(openTag('stream:stream', attributes));
  }

  private hostUnknown(to: string): void {
    this.connection.sendText(unknownHostHeader(to));
    this.streamError('host-unknown');
    this.machine.send({ type: 'header.hostUnknown' });
  }

  /** X01: 5.2.3 stays deaf, and is still sent to; 7.1.7 says so as soon as it hears more. */
  private notWellFormed(): void {
    if (this.ext.server.quirk('component-malformed-ignored')) return;
    this.connection.sendText(streamErrorText('not-well-formed'));
    this.machine.send({ type: 'stream.malformed' });
  }

  private streamError(condition: StreamErrorCondition): void {
    this.connection.sendText(streamErrorText(condition));
    this.connection.sendText(STREAM_FOOTER);
  }

  private stanza(el: Element): void {
    this.asked = el;
    const now = this.machine.snapshot();
    const request =
      now.matches('authenticated') || now.matches('bound') ? readHostnameRequest(el) : undefined;
    if (request && this.isMultiDomain) return this.hostnameRequest(el, request);
    if (now.matches('bound')) return this.fromComponent(el);
    if (el.name === 'handshake' && now.matches({ negotiating: 'headerAnswered' })) return this.handshake(el);
    if (el.name === 'auth' && now.matches({ negotiating: 'saslOffered' })) return this.auth(el);
    this.machine.send({ type: 'stanza.early' });
  }

  private handshake(el: Element): void {
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

  private auth(el: Element): void {
    const plain = readPlain(el);
    const secret = plain && this.ext.item(plain.domain)?.secret;
    if (plain && secret !== undefined && plain.secret === secret) {
      this.domain = plain.domain;
      this.isMultiDomain = true;
      return this.machine.send({ type: 'sasl.succeeded' });
    }
    this.machine.send({ type: 'sasl.failed' });
  }

  private hostnameRequest(el: Element, { what, hostname }: HostnameRequest): void {
    const refusal = what === 'bind' ? this.refusalOf(hostname) : undefined;
    if (refusal !== undefined) return this.connection.send(answerTo(el, refusal));
    // Asked for what is so already: answered, and nothing changes.
    if (this.hostnames.has(hostname) === (what === 'bind')) return this.connection.send(answerTo(el));
    this.wanted = hostname;
    this.machine.send({ type: what === 'bind' ? 'hostname.bound' : 'hostname.unbound' });
  }

  /** Stricter than the original: a name that is the cluster's, or a component's with another secret, is not given away. */
  private refusalOf(hostname: string): StanzaErrorCondition | undefined {
    if (parseJid(hostname)?.bare !== hostname || hostname.includes('@')) return 'jid-malformed';
    if (this.ext.isClusters(hostname)) return 'not-allowed';
    if (this.hostnames.size >= MOST_HOSTNAMES) return 'resource-constraint';
    const item = this.ext.item(hostname);
    return item === undefined || item.secret === this.ext.item(this.domain)?.secret
      ? undefined
      : 'not-allowed';
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
    if (domain === undefined) return false;
    return [...this.hostnames].some((name) => domain === name || domain.endsWith(`.${name}`));
  }
}
