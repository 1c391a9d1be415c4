/** One dialled connection to a server's component port: the effects of `component-dialler.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { StoredComponentItem } from '#core/store/component-item-table.js';
import { componentDiallerMachine } from '#core/shared/machines/component-dialler.machine.js';
import { NS_CLIENT, NS_COMPONENT_CONNECT, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnection } from './component-pool.js';
import type { ComponentProtocol } from './component-protocol.js';
import { bindRequest, offeredFeature, plainAuth } from './hostname-binding.js';

const AUTO_DETECTION = 'XMLNS not set, accepting a new connection with xmlns auto-detection.';

export class ComponentDialler implements ComponentConnection {
  readonly takesEverything = true;
  private readonly ext: ComponentProtocol;
  private readonly item: StoredComponentItem;
  private readonly host: string;
  private readonly machine: RunningMachine<typeof componentDiallerMachine>;
  private connection: XmlConnection | undefined;
  private streamId = '';
  /** Ids of the requests for names that wait for their answers (XEP-0225). */
  private readonly unanswered = new Set<string>();

  constructor(ext: ComponentProtocol, item: StoredComponentItem, host: string) {
    this.ext = ext;
    this.item = item;
    this.host = host;
    const { server } = ext;
    const remote = item.remoteDomain ?? host;
    const machine = withEffects(componentDiallerMachine, {
      guards: {
        finNoticed: () => !server.quirk('fin-unnoticed'),
        protocolKnown: () => item.protocol !== undefined,
        saslUsed: () => item.protocol === NS_CLIENT,
        lastHostname: () => this.unanswered.size === 0,
        protocolUnsupported: () => item.protocol === NS_COMPONENT_CONNECT,
      },
      actions: {
        dial: () => this.dial(),
        sendHeader: () => this.sendHeader(),
        sendHandshake: () => this.sendHandshake(),
        sendAuth: () => this.connection?.send(plainAuth(item.domain, item.secret)),
        bindHostnames: () => this.bindHostnames(),
        logUnsupported: () => this.logUnsupported(),
        logAutoDetection: () => ext.log('FINE', AUTO_DETECTION),
        bindHostname: () => ext.bindHostname(remote, this),
        unbindHostname: () => ext.unbindHostname(remote, this),
        closeSocket: () => this.connection?.close(),
      },
    });
    const instance = `${server.node}/${ext.name}/dial ${item.domain} ${host}`;
    this.machine = runMachine(server, machine, instance, { domain: item.domain, host });
  }

  get link(): string {
    return this.connection?.connection.link ?? '';
  }

  get peer(): string {
    return this.host;
  }

  get remoteAddress(): string {
    return this.connection?.connection.remote.address ?? '';
  }

  get connected(): boolean {
    return this.connection?.writable ?? false;
  }

  sendStanza(text: string): void {
    this.connection?.sendText(text);
  }

  private dial(): void {
    const { supervisor, name } = this.ext;
    const { port } = this.item;
    this.unanswered.clear();
    const target = { service: name, host: this.host, port };
    const dialled = XmlConnection.dial(supervisor, target, {
      opened: () => this.machine.send({ type: 'tcp.opened' }),
      failed: () => this.machine.send({ type: 'tcp.failed' }),
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      expectsHeader: () => this.machine.snapshot().matches({ negotiating: 'restarted' }),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      forceStop: () => {
        if (this.connection === dialled) this.machine.send({ type: 'force.stopped' });
      },
    });
    this.connection = dialled;
  }

  /** An exception on the dialling side is a try that has failed, with the quiet line of one (§6.4). */
  private logUnsupported(): void {
    const cid = `${this.item.domain}@${this.item.remoteDomain ?? this.host}`;
    const what = 'java.lang.UnsupportedOperationException: Not supported yet.';
    this.ext.log('FINEST', `Problem reconnecting the service: ${this.ext.name}, cid: ${cid} ${what}`);
  }

  private sendHeader(): void {
    const { domain, protocol: xmlns = '', remoteDomain = this.host } = this.item;
    // A stream of the protocol “client” is to the server; the domain comes with the names (XEP-0225 §3).
    const ends = xmlns === NS_CLIENT ? { to: remoteDomain, version: '1.0' } : { to: domain };
    this.connection?.sendText(openTag('stream:stream', { xmlns, 'xmlns:stream': NS_STREAM, ...ends }));
  }

  private sendHandshake(): void {
    this.connection?.sendText(`<handshake>${handshakeDigest(this.streamId, this.item.secret)}</handshake>`);
  }

  /** Asks for the item's own domain and for those of `--bind-ext-hostnames`, each in a request of its own. */
  private bindHostnames(): void {
    const more = this.ext.server.plan.properties['--bind-ext-hostnames']?.split(',') ?? [];
    const names = [this.item.domain, ...more].map((name) => name.trim()).filter((name) => name !== '');
    [...new Set(names)].forEach((name, index) => {
      const id = `bind${index + 1}`;
      this.unanswered.add(id);
      this.connection?.send(bindRequest(id, name));
    });
  }

  private header(el: Element): void {
    const { id } = el.attrs as Record<string, string | undefined>;
    this.streamId = id ?? '';
    this.machine.send({ type: id === undefined ? 'header.withoutId' : 'header.received' });
  }

  private stanza(el: Element): void {
    // What a server says before it closes is for nobody behind this component.
    if (el.name === 'stream:error') return;
    if (this.machine.snapshot().matches('bound')) return this.ext.received(this, el);
    if (this.item.protocol === NS_CLIENT) return this.negotiated(el);
    if (el.name !== 'handshake') return;
    if (textOf(el) === '') return this.machine.send({ type: 'handshake.accepted' });
    this.ext.log('WARNING', `Incorrect packet received: ${el.toString()}`);
    this.machine.send({ type: 'handshake.incorrect' });
  }

  /** What the server says until the names are bound. */
  private negotiated(el: Element): void {
    const { id, type } = el.attrs as Record<string, string | undefined>;
    switch (el.name) {
      case 'stream:features': {
        const offered = offeredFeature(el);
        if (offered === 'mechanisms') this.machine.send({ type: 'features.sasl' });
        if (offered === 'bind') this.machine.send({ type: 'features.bind' });
        return;
      }
      case 'success':
        return this.machine.send({ type: 'sasl.succeeded' });
      case 'failure':
        return this.machine.send({ type: 'sasl.failed' });
      case 'iq':
        if (id === undefined || (type !== 'result' && type !== 'error') || !this.unanswered.delete(id))
          return;
        if (type === 'error') this.ext.log('WARNING', `Hostname was not bound: ${el.toString()}`);
        return this.machine.send({ type: 'hostname.answered' });
    }
  }
}
