/** One dialled connection to a server's component port: the effects of `component-dialler.machine.ts`. */
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { StoredComponentItem } from '#core/store/component-item-table.js';
import { componentDiallerMachine } from '#core/shared/machines/component-dialler.machine.js';
import { NS_COMPONENT_CONNECT, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnection } from './component-pool.js';
import type { ComponentProtocol } from './component-protocol.js';

const AUTO_DETECTION = 'XMLNS not set, accepting a new connection with xmlns auto-detection.';

export class ComponentDialler implements ComponentConnection {
  readonly takesEverything = true;
  private readonly ext: ComponentProtocol;
  private readonly item: StoredComponentItem;
  private readonly host: string;
  private readonly machine: RunningMachine<typeof componentDiallerMachine>;
  private connection: XmlConnection | undefined;
  private streamId = '';

  constructor(ext: ComponentProtocol, item: StoredComponentItem, host: string) {
    this.ext = ext;
    this.item = item;
    this.host = host;
    const { server } = ext;
    const remote = item.remoteDomain ?? host;
    const machine = componentDiallerMachine.provide({
      guards: {
        finNoticed: () => !server.quirk('fin-unnoticed'),
        protocolKnown: () => item.protocol !== undefined,
        protocolUnsupported: () => item.protocol === NS_COMPONENT_CONNECT,
      },
      actions: {
        dial: () => this.dial(),
        sendHeader: () => this.sendHeader(),
        sendHandshake: () => this.sendHandshake(),
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
    const { server, name } = this.ext;
    const { port } = this.item;
    const target = { service: name, host: this.host, port };
    this.connection = XmlConnection.dial(server, target, {
      opened: () => this.machine.send({ type: 'tcp.opened' }),
      failed: () => this.machine.send({ type: 'tcp.failed' }),
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
    });
  }

  /** An exception on the dialling side is a try that has failed, with the quiet line of one (§6.4). */
  private logUnsupported(): void {
    const cid = `${this.item.domain}@${this.item.remoteDomain ?? this.host}`;
    const what = 'java.lang.UnsupportedOperationException: Not supported yet.';
    this.ext.log('FINEST', `Problem reconnecting the service: ${this.ext.name}, cid: ${cid} ${what}`);
  }

  private sendHeader(): void {
    const xmlns = this.item.protocol ?? '';
    this.connection?.sendText(
      openTag('stream:stream', { xmlns, 'xmlns:stream': NS_STREAM, to: this.item.domain }),
    );
  }

  private sendHandshake(): void {
    this.connection?.sendText(`<handshake>${handshakeDigest(this.streamId, this.item.secret)}</handshake>`);
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
    if (el.name !== 'handshake') return;
    if (textOf(el) === '') return this.machine.send({ type: 'handshake.accepted' });
    this.ext.log('WARNING', `Incorrect packet received: ${el.toString()}`);
    this.machine.send({ type: 'handshake.incorrect' });
  }
}
