/** Component `message-router`, tigase.server.MessageRouter: which component gets a packet (§4.3). */
import { Component } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import type { NodeContext } from '#core/component/node-context.js';
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { serialize } from '#core/xml/serialize.js';
import { discoAnswer } from './disco-answers.js';

const LOGGER = 'tigase.server.MessageRouter';
const NO_SERVICE = 'There is no service found to process your request.';

export class MessageRouter extends Component {
  private readonly components = new Map<string, Component>();
  private readonly localDomains: ReadonlySet<string>;

  constructor(context: NodeContext) {
    super(context, 'message-router');
    this.localDomains = new Set([...context.plan.virtualHosts, context.hostname]);
    this.components.set(this.name, this);
  }

  /** Components in the order in which they were loaded: the first that fits gets the packet. */
  add(component: Component): void {
    this.components.set(component.name, component);
  }

  protected processPacket(packet: Packet): void {
    if (packet.packetTo !== undefined && packet.packetTo !== this.id)
      return this.toInternal(packet, packet.packetTo);
    const { to } = packet;
    if (to === undefined) return this.withoutAddress(packet); // 1
    // 2: an error that came from where it should go.
    if (packet.type === 'error' && packet.attribute('from') === packet.attribute('to'))
      return this.drop(packet, 'error to itself');
    if (this.answered(packet, to)) return; // 3
    const component = this.byId(to) ?? this.byDomain(to);
    if (component && component !== this) return component.addPacket(packet);
    this.refuse(packet); // 8
  }

  /** A component or connection id (§4.1): of this node, or of one that the cluster reaches. */
  private toInternal(packet: Packet, address: string): void {
    const slash = address.indexOf('/');
    const bare = slash < 0 ? address : address.slice(0, slash);
    const at = bare.indexOf('@');
    const host = bare.slice(at + 1);
    const own = host === this.context.hostname;
    const component = own ? this.components.get(bare.slice(0, Math.max(0, at))) : this.byRouting(bare, host);
    if (component && component !== this) component.addPacket(packet);
    else this.drop(packet, `no component for ${bare}`);
  }

  /** Rule 1. A `to` that is no address is dropped without a word (S04). */
  private withoutAddress(packet: Packet): void {
    if (packet.attribute('to') === undefined) {
      const text = `Packet with TO attribute set to NULL: ${serialize(packet.element)}`;
      this.context.log.write('WARNING', LOGGER, text);
    }
    this.drop(packet, 'no address');
  }

  /** Rule 3: only what no session manager of this process will answer. */
  private answered(packet: Packet, to: Jid): boolean {
    if (to.local !== undefined || packet.name !== 'iq' || !this.localDomains.has(to.domain)) return false;
    if (this.first((component) => component.handlesLocalDomains)) return false;
    const answer = discoAnswer(this.context, packet, { category: 'server', type: 'im', name: 'Tigase' });
    if (answer) this.addPacket(answer);
    return answer !== undefined;
  }

  /** Rule 4: `NAME@local`, or `NAME.local`. A user who is called like a component is shadowed. */
  private byId(to: Jid): Component | undefined {
    if (to.local !== undefined && this.localDomains.has(to.domain)) {
      const named = this.components.get(to.local);
      if (named) return named;
    }
    const dot = to.domain.indexOf('.');
    if (dot < 0 || !this.localDomains.has(to.domain.slice(dot + 1))) return undefined;
    return this.components.get(to.domain.slice(0, dot));
  }

  /** Rules 5, 6 and 7. */
  private byDomain(to: Jid): Component | undefined {
    const local = this.localDomains.has(to.domain);
    return (
      (local ? this.first((component) => component.handlesLocalDomains) : undefined) ??
      this.byRouting(to.bare, to.domain) ??
      (local ? undefined : this.first((component) => component.handlesOtherDomains))
    );
  }

  private byRouting(bareJid: string, domain: string): Component | undefined {
    return this.first((component) =>
      component.routings().some((routing) => routing.matches(bareJid, domain)),
    );
  }

  private first(fits: (component: Component) => boolean): Component | undefined {
    for (const component of this.components.values())
      if (component !== this && fits(component)) return component;
    return undefined;
  }

  /** Rule 8. */
  private refuse(packet: Packet): void {
    const error = errorReply(this.context, packet, 'service-unavailable', NO_SERVICE);
    this.drop(packet, 'no service');
    if (error) this.addPacket(error);
  }

  private drop(packet: Packet, reason: string): void {
    this.context.trace.record('packet.dropped', this.context.node, [this.name, packet.number, reason]);
  }
}
