/** The dialled connection of an `ext-comp`: the effects of `ext-comp-dialler.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { ExtCompItem } from '#core/shared/config/topology-plan.js';
import { extCompDiallerMachine } from '#core/shared/machines/ext-comp-dialler.machine.js';
import { NS_COMPONENT_ACCEPT, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag, serialize } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnectionManager, ExtCompService } from './component-connection-manager.js';

export class ExtCompDialler implements ExtCompService {
  private readonly manager: ComponentConnectionManager;
  private readonly item: ExtCompItem;
  private readonly machine: RunningMachine<typeof extCompDiallerMachine>;
  private connection: XmlConnection | undefined;
  private streamId = '';

  constructor(manager: ComponentConnectionManager, item: ExtCompItem) {
    this.manager = manager;
    this.item = item;
    const { server } = manager;
    const machine = withEffects(extCompDiallerMachine, {
      guards: { finNoticed: () => !server.quirk('fin-unnoticed') },
      actions: {
        dial: () => this.dial(),
        sendHeader: () => this.sendHeader(),
        sendHandshake: () => this.sendHandshake(),
        addRoutings: () => manager.connected(this),
        removeRoutings: () => manager.disconnected(this),
        closeSocket: () => this.connection?.close(),
      },
    });
    const instance = `${server.node}/${manager.name}/dial ${item.host}:${item.port}`;
    this.machine = runMachine(server, machine, instance, { host: item.host });
  }

  write(text: string): boolean {
    if (this.connection?.writable) {
      this.connection.sendText(text);
      return true;
    }
    if (this.machine.snapshot().matches({ bound: 'socketGone' })) this.machine.send({ type: 'write.failed' });
    return false;
  }

  /** Only the accepting side is ever taken the place of. */
  replaced(): void {}

  private dial(): void {
    const { supervisor, name } = this.manager;
    const target = { service: name, host: this.item.host, port: this.item.port };
    const dialled = XmlConnection.dial(supervisor, target, {
      opened: () => this.machine.send({ type: 'tcp.opened' }),
      failed: () => this.machine.send({ type: 'tcp.failed' }),
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      forceStop: () => {
        if (this.connection === dialled) this.machine.send({ type: 'force.stopped' });
      },
    });
    this.connection = dialled;
  }

  /** The header names this end, not the other. */
  private sendHeader(): void {
    const attrs = { xmlns: NS_COMPONENT_ACCEPT, 'xmlns:stream': NS_STREAM, to: this.item.localDomain };
    this.connection?.sendText(openTag('stream:stream', attrs));
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
    const state = this.machine.snapshot();
    if (state.matches('bound')) return this.manager.received(el);
    if (el.name !== 'handshake' || !state.matches({ negotiating: 'handshakeSent' })) return;
    if (textOf(el) === '') return this.machine.send({ type: 'handshake.accepted' });
    this.manager.log('WARNING', `Incorrect packet received: ${serialize(el)}`);
    this.machine.send({ type: 'handshake.incorrect' });
  }
}
