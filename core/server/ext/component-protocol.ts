/**
 * Component `ext`, tigase.server.ext.ComponentProtocol: external components on 5270, listening (a server) or dialling
 * (a component process) as each `--external` item says (§6).
 */
import { Component, type Routing } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import type { ExternalItem } from '#core/shared/config/topology-plan.js';
import { loadBalancerClass, loadBalancerIndex } from '#core/shared/routing/load-balancers.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import { childElements, cloneElement, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { openListener } from '../listener-machine.js';
import type { ServerContext } from '../server-context.js';
import { acceptComponent } from './component-acceptor.js';
import { ComponentDialler } from './component-dialler.js';
import { ComponentPool, type ComponentConnection } from './component-pool.js';
import { RecentSenders } from './recent-senders.js';

export const EXT_LOGGER = 'tigase.server.ext.ComponentProtocol';

export class ComponentProtocol extends Component {
  readonly pool = new ComponentPool();
  readonly server: ServerContext;
  private readonly recent = new RecentSenders();
  private readonly diallers: ComponentDialler[] = [];

  constructor(context: ServerContext, name: string) {
    super(context, name);
    this.server = context;
  }

  override start(): void {
    for (const item of this.context.plan.externals) {
      if (item.port < 0) continue;
      if (item.type === 'connect') this.dialAll(item);
      else this.listenOn(item);
    }
  }

  /** The item for a domain; a later one for the same domain has replaced an earlier one (§2.5 field 1). */
  item(domain: string): ExternalItem | undefined {
    return this.context.plan.externals.findLast((item) => item.domain === domain);
  }

  bindHostname(domain: string, connection: ComponentConnection): void {
    this.pool.add(domain, connection);
    this.log('FINE', `Authenticated: ${domain}`);
    this.log('FINER', `A new component connection added for: ${domain}`);
  }

  unbindHostname(domain: string, connection: ComponentConnection): void {
    if (this.pool.remove(domain, connection)) this.log('FINE', `Disonnected from: ${domain}`);
  }

  /** A stanza from an authenticated connection. Its `from` is not checked (§6.3). */
  received(connection: ComponentConnection, el: Element): void {
    const stanza = cloneElement(el.name === 'route' ? (childElements(el)[0] ?? el) : el);
    stanza.attrs = { ...(stanza.attrs as Record<string, string>), xmlns: NS_CLIENT };
    const packet = new Packet(this.context, stanza);
    if (connection.takesEverything && packet.from) this.recent.heard(packet.from.full, connection);
    this.send(packet);
  }

  /** §6.2: what disco shows of this component. */
  discoItems(): { jid: string; name: string }[] {
    const items = this.context.plan.externals.filter((item) => item.type === 'accept');
    return items.map((item) => ({ jid: item.domain, name: 'ext-comp connected' }));
  }

  override routings(): readonly Routing[] {
    return this.pool.bound().map((domain) => {
      if (this.pool.get(domain)[0]?.takesEverything) return { matches: () => true };
      return { matches: (_bare, asked) => asked === domain || asked.endsWith(`.${domain}`) };
    });
  }

  log(level: 'WARNING' | 'INFO' | 'FINE' | 'FINER' | 'FINEST', text: string): void {
    this.context.log.write(level, EXT_LOGGER, text);
  }

  protected processPacket(packet: Packet): void {
    const domain = packet.to?.domain ?? '';
    const connection = this.choose(packet.from, packet.to, domain);
    if (!connection) {
      const known = this.pool.wasKnown(domain);
      this.log(
        'INFO',
        known
          ? `Service is not connected for connection for hostname: ${domain}`
          : `No ext connection for hostname: ${domain}`,
      );
      this.context.trace.record('packet.dropped', this.context.node, [
        this.name,
        packet.number,
        'no component connection',
      ]);
      return;
    }
    connection.sendStanza(serialize(bare(packet.element)));
  }

  /** §6.5 steps 1–4. */
  private choose(
    from: Jid | undefined,
    to: Jid | undefined,
    domain: string,
  ): ComponentConnection | undefined {
    const everything = this.pool.takingEverything();
    const connections = everything.length > 0 ? everything : this.pool.get(domain);
    const heard = to ? this.recent.of(to.full) : undefined;
    if (heard?.connected && connections.includes(heard)) return heard;
    const balanced = this.balance(connections, from, to);
    return balanced?.connected ? balanced : connections.find((connection) => connection.connected);
  }

  private balance(
    connections: readonly ComponentConnection[],
    from: Jid | undefined,
    to: Jid | undefined,
  ): ComponentConnection | undefined {
    if (connections.length < 2) return connections[0];
    const item = this.item(to?.domain ?? '') ?? this.item(from?.domain ?? '');
    const { name } = loadBalancerClass(item?.loadBalancer);
    const index = loadBalancerIndex(name, from, to, connections.length);
    const chosen = connections[index];
    const row: [string, string, number, number, string] = [
      to?.domain ?? '',
      name,
      index,
      connections.length,
      chosen?.link ?? '',
    ];
    this.context.trace.record('packet.balanced', this.context.node, row);
    return chosen;
  }

  private listenOn(item: ExternalItem): void {
    for (const bind of item.addresses) {
      openListener(this.server, {
        service: this.name,
        port: item.port,
        bind,
        socket: 'plain',
        extra: { 'remote-host': item.domain },
        accepted: (connection) => acceptComponent(this, connection),
      });
    }
  }

  private dialAll(item: ExternalItem): void {
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
