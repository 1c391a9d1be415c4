/**
 * Components `ext-comp`, `ext-comp_1` …, tigase.server.xmppcomponent.ComponentConnectionManager: the old link between the
 * two halves of a server that is split into connection managers and session manager (§2.7, §4.6). One connection at a
 * time: it has a constant service id, and a second one takes its place.
 */
import { Component, type Routing } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import { Packet } from '#core/component/packet.js';
import type { ExtCompItem } from '#core/shared/config/topology-plan.js';
import { addressPattern, type AddressPattern } from '#core/shared/routing/address-pattern.js';
import { cloneElement, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { ConnectionSupervisor } from '../connection-manager/connection-supervisor.js';
import { openPlannedPorts } from '../connection-manager/planned-ports.js';
import type { ServerContext } from '../server-context.js';
import { acceptExtComp } from './ext-comp-acceptor.js';
import { ExtCompDialler } from './ext-comp-dialler.js';
import { packRoute, unpackRoute } from './route.js';

const LOGGER = 'tigase.server.xmppcomponent.ComponentConnectionManager';

/** The one connection. */
export interface ExtCompService {
  /** False: the socket is gone, and what was written is lost. */
  write(text: string): boolean;
  /** A newer one has come. */
  replaced(): void;
}

export class ComponentConnectionManager extends Component {
  readonly server: ServerContext;
  readonly supervisor: ConnectionSupervisor;
  private readonly item: ExtCompItem | undefined;
  private readonly patterns: readonly AddressPattern[];
  private service: ExtCompService | undefined;

  constructor(context: ServerContext, name: string) {
    super(context, name);
    this.server = context;
    this.supervisor = new ConnectionSupervisor(context, name, 'ext-comp');
    this.item = context.plan.extComps.find((item) => item.component === name);
    this.patterns = (this.item?.routings ?? []).map(addressPattern);
    if (this.item?.badPort !== undefined)
      this.log('WARNING', `Incorrect component port number: ${this.item.badPort}`);
  }

  override start(): void {
    const { item } = this;
    if (!item) return;
    if (item.type === 'connect') new ExtCompDialler(this, item);
    else openPlannedPorts(this.server, this.name, (connection) => acceptExtComp(this, item, connection));
  }

  /** Routings lead to the connection as long as there is one. */
  override routings(): readonly Routing[] {
    if (!this.service) return [];
    return this.patterns.map((pattern) => ({ matches: (bareJid) => pattern.matches(bareJid) }));
  }

  /**
   * A handshake has been accepted.
   * @param socket what the log calls the connection
   */
  connected(service: ExtCompService, socket = ''): void {
    const older = this.service;
    this.service = service;
    if (older) {
      const text = `${this.name}: Attempt to add different service with the same ID: ${socket}`;
      this.context.log.write('WARNING', 'tigase.server.ConnectionManager', text);
      older.replaced();
    }
    this.log('FINE', `Connected to: ${this.item?.remoteDomain}`);
  }

  disconnected(service: ExtCompService): void {
    if (this.service === service) this.service = undefined;
    this.log('FINE', `Disonnected from: ${this.item?.remoteDomain}`);
  }

  /** An element from the authenticated connection. */
  received(el: Element): void {
    const packet = this.unpacked(el);
    if (packet instanceof Packet) return this.send(packet);
    this.log(
      'WARNING',
      `Cluster Lab does not take this from ${this.item?.remoteDomain} (${packet}): ${serialize(el)}`,
    );
  }

  log(level: 'WARNING' | 'INFO' | 'FINE' | 'FINER' | 'FINEST', text: string): void {
    this.context.log.write(level, LOGGER, text);
  }

  protected processPacket(packet: Packet): void {
    if (packet.attribute('to') === this.id) return this.refuse(packet);
    const routed = this.item?.packRouted === true;
    if (this.service?.write(serialize(routed ? packRoute(packet) : packet.element))) return;
    const row: [string, number, string] = [this.name, packet.number, 'component connection was gone'];
    this.context.trace.record('packet.dropped', this.context.node, row);
  }

  /** Internal addresses and commands count only between two halves that both wrap what they send. */
  private unpacked(el: Element): Packet | string {
    if (el.name !== 'route') return new Packet(this.context, cloneElement(el));
    if (!this.item?.packRouted) return 'no half of a separated server';
    const { hostname: own } = this.context;
    return unpackRoute(this.context, el, { own, peer: this.item.remoteDomain });
  }

  /** Nothing is ever meant for this component itself. */
  private refuse(packet: Packet): void {
    const error = errorReply(this.context, packet, 'feature-not-implemented', 'Not implemented');
    if (error) this.send(error);
  }
}
