/** One dialled connection to another node: the effects of `cluster-dialler.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import { DEFAULT_CLUSTER_PORT } from '#core/shared/config/cluster-nodes.js';
import type { Micros } from '#core/shared/injected/clock.js';
import { clusterDiallerMachine } from '#core/shared/machines/cluster-dialler.machine.js';
import { NS_CLUSTER, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { socketId } from '../connection-manager/socket-id.js';
import { XmlConnection } from '../xml-connection.js';
import type { ClusterConnectionManager } from './cluster-connection-manager.js';
import type { PooledConnection } from './cluster-pool.js';

export class ClusterDialler implements PooledConnection {
  private readonly manager: ClusterConnectionManager;
  private readonly peer: string;
  private readonly machine: RunningMachine<typeof clusterDiallerMachine>;
  private connection: XmlConnection | undefined;
  private streamId = '';
  lastHeard: Micros = 0;

  constructor(manager: ClusterConnectionManager, peer: string, number: number) {
    this.manager = manager;
    this.peer = peer;
    const { server } = manager;
    const machine = withEffects(clusterDiallerMachine, {
      guards: {
        stillListed: () => manager.nodes.item(peer) !== undefined,
        secretKnown: () => manager.ownSecret() !== undefined,
        finNoticed: () => !server.quirk('fin-unnoticed'),
      },
      actions: {
        dial: () => this.dial(),
        sendHeader: () => this.sendHeader(),
        sendHandshake: () => this.connection?.sendText(`<handshake>${this.digest()}</handshake>`),
        logNoSecret: () =>
          // §5.2 (c): what a Tigase meets is its own exception.
          server.log.write(
            'WARNING',
            'tigase.net.SocketThread',
            'Protocol execution exception. java.lang.NullPointerException',
          ),
        stoppedEarly: () => manager.stoppedEarly(peer),
        serviceConnected: () => manager.serviceConnected(peer, this),
        serviceStopped: () => manager.serviceStopped(peer, this),
        closeSocket: () => this.connection?.close(),
        logTimeout: () =>
          manager.log(
            'INFO',
            `ServiceConnectedTimer timeout expired, closing connection: ${this.socketText()}`,
          ),
      },
    });
    const instance = `${server.node}/${manager.name}/dial ${peer} ${number}`;
    this.machine = runMachine(server, machine, instance, { peer });
  }

  get link(): string {
    return this.connection?.connection.link ?? '';
  }

  write(text: string): boolean {
    if (this.connection?.writable) {
      this.connection.sendText(text);
      return true;
    }
    this.connection?.close();
    this.machine.send({ type: 'write.failed' });
    return false;
  }

  silent(): void {
    this.machine.send({ type: 'peer.silent' });
  }

  get id(): string {
    return this.socketText();
  }

  /** It has given up, because the peer was no longer in the list. */
  get idle(): boolean {
    return this.machine.snapshot().matches('unlisted');
  }

  dialAgain(): void {
    this.machine.send({ type: 'item.added' });
  }

  private dial(): void {
    const { supervisor, name } = this.manager;
    // Looked up again at each try, so that a changed port is picked up (§5.1).
    const port = this.manager.nodes.item(this.peer)?.port ?? DEFAULT_CLUSTER_PORT;
    const target = { service: name, host: this.peer, port };
    const dialled = XmlConnection.dial(supervisor, target, {
      opened: () => this.opened(),
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

  private opened(): void {
    this.lastHeard = this.manager.server.clock.now();
    this.manager.connectionOpened();
    this.manager.log(
      'INFO',
      `cluster connection opened: ${this.remoteAddress()}, type: connect, id=${this.socketText()}`,
    );
    if (this.connection) this.manager.startCompression(this.connection);
    this.machine.send({ type: 'tcp.opened' });
  }

  private sendHeader(): void {
    const from = this.manager.server.hostname;
    const attributes = { xmlns: NS_CLUSTER, 'xmlns:stream': NS_STREAM, from, to: this.peer };
    this.connection?.sendText(openTag('stream:stream', attributes));
  }

  private header(el: Element): void {
    const { id } = el.attrs as Record<string, string | undefined>;
    this.manager.log('INFO', `Stream opened: {${attributesText(el)}}`);
    this.streamId = id ?? '';
    this.machine.send({ type: 'header.received' });
  }

  private stanza(el: Element): void {
    if (this.machine.snapshot().matches('connected')) return this.manager.received(el, this);
    // A command before the handshake is never executed: the lab is stricter than 5.2.3 here.
    if (el.name !== 'handshake') return;
    if (this.manager.isThisNode(this.peer)) {
      this.manager.log('WARNING', `Cluster handshake received from this instance, terminating: ${this.peer}`);
      return this.machine.send({ type: 'peer.isSelf' });
    }
    if (textOf(el) === '') return this.machine.send({ type: 'handshake.accepted' });
    this.manager.log('WARNING', `Incorrect packet received: ${el.toString()}`);
    this.machine.send({ type: 'handshake.incorrect' });
  }

  private digest(): string {
    return handshakeDigest(this.streamId, this.manager.ownSecret() ?? '');
  }

  private remoteAddress(): string {
    return this.connection?.connection.remote.address ?? '';
  }

  private socketText(): string {
    return this.connection ? socketId(this.connection.connection) : '';
  }
}

/** `from=vm-128-158, id=…`: how a Java map prints a stream's attributes. */
export function attributesText(el: Element): string {
  return Object.entries(el.attrs as Record<string, string>)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
