/**
 * The lab's network: which node has which address, who listens, every link, and what can happen next. Processes see
 * only their own `NodeNetwork` of it.
 */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Clock } from '#core/shared/injected/clock.js';
import type { Entry } from '#core/shared/injected/entry.js';
import type { Ids } from '#core/shared/injected/ids.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { Connection, DialHandler, Endpoint } from './connection.js';
import { BindAttempt } from './bind-attempt.js';
import { DialAttempt } from './dial-attempt.js';
import type { Framer } from './frame.js';
import { Interfaces } from './interfaces.js';
import { Link, OUTSIDE } from './link.js';
import type { LinkHost } from './link-host.js';
import { Listener, type ListenSpec } from './listener.js';
import { NameFaults } from './name-faults.js';
import { OutsideArrival } from './outside-arrival.js';
import type { OutsideEvent } from './outside-event.js';
import { PortSquatter } from './port-squatter.js';
import { ReadyList } from './ready-list.js';
import { parseRoute, type RouteSelector } from '#core/shared/faults/route-selector.js';
import { RouteFaults } from './route-faults.js';
import { Settling } from './settling.js';
import type { ConnectResult, Transport, TransportSocket } from './transport.js';

export interface NetworkParts {
  transport: Transport;
  trace: TraceSink;
  entry: Entry;
  ids: Ids;
  clock: Clock;
  newFramer(): Framer;
  /** Something became ready or settled. */
  changed(): void;
}

export interface DialSpec {
  node: string;
  service: string;
  /** Host name as the configuration writes it, or an address. */
  host: string;
  port: number;
}

export class Network implements LinkHost {
  readonly ready = new ReadyList();
  readonly interfaces = new Interfaces();
  readonly names = new NameFaults(this.interfaces);
  /** Faults that lie on routes. */
  readonly routes = new RouteFaults();
  readonly trace: TraceSink;
  readonly entry: Entry;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly transport: Transport;
  queued: LinkHost['queued'];
  /** Hears of everything that comes from outside, as it happens: the journal. */
  witness: ((event: OutsideEvent) => void) | undefined;
  /** Answers a dial to a server outside in its place: a recording. */
  dialOutside: ((link: string, done: (result: ConnectResult) => void) => void) | undefined;
  /** What is under way, and what waits until nothing is. */
  readonly settling: Settling;
  private readonly parts: NetworkParts;
  private readonly links = new Map<string, Link>();
  private readonly listeners = new Set<Listener>();
  private readonly squatters = new Set<PortSquatter>();
  private readonly triedPorts = new Map<string, number>();
  /** Dialling ends in use. */
  private readonly ports = new Set<string>();

  constructor(parts: NetworkParts) {
    this.parts = parts;
    this.settling = new Settling(() => parts.changed());
    this.trace = parts.trace;
    this.entry = parts.entry;
    this.ids = parts.ids;
    this.clock = parts.clock;
    this.transport = parts.transport;
  }

  newFramer(): Framer {
    return this.parts.newFramer();
  }

  changed(): void {
    this.parts.changed();
  }

  inFlight(delta: 1 | -1): void {
    this.settling.count(delta);
  }

  /** Whether nothing is inside a socket: all that was released has been seen by both ends. */
  get settled(): boolean {
    return this.settling.settled;
  }

  gone(link: string): void {
    const gone = this.links.get(link);
    if (!gone) return;
    this.links.delete(link);
    this.routes.linkGone(gone);
    this.ports.delete(portKey(gone.a.local));
  }

  /** Opens a port of `node`; the result comes by `spec.opened` or `spec.failed`, in a step of its own. */
  listen(node: string, spec: ListenSpec): Listener {
    const listener = new Listener(node, spec);
    this.listeners.add(listener);
    this.ready.add(new BindAttempt(this, listener, this.ids.next('bind')));
    this.changed();
    return listener;
  }

  /** Dials; the result comes by `handler.opened` or `handler.failed`, in a step of its own. */
  dial(spec: DialSpec, handler: DialHandler): Connection {
    const { address: target, afterMs } = this.names.lookUp(spec.node, spec.host);
    const peer = target === undefined ? undefined : this.interfaces.nodeAt(target);
    const external = target !== undefined && this.interfaces.isOutside(target);
    const id = this.linkId(spec.node, peer ?? spec.host, spec.port);
    const from = this.interfaces.addressOf(spec.node);
    const link = new Link(this, {
      id,
      service: spec.service,
      dialler: { node: spec.node, endpoint: { address: from, port: this.nextPort(from) } },
      acceptor: {
        node: external ? OUTSIDE : (peer ?? ''),
        endpoint: { address: target ?? spec.host, port: spec.port },
        external,
      },
    });
    this.links.set(id, link);
    link.a.handler = handler;
    const cause = this.trace.record('link.dialled', spec.node, [
      id,
      spec.service,
      spec.node,
      spec.host,
      spec.port,
    ]);
    this.interfaces
      .holdsOf(spec.node)
      .forEach((hold) => link.directions.forEach((direction) => direction.hold(hold)));
    this.routes.linkMade(link);
    this.ready.add(
      new DialAttempt(this, link, { spec, handler, target, afterMs, cause, number: this.ids.next('dial') }),
    );
    this.changed();
    return link.a;
  }

  /** Somebody from outside has connected to a listener. */
  arrived(listener: Listener, socket: TransportSocket): void {
    const { node, address, spec } = listener;
    this.fromOutside({ kind: 'arrived', node, address, port: spec.port }, () => {
      this.ready.add(new OutsideArrival(this, listener, socket, this.ids.next('arrival')));
      this.changed();
    });
  }

  fromOutside(event: OutsideEvent, happens: () => void): void {
    this.settling.between(() => {
      this.witness?.(event);
      happens();
    });
  }

  /** A link whose dialler is outside the lab. */
  linkFromOutside(listener: Listener): Link {
    const address = '127.0.0.1';
    const link = new Link(this, {
      id: this.linkId(OUTSIDE, listener.node, listener.spec.port),
      service: listener.spec.service,
      dialler: { node: OUTSIDE, endpoint: { address, port: this.nextPort(address) }, external: true },
      acceptor: { node: listener.node, endpoint: { address: listener.address, port: listener.spec.port } },
    });
    this.links.set(link.id, link);
    this.routes.linkMade(link);
    return link;
  }

  listenerAt(address: string, port: number): Listener | undefined {
    for (const listener of this.listeners) {
      if (listener.open && listener.address === address && listener.spec.port === port) return listener;
    }
    return undefined;
  }

  listenersOf(node: string): Listener[] {
    return [...this.listeners].filter((listener) => listener.node === node);
  }

  /** How many ports of a node have been opened or have failed since it started. */
  listenersTriedBy(node: string): number {
    return this.triedPorts.get(node) ?? 0;
  }

  listenerTried(node: string): void {
    this.triedPorts.set(node, this.listenersTriedBy(node) + 1);
  }

  closeListener(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    const wasOpen = listener.open;
    listener.close();
    const { service, port } = listener.spec;
    if (!wasOpen) return;
    this.trace.record('listener.closed', listener.node, [service, listener.address, port]);
    this.squatters.forEach((squatter) => squatter.portFreed(listener));
  }

  /** Somebody else's program takes the port, now or when it is free. Gives what makes it leave. */
  squat(node: string, port: number): () => void {
    const squatter = new PortSquatter(this, node, port);
    this.squatters.add(squatter);
    return () => {
      this.squatters.delete(squatter);
      squatter.leave();
    };
  }

  squatterAt(node: string, port: number): PortSquatter | undefined {
    return [...this.squatters].find((squatter) => squatter.holds(node, port));
  }

  link(id: string): Link | undefined {
    return this.links.get(id);
  }

  allLinks(): Link[] {
    return [...this.links.values()];
  }

  linksOf(node: string): Link[] {
    return this.allLinks().filter((link) => link.a.node === node || link.b.node === node);
  }

  /** The node's address goes away: its links hang, its dials fail. */
  interfaceDown(node: string, reason: string): void {
    this.interfaces.takeDown(node, reason);
    for (const link of this.linksOf(node)) link.directions.forEach((direction) => direction.hold(reason));
  }

  interfaceUp(node: string, reason: string): void {
    this.interfaces.bringUp(node, reason);
    for (const link of this.allLinks()) link.directions.forEach((direction) => direction.unhold(reason));
  }

  /** Nothing reaches that process from now on, on links to come neither; its kernel keeps what is sent to it. */
  holdArrivals(node: string, fault: string): () => void {
    const label = { id: fault, kind: 'freeze', direction: 'both' } as const;
    const reason = `frozen ${fault}`;
    const put = (route: string, incoming: 'ab' | 'ba'): (() => void) =>
      this.routes.put(label, parseRoute(route) as RouteSelector, this.allLinks(), (link) => {
        link[incoming].hold(reason);
        return () => link[incoming].unhold(reason);
      });
    const undo = [put(`*>${node}`, 'ab'), put(`${node}>*`, 'ba')];
    return () => undo.forEach((letThrough) => letThrough());
  }

  /**
   * The process is gone: its ports close, its kernel says FIN on every connection (or a RST later, if it has no address now).
   * @param frozen it has not read what is there: the kernel answers that with a RST instead of the FIN
   */
  killNode(node: string, frozen = false): void {
    this.closePortsOf(node);
    const down = !this.interfaces.isUp(node);
    for (const link of this.linksOf(node)) {
      for (const end of [link.a, link.b]) {
        if (end.node !== node || end.external) continue;
        if (down) link.outgoing(end).discardQueue('interface-down');
        const unread = frozen && link.outgoing(end === link.a ? link.b : link.a).waiting > 0;
        end.orphan(down || unread ? 'reset' : 'fin');
      }
    }
  }

  /** The machine is gone: nothing is said to anybody, what it had still to send is lost. */
  powerOff(node: string): void {
    this.closePortsOf(node);
    for (const link of this.linksOf(node)) {
      for (const end of [link.a, link.b]) {
        if (end.node !== node || end.external) continue;
        // Nobody is there any more who could hear of it.
        end.handler = undefined;
        if (link.open) end.vanish(this.trace.cause, 'power-off');
        else end.close();
      }
    }
  }

  pending(): PendingItem[] {
    const listed = new Set<string>();
    const items: PendingItem[] = [];
    const add = (item: PendingItem): void => {
      if (listed.has(item.id)) return;
      listed.add(item.id);
      items.push(item);
    };
    this.ready.all().forEach((releasable) => releasable.describe().forEach(add));
    this.allLinks().forEach((link) =>
      link.directions.forEach((direction) => direction.describe().forEach(add)),
    );
    return items;
  }

  private closePortsOf(node: string): void {
    this.listenersOf(node).forEach((listener) => this.closeListener(listener));
    this.triedPorts.delete(node);
  }

  private linkId(from: string, to: string, port: number): string {
    const base = `${from}>${to}:${port}`;
    return `${base}#${this.ids.next(`link ${base}`)}`;
  }

  private nextPort(address: string): number {
    for (let tries = 0; ; tries += 1) {
      const port = 40000 + (this.ids.next(`port ${address}`) % PORTS);
      const key = portKey({ address, port });
      // Two links of one address never share a port: Tigase knows a connection by it (§4.1).
      if (this.ports.has(key) && tries < PORTS) continue;
      this.ports.add(key);
      return port;
    }
  }
}

/** Ports that an address counts through. */
const PORTS = 20_000;

function portKey({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}
