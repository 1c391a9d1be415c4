/** A connection that an `ext-comp` has accepted: the effects of `ext-comp-acceptor.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { ExtCompItem } from '#core/shared/config/topology-plan.js';
import { extCompAcceptorMachine } from '#core/shared/machines/ext-comp-acceptor.machine.js';
import { NS_COMPONENT_ACCEPT, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { socketId } from '../connection-manager/socket-id.js';
import { XmlConnection } from '../xml-connection.js';
import type { ComponentConnectionManager, ExtCompService } from './component-connection-manager.js';

/** Gives the handler of a connection that has just come in. */
export function acceptExtComp(
  manager: ComponentConnectionManager,
  item: ExtCompItem,
  connection: Connection,
): ConnectionHandler {
  return new ExtCompAcceptor(manager, item, connection).handler;
}

class ExtCompAcceptor implements ExtCompService {
  readonly handler: ConnectionHandler;
  private readonly manager: ComponentConnectionManager;
  private readonly item: ExtCompItem;
  private readonly connection: XmlConnection;
  private readonly machine: RunningMachine<typeof extCompAcceptorMachine>;
  private streamId = '';

  constructor(manager: ComponentConnectionManager, item: ExtCompItem, connection: Connection) {
    this.manager = manager;
    this.item = item;
    this.connection = new XmlConnection(manager.supervisor, connection, {
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      forceStop: () => this.machine.send({ type: 'force.stopped' }),
    });
    const { server } = manager;
    const machine = withEffects(extCompAcceptorMachine, {
      guards: { finNoticed: () => !server.quirk('fin-unnoticed') },
      actions: {
        acceptHandshake: () => this.connection.sendText('<handshake/>'),
        addRoutings: () => manager.connected(this, socketId(connection)),
        removeRoutings: () => manager.disconnected(this),
        closeSocket: () => this.connection.close(),
      },
    });
    const instance = `${server.node}/${manager.name}/accept ${connection.link}`;
    this.machine = runMachine(server, machine, instance, { remote: connection.remote.address });
    this.handler = this.connection.handler;
  }

  write(text: string): boolean {
    if (this.connection.writable) {
      this.connection.sendText(text);
      return true;
    }
    if (this.machine.snapshot().matches({ bound: 'socketGone' })) this.machine.send({ type: 'write.failed' });
    return false;
  }

  replaced(): void {
    this.machine.send({ type: 'service.replaced' });
  }

  /** Neither the namespace nor the name in `to` is looked at: the secret is all that counts. */
  private header(el: Element): void {
    const { to } = el.attrs as Record<string, string | undefined>;
    this.streamId = this.manager.server.ids.uuid();
    const attrs = { xmlns: NS_COMPONENT_ACCEPT, 'xmlns:stream': NS_STREAM, from: to, id: this.streamId };
    this.connection.sendText(openTag('stream:stream', attrs));
    this.machine.send({ type: 'header.answered' });
  }

  private stanza(el: Element): void {
    const state = this.machine.snapshot();
    if (state.matches('bound')) return this.manager.received(el);
    // Stricter than the original, which hands on whatever comes before the handshake.
    if (el.name !== 'handshake' || !state.matches({ negotiating: 'headerAnswered' }))
      return this.machine.send({ type: 'stanza.early' });
    if (textOf(el) === handshakeDigest(this.streamId, this.item.secret))
      return this.machine.send({ type: 'handshake.matched' });
    this.manager.log('INFO', "Handshaking passwords don't match, disconnecting...");
    this.machine.send({ type: 'handshake.differs' });
  }
}
