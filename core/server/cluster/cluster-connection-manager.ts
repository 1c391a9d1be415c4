/**
 * Component `cl-comp`, tigase.cluster.ClusterConnectionManager: port 5277. It dials every other node twice, accepts
 * their dials, and carries `<cluster>` elements (§5.1–5.5).
 */
import { Component, type Routing } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import type { ClusterNodeItem } from '#core/shared/config/topology-plan.js';
import { clusterConnectionKey } from '#core/shared/routing/cluster-connection-choice.js';
import { childNamed, childElements, element, textOf, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { openListener } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { acceptClusterConnection } from './cluster-acceptor.js';
import { ClusterDialler } from './cluster-dialler.js';
import { ClusterPool, type PooledConnection } from './cluster-pool.js';

export const CLUSTER_LOGGER = 'tigase.cluster.ClusterConnectionManager';

/** §5.1, §2.3: 5.1 and 5.2 dial each node twice. */
const CONNECTIONS_PER_NODE = 2;
const DEFAULT_PORT = 5277;

/** Who hears that a node has come or gone (§5.8), and what a command says. */
export interface ClusterListener {
  nodeConnected(host: string): void;
  nodeDisconnected(host: string): void;
  command(element: Element): void;
}

export class ClusterConnectionManager extends Component {
  readonly pool = new ClusterPool();
  readonly server: ServerContext;
  private readonly listener: ClusterListener;
  private readonly diallers: ClusterDialler[] = [];

  constructor(context: ServerContext, name: string, listener: ClusterListener) {
    super(context, name);
    this.server = context;
    this.listener = listener;
  }

  override start(): void {
    const port = this.ownItem()?.port ?? DEFAULT_PORT;
    openListener(this.server, {
      service: this.name,
      port,
      bind: '*',
      socket: 'plain',
      accepted: (connection) => acceptClusterConnection(this, connection),
    });
    for (const item of this.context.plan.clusterNodes) {
      if (item.host !== this.context.hostname) this.dial(item);
    }
  }

  /** The node list's entry for `host`; undefined: not known here. */
  item(host: string): ClusterNodeItem | undefined {
    return this.context.plan.clusterNodes.find((item) => item.host === host);
  }

  /** The secret that this node proves itself with: its own entry's (§5.3). */
  ownSecret(): string {
    return this.ownItem()?.password ?? '';
  }

  /** §5.4: a handshake has been accepted, in whichever direction. */
  serviceConnected(host: string, connection: PooledConnection): void {
    if (!this.pool.add(host, connection)) return;
    this.log('INFO', `Connected to: ${host}`);
    this.listener.nodeConnected(host);
  }

  serviceStopped(host: string, connection: PooledConnection): void {
    if (!this.pool.remove(host, connection)) return;
    this.log('INFO', `Disonnected from: ${host}`);
    this.listener.nodeDisconnected(host);
  }

  /** An element that came in on an authenticated connection. */
  received(el: Element): void {
    if (el.name === 'cluster') return this.listener.command(el);
    this.log('INFO', `Unexpected packet on cluster connection: ${serialize(el)}`);
    const stanza = el.name === 'route' ? childElements(el)[0] : el;
    if (!stanza) return;
    const { from, to } = el.attrs as Record<string, string | undefined>;
    const internal = el.name === 'route' ? { from, to } : {};
    this.send(new Packet(this.context, stanza, internal.from, internal.to));
  }

  override routings(): readonly Routing[] {
    return this.pool.connected().map((host) => ({
      matches: (_bare, domain) => domain === host || domain.endsWith(`.${host}`),
    }));
  }

  log(level: 'WARNING' | 'INFO' | 'FINE' | 'FINER' | 'FINEST', text: string): void {
    this.context.log.write(level, CLUSTER_LOGGER, text);
  }

  protected processPacket(packet: Packet): void {
    const el = packet.element;
    const cluster = el.name === 'cluster';
    const destination =
      (cluster ? packet.attribute('to') : (packet.packetTo ?? packet.attribute('to'))) ?? '';
    const host = hostOf(destination);
    const connection = this.pool.choose(host, cluster ? commandKey(el, destination) : destination);
    if (!connection) {
      this.log('WARNING', `No cluster connection to send a packet: ${serialize(el)}`);
      this.context.trace.record('packet.dropped', this.context.node, [
        this.name,
        packet.number,
        'no cluster connection',
      ]);
      return;
    }
    if (connection.write(serialize(cluster ? el : routed(packet)))) return;
    this.context.trace.record('packet.dropped', this.context.node, [
      this.name,
      packet.number,
      'cluster connection was gone',
    ]);
  }

  private dial(item: ClusterNodeItem): void {
    const wanted =
      Number(this.context.plan.properties['--cluster-connections-per-node']) || CONNECTIONS_PER_NODE;
    for (let number = 1; number <= wanted; number += 1)
      this.diallers.push(new ClusterDialler(this, item.host, number));
  }

  private ownItem(): ClusterNodeItem | undefined {
    return this.item(this.context.hostname);
  }
}

/** `sess-man@vm-128-158` → `vm-128-158`. */
function hostOf(address: string): string {
  const domain = address.slice(address.indexOf('@') + 1);
  const slash = domain.indexOf('/');
  return slash < 0 ? domain : domain.slice(0, slash);
}

function commandKey(el: Element, destination: string): string {
  const control = childNamed(el, 'control');
  const call = control && childNamed(control, 'method-call');
  const user =
    call && childElements(call).find((par) => (par.attrs as Record<string, string>).name === 'userId');
  const data = childNamed(el, 'data');
  const stanza = (data && childElements(data)[0]?.attrs) as Record<string, string | undefined> | undefined;
  return clusterConnectionKey({
    userId: user ? textOf(user) : undefined,
    stanzaTo: stanza?.to,
    stanzaFrom: stanza?.from,
    destination,
  });
}

/** §4.5: what is no `<cluster>` element travels wrapped, with its internal addresses. */
function routed(packet: Packet): Element {
  return element('route', { from: packet.packetFrom, to: packet.packetTo }, packet.element);
}
