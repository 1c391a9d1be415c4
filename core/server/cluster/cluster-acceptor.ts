/** One accepted connection of another node: the effects of `cluster-acceptor.machine.ts`. */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type RunningMachine } from '#core/component/machine-runner.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { Micros } from '#core/shared/injected/clock.js';
import { clusterAcceptorMachine } from '#core/shared/machines/cluster-acceptor.machine.js';
import { NS_CLUSTER, NS_STREAM } from '#core/shared/xmpp/namespaces.js';
import { textOf, type Element } from '#core/xml/element.js';
import { openTag } from '#core/xml/serialize.js';
import { handshakeDigest } from '../handshake.js';
import { socketId } from '../connection-manager/socket-id.js';
import { XmlConnection } from '../xml-connection.js';
import type { ClusterConnectionManager } from './cluster-connection-manager.js';
import { attributesText } from './cluster-dialler.js';
import type { PooledConnection } from './cluster-pool.js';

const UNKNOWN_HOST =
  'Remote hostname not found in local configuration or time difference between cluster nodes is too big. Connection not accepted';

/** Gives the handler of a connection that has just come in. */
export function acceptClusterConnection(
  manager: ClusterConnectionManager,
  connection: Connection,
): ConnectionHandler {
  return new ClusterAcceptor(manager, connection).handler;
}

class ClusterAcceptor implements PooledConnection {
  readonly handler: ConnectionHandler;
  private readonly manager: ClusterConnectionManager;
  private readonly connection: XmlConnection;
  private readonly machine: RunningMachine<typeof clusterAcceptorMachine>;
  private peer = '';
  private streamId = '';
  /** The peer's secret as the list had it when the header came (§5.3). */
  private secret: string | undefined;
  lastHeard: Micros;

  constructor(manager: ClusterConnectionManager, connection: Connection) {
    this.manager = manager;
    this.connection = new XmlConnection(manager.supervisor, connection, {
      header: (el) => this.header(el),
      stanza: (el) => this.stanza(el),
      finished: () => this.machine.send({ type: 'tcp.finished' }),
      lost: () => this.machine.send({ type: 'tcp.lost' }),
      forceStop: () => this.machine.send({ type: 'force.stopped' }),
    });
    const { server } = manager;
    this.lastHeard = server.clock.now();
    manager.connectionOpened();
    manager.log(
      'INFO',
      `cluster connection opened: ${connection.remote.address}, type: accept, id=${this.socketText()}`,
    );
    manager.startCompression(this.connection);
    const machine = withEffects(clusterAcceptorMachine, {
      guards: { finNoticed: () => !server.quirk('fin-unnoticed') },
      actions: {
        acceptHandshake: () => {
          this.connection.sendText('<handshake/>');
          manager.serviceConnected(this.peer, this);
        },
        stoppedEarly: () => manager.stoppedEarly(this.peer),
        serviceStopped: () => manager.serviceStopped(this.peer, this),
        closeSocket: () => this.connection.close(),
        logTimeout: () =>
          manager.log(
            'INFO',
            `ServiceConnectedTimer timeout expired, closing connection: ${this.socketText()}`,
          ),
      },
    });
    this.machine = runMachine(server, machine, `${server.node}/${manager.name}/accept ${connection.link}`, {
      peer: connection.remote.address,
    });
    this.handler = this.connection.handler;
  }

  get link(): string {
    return this.connection.connection.link;
  }

  write(text: string): boolean {
    if (this.connection.writable) {
      this.connection.sendText(text);
      return true;
    }
    this.connection.close();
    this.machine.send({ type: 'write.failed' });
    return false;
  }

  silent(): void {
    this.machine.send({ type: 'peer.silent' });
  }

  get id(): string {
    return this.socketText();
  }

  private header(el: Element): void {
    const { manager } = this;
    const { from } = el.attrs as Record<string, string | undefined>;
    manager.log('INFO', `Stream opened: {${attributesText(el)}}`);
    this.peer = from ?? '';
    this.secret = manager.nodes.item(this.peer)?.password;
    this.streamId = manager.server.ids.uuid();
    const answer = openTag('stream:stream', {
      xmlns: NS_CLUSTER,
      'xmlns:stream': NS_STREAM,
      from: manager.server.hostname,
      to: this.peer,
      id: this.streamId,
    });
    manager.log('INFO', `cid: ${manager.server.hostname}@${this.peer}, sending: ${answer}`);
    this.connection.sendText(answer);
    this.machine.send({ type: 'header.answered' });
  }

  private stanza(el: Element): void {
    if (this.machine.snapshot().matches('connected')) return this.manager.received(el, this);
    // A command before the handshake is never executed: the lab is stricter than 5.2.3 here.
    if (el.name !== 'handshake') return;
    if (this.manager.isThisNode(this.peer)) {
      this.manager.log('WARNING', `Cluster handshake received from this instance, terminating: ${this.peer}`);
      return this.machine.send({ type: 'handshake.differs' });
    }
    const { secret } = this;
    if (secret !== undefined && textOf(el) === handshakeDigest(this.streamId, secret)) {
      return this.machine.send({ type: 'handshake.matched' });
    }
    const reason = secret === undefined ? UNKNOWN_HOST : `Handshaking password doesn't match, disconnecting`;
    this.manager.log('WARNING', `${reason}: ${this.socketText()}`);
    this.machine.send({ type: 'handshake.differs' });
  }

  private socketText(): string {
    return socketId(this.connection.connection);
  }
}
