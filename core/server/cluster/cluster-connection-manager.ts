/**
 * Component `cl-comp`, tigase.cluster.ClusterConnectionManager: port 5277. It dials every other node twice, accepts
 * their dials, and carries `<cluster>` elements (§5.1–5.5).
 */
import { Component, type Routing } from '#core/component/component.js';
import type { LogLevel } from '#core/component/node-log.js';
import { Packet } from '#core/component/packet.js';
import { isTrueWord } from '#core/shared/config/config-type.js';
import { ownValue } from '#core/shared/config/own-value.js';
import { DEFAULT_CLUSTER_PORT } from '#core/shared/config/cluster-nodes.js';
import { childElements, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { socketId } from '../connection-manager/socket-id.js';
import type { XmlConnection } from '../xml-connection.js';
import { ConnectionSupervisor } from '../connection-manager/connection-supervisor.js';
import { discoAnswer } from '../disco-answers.js';
import { openListener } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { acceptClusterConnection } from './cluster-acceptor.js';
import { ClusterFormation } from './cluster-formation.js';
import { ClusterDiallers } from './cluster-diallers.js';
import { ClusterNodeList } from './cluster-node-list.js';
import { ClusterPing, isClusterPing } from './cluster-ping.js';
import { ClusterPool, type PooledConnection } from './cluster-pool.js';
import { sendToNode } from './cluster-sending.js';

export const CLUSTER_LOGGER = 'tigase.cluster.ClusterConnectionManager';

/** Who hears that a node has come or gone (§5.8), and what a command says. */
export interface ClusterListener {
  nodeConnected(host: string): void;
  nodeDisconnected(host: string): void;
  command(element: Element): void;
}

export class ClusterConnectionManager extends Component {
  readonly pool = new ClusterPool();
  readonly server: ServerContext;
  readonly nodes: ClusterNodeList;
  readonly supervisor: ConnectionSupervisor;
  private readonly listener: ClusterListener;
  private readonly diallers: ClusterDiallers;
  /** 7.1 only. */
  private readonly formation: ClusterFormation | undefined;
  /** Nodes with a live connection that the rest of the process was told were gone (quirk `false-disconnect`). */
  private readonly givenUp = new Set<string>();
  /** Nodes that have been connected once. */
  private readonly known = new Set<string>();
  private connectionsSeen = 0;

  constructor(context: ServerContext, name: string, listener: ClusterListener) {
    super(context, name);
    this.server = context;
    this.supervisor = new ConnectionSupervisor(context, name, 'cl-comp');
    this.listener = listener;
    this.diallers = new ClusterDiallers(this);
    this.nodes = new ClusterNodeList(context, name, {
      itemAdded: (host) => this.itemAdded(host),
      alone: () => this.formation?.alone(),
    });
    this.formation = context.profile === '7.1' ? new ClusterFormation(context, name) : undefined;
  }

  /** §5.3: both ends must be told to, or each reads garbage until its guard timer ends the connection. */
  startCompression(connection: XmlConnection): void {
    if (!isTrueWord(ownValue(this.context.plan.settings, `${this.name}/compress-stream`))) return;
    this.log('INFO', `Starting stream compression for: ${socketId(connection.connection)}`);
    connection.compress();
  }

  override start(): void {
    openListener(this.server, {
      service: this.name,
      port: this.nodes.item(this.context.hostname)?.port ?? DEFAULT_CLUSTER_PORT,
      bind: '*',
      socket: 'plain',
      accepted: (connection) => acceptClusterConnection(this, connection),
    });
    this.nodes.start();
    if (this.context.profile === '7.1') new ClusterPing(this).start();
  }

  override stop(): void {
    this.nodes.stop();
  }

  /** The secret that this node proves itself with, its own item's (§5.3); undefined: it has forgotten itself. */
  ownSecret(): string | undefined {
    return this.nodes.item(this.context.hostname)?.password;
  }

  /** 7.1: whether a name leads to this very machine, or to none. 5.2 compares names only (§5.1). */
  isThisNode(host: string): boolean {
    if (this.context.profile !== '7.1') return false;
    const address = this.server.network.resolve(host);
    return address === undefined || address === this.server.network.address;
  }

  /** TCP is up, in whichever direction. */
  connectionOpened(): void {
    this.connectionsSeen += 1;
    if (this.connectionsSeen === 1) this.nodes.firstConnection();
  }

  /** §5.4: a handshake has been accepted, in whichever direction. */
  serviceConnected(host: string, connection: PooledConnection): void {
    if (this.pool.add(host, connection)) {
      this.known.add(host);
      this.givenUp.delete(host);
      this.log('INFO', `Connected to: ${host}`);
      this.listener.nodeConnected(host);
    }
    this.formation?.nodesConnected(this.pool.connected().length, this.nodes.size);
  }

  /** Runs `open` when the client ports may open: at once, but for 7.1. */
  whenInitiated(open: () => void): void {
    if (this.formation) this.formation.whenInitiated(open);
    else open();
  }

  serviceStopped(host: string, connection: PooledConnection): void {
    if (this.pool.remove(host, connection)) this.disconnected(host);
  }

  /** A socket that was never authenticated has stopped: 5.2 takes it for the last one if one is all that is left (§5.4). */
  stoppedEarly(host: string): void {
    if (this.pool.size(host) !== 1 || !this.server.quirk('false-disconnect')) return;
    this.givenUp.add(host);
    this.disconnected(host);
  }

  /** An element that came in on an authenticated connection. */
  received(el: Element, connection: PooledConnection): void {
    if (el.name === 'cluster') return this.listener.command(el);
    const seven = this.context.profile === '7.1';
    if (seven && isClusterPing(el)) {
      connection.lastHeard = this.context.clock.now();
      return;
    }
    this.log(seven ? 'FINER' : 'INFO', `Unexpected packet on cluster connection: ${serialize(el)}`);
    const stanza = el.name === 'route' ? childElements(el)[0] : el;
    if (!stanza) return;
    const { from, to } = el.attrs as Record<string, string | undefined>;
    const internal = el.name === 'route' ? { from, to } : {};
    this.send(new Packet(this.context, stanza, internal.from, internal.to));
  }

  override routings(): readonly Routing[] {
    const hosts = this.pool.connected().filter((host) => !this.givenUp.has(host));
    return hosts.map((host) => ({
      matches: (_bare, domain) => domain === host || domain.endsWith(`.${host}`),
    }));
  }

  log(level: LogLevel, text: string): void {
    this.context.log.write(level, CLUSTER_LOGGER, text);
  }

  protected processPacket(packet: Packet): void {
    if (this.answered(packet)) return;
    const lost = sendToNode(this, packet);
    if (lost === undefined) return;
    this.context.trace.record('packet.dropped', this.context.node, [this.name, packet.number, lost]);
  }

  /** What is asked of the component itself: disco, whose items are the nodes, for admins (§5.4). */
  private answered(packet: Packet): boolean {
    if (packet.name !== 'iq' || packet.to?.local !== this.name) return false;
    const identity = { category: 'component', type: 'generic', name: 'Server clustering' };
    const items = this.context.plan.admins.includes(packet.from?.bare ?? '') ? this.discoItems() : [];
    const answer = discoAnswer(this.context, packet, identity, items);
    if (answer) this.send(answer);
    return answer !== undefined;
  }

  private discoItems(): { jid: string; name: string }[] {
    return [...this.known].map((host) => {
      const up = this.pool.size(host) > 0 && !this.givenUp.has(host);
      return { jid: host, name: `tigase:cluster ${up ? 'connected' : 'disconnected'}` };
    });
  }

  private disconnected(host: string): void {
    this.log('INFO', `Disonnected from: ${host}`);
    this.listener.nodeDisconnected(host);
  }

  /** §5.1: a node dials everybody but its own name; 7.1 nobody at its own address, and nobody whose name leads nowhere. */
  private itemAdded(host: string): void {
    if (host === this.context.hostname) return;
    if (this.isThisNode(host)) {
      const unknown = this.server.network.resolve(host) === undefined;
      const text = unknown ? 'Incorrect ClusterRepoItem' : 'ClusterRepoItem of local machine';
      const item = `${host}:${this.nodes.item(host)?.port ?? DEFAULT_CLUSTER_PORT}`;
      this.log(unknown ? 'WARNING' : 'CONFIG', `${text}, skipping connection attempt: ${item}`);
      return;
    }
    this.diallers.dial(host);
  }
}
