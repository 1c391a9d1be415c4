/**
 * Component `ext`, tigase.server.ext.ComponentProtocol: external components on 5270, listening (a server) or dialling
 * (a component process) as each `--external` item says (§6).
 */
import { Component, type Routing } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import type { ExternalItem } from '#core/shared/config/topology-plan.js';
import type { StoredComponentItem } from '#core/store/component-item-table.js';
import {
  chooseSlot,
  orderSlots,
  type BalancingRules,
  type ComponentDomain,
} from '#core/shared/routing/component-choice.js';
import { LOAD_BALANCER_PACKAGE, loadBalancerClass } from '#core/shared/routing/load-balancers.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import { childElements, cloneElement, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { ConnectionSupervisor } from '../connection-manager/connection-supervisor.js';
import { openListener, type OpenedPort } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { acceptComponent } from './component-acceptor.js';
import { ComponentItems } from './component-items.js';
import { ComponentDialler } from './component-dialler.js';
import { ComponentPool, type ComponentConnection } from './component-pool.js';
import { RecentSenders } from './recent-senders.js';

export const EXT_LOGGER = 'tigase.server.ext.ComponentProtocol';

const ITEM_LOGGER = 'tigase.server.ext.CompRepoItem';

export class ComponentProtocol extends Component {
  readonly pool = new ComponentPool();
  readonly items: ComponentItems;
  readonly server: ServerContext;
  readonly supervisor: ConnectionSupervisor;
  private readonly recent = new RecentSenders();
  private readonly diallers: ComponentDialler[] = [];
  private readonly ports: OpenedPort[] = [];
  /** Hosts of the cluster's nodes, in small letters: internal addresses are at them. */
  private readonly nodes: Set<string>;
  /** §6.2: once a dialled connection was bound, the routing `.*` is registered, and nothing ever takes it away. */
  private takesEverything = false;

  constructor(context: ServerContext, name: string) {
    super(context, name);
    this.server = context;
    this.items = new ComponentItems(context);
    this.supervisor = new ConnectionSupervisor(context, name, 'ext');
    const hosts = [context.hostname, ...context.plan.clusterNodes.map(({ host }) => host)];
    this.nodes = new Set(hosts.map((host) => host.toLowerCase()));
  }

  override start(): void {
    this.context.plan.externals.forEach((item) => this.warnOfPort(item));
    for (const item of this.items.all()) {
      this.warnOfBalancer(item);
      if (item.port < 0) continue;
      if (item.type === 'connect') this.dialAll(item);
      else this.listenOn(item);
    }
  }

  override stop(): void {
    this.ports.forEach((port) => port.close());
  }

  override nodeConnected(host: string): void {
    this.nodes.add(host.toLowerCase());
  }

  /** Whether what is for this name, or below it, is for the servers themselves; in small letters. */
  isClusters(hostname: string): boolean {
    if (this.server.plan.virtualHosts.includes(hostname)) return true;
    return [...this.nodes].some((host) => host === hostname || host.endsWith(`.${hostname}`));
  }

  /** The item for a domain; a later one for the same domain has replaced an earlier one (§2.5 field 1). */
  item(domain: string): StoredComponentItem | undefined {
    return this.items.get(domain);
  }

  /**
   * What decides where the stanzas of each domain go that components may connect for: for the lab's own eyes.
   * @param asked domains that matter; the others, of which a component may bind a thousand, cost nothing
   */
  domains(asked: ReadonlySet<string>): ComponentDomain[] {
    const { rules } = this;
    const served = this.servedDomains((domain) => asked.has(domain));
    return served.map((domain) => ({
      domain,
      loadBalancer: this.loadBalancer(this.item(domain)),
      rules,
      slots: orderSlots(this.pool.get(domain), rules),
    }));
  }

  /** Domains of the listening items, whether anybody has connected or not, and names that components have bound. */
  private servedDomains(meant: (domain: string) => boolean = () => true): string[] {
    const listed = this.items.all().flatMap(({ domain, type }) => (type === 'accept' ? [domain] : []));
    return [...new Set([...listed.filter(meant), ...this.boundDomains(meant)])];
  }

  /** Domains that have connections which came in. */
  private boundDomains(meant: (domain: string) => boolean = () => true): string[] {
    const bound = this.pool.bound().filter(meant);
    return bound.filter((domain) => !this.pool.get(domain)[0]?.takesEverything);
  }

  bindHostname(domain: string, connection: ComponentConnection): void {
    this.pool.add(domain, connection);
    if (connection.takesEverything) this.takesEverything = true;
    this.log('FINE', `Authenticated: ${domain}`);
    this.log('FINER', `A new component connection added for: ${domain}`);
  }

  unbindHostname(domain: string, connection: ComponentConnection): void {
    if (!this.pool.remove(domain, connection)) return;
    this.log('FINE', `Disonnected from: ${domain}`);
    // §6.2: the original takes other routings away than the one it has made.
    if (!this.context.quirk('component-routing-kept'))
      this.takesEverything = this.pool.takingEverything().length > 0;
  }

  /** A stanza from an authenticated connection. */
  received(connection: ComponentConnection, el: Element): void {
    const stanza = cloneElement(el.name === 'route' ? (childElements(el)[0] ?? el) : el);
    stanza.attrs = { ...(stanza.attrs as Record<string, string>), xmlns: NS_CLIENT };
    const packet = new Packet(this.context, stanza);
    if (connection.takesEverything && packet.from) this.recent.heard(packet.from.full, connection);
    this.send(packet);
  }

  /** What disco shows of this component: 5.2.3 says that it is connected whether it is or not (S08b). */
  discoItems(): { jid: string; name: string }[] {
    return this.servedDomains().map((domain) => ({ jid: domain, name: this.discoName(domain) }));
  }

  private discoName(domain: string): string {
    if (this.context.quirk('component-disco-connected')) return 'ext-comp connected';
    return this.pool.get(domain).length > 0 ? 'XEP-0114 connected' : 'XEP-0114 disconnected';
  }

  override routings(): readonly Routing[] {
    return [
      ...(this.takesEverything ? [{ matches: () => true }] : []),
      ...this.boundDomains().map((domain): Routing => ({
        matches: (_bare, asked) => asked === domain || asked.endsWith(`.${domain}`),
      })),
    ];
  }

  log(level: 'WARNING' | 'INFO' | 'FINE' | 'FINER' | 'FINEST', text: string): void {
    this.context.log.write(level, EXT_LOGGER, text);
  }

  protected processPacket(packet: Packet): void {
    const domain = packet.to?.domain ?? '';
    const connection = this.choose(packet.from, packet.to, domain);
    if (connection) return connection.sendStanza(serialize(bare(packet.element)));
    this.logLoss(domain);
    const { trace, node } = this.context;
    trace.record('packet.dropped', node, [this.name, packet.number, 'no component connection']);
  }

  /** §6.5 step 4: a line for a dead entry, another where there never was one, and none when the last one has gone. */
  private logLoss(domain: string): void {
    if (this.connectionsFor(domain).length > 0) {
      this.log('INFO', `Service is not connected for connection for hostname: ${domain}`);
    } else if (!this.pool.wasKnown(domain)) {
      this.log('INFO', `No ext connection for hostname: ${domain}`);
    }
  }

  private connectionsFor(domain: string): readonly ComponentConnection[] {
    const everything = this.pool.takingEverything();
    return everything.length > 0 ? everything : this.pool.get(domain);
  }

  /** §6.5 steps 1–4. */
  private choose(
    from: Jid | undefined,
    to: Jid | undefined,
    domain: string,
  ): ComponentConnection | undefined {
    const connections = this.connectionsFor(domain);
    const heard = to ? this.recent.of(to.full) : undefined;
    // Also when it was dialled for another domain: one process may serve two servers.
    if (heard?.connected && this.pool.holds(heard)) return heard;
    return this.balance(connections, from, to);
  }

  /** The load balancer's say, in the trace when there was something to choose. */
  private balance(
    connections: readonly ComponentConnection[],
    from: Jid | undefined,
    to: Jid | undefined,
  ): ComponentConnection | undefined {
    const { rules } = this;
    const loadBalancer = this.loadBalancer(this.item(to?.domain ?? '') ?? this.item(from?.domain ?? ''));
    const { index, size, slot } = chooseSlot(
      { loadBalancer, rules, slots: orderSlots(connections, rules) },
      from,
      to,
    );
    if (size > 1) {
      const { trace, node } = this.context;
      trace.record('packet.balanced', node, [to?.domain ?? '', loadBalancer, index, size, slot?.link ?? '']);
    }
    return slot;
  }

  private loadBalancer(item: StoredComponentItem | undefined): ComponentDomain['loadBalancer'] {
    return loadBalancerClass(item?.loadBalancer).name;
  }

  private get rules(): BalancingRules {
    const { context } = this;
    return {
      tieByArrival: context.quirk('lb-tie-by-arrival'),
      deadSlotKept: context.quirk('lb-dead-slot-kept'),
      fullJidStringHash: context.quirk('lb-full-jid-string-hash'),
    };
  }

  /** §2.5 field 4. */
  private warnOfPort({ unreadablePort }: ExternalItem): void {
    if (unreadablePort === undefined) return;
    const text = `Incorrect port number, can't parse: ${unreadablePort}`;
    this.context.log.write('WARNING', ITEM_LOGGER, text);
  }

  /** §2.5 field 7. */
  private warnOfBalancer({ loadBalancer }: StoredComponentItem): void {
    const { name, known } = loadBalancerClass(loadBalancer);
    if (known) return;
    const used = `using default LB: ${LOAD_BALANCER_PACKAGE}${name}`;
    const text = `Cannot active load balancer for class: ${loadBalancer}, ${used}`;
    this.context.log.write('WARNING', ITEM_LOGGER, text);
  }

  /** One port, at each interface address in turn: after the first that cannot be had the rest are not tried (§6.4). */
  private listenOn(item: StoredComponentItem): void {
    let before: OpenedPort | undefined;
    for (const bind of item.addresses) {
      before = openListener(this.server, {
        service: this.name,
        port: item.port,
        bind,
        socket: 'plain',
        extra: { 'remote-host': item.domain },
        accepted: (connection) => acceptComponent(this, connection),
        ...(before ? { after: before } : {}),
      });
      this.ports.push(before);
    }
  }

  private dialAll(item: StoredComponentItem): void {
    for (const host of item.addresses) this.diallers.push(new ComponentDialler(this, item, host));
  }
}

/** §6.3: the xmlns of a stanza is taken away before it is written. */
function bare(stanza: Element): Element {
  if (!Object.hasOwn(stanza.attrs, 'xmlns')) return stanza;
  const copy = cloneElement(stanza);
  const { xmlns: _, ...attrs } = copy.attrs as Record<string, string>;
  copy.attrs = attrs;
  return copy;
}
