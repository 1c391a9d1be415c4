/**
 * What the session manager does with one packet, step by step (§3.4). The numbers are those of the fact sheet: 1, the
 * internal commands, is the session manager's; 8, the default forward, is always false and so not here.
 */
import { whenAvailable } from '#core/store/database-gate.js';
import { errorReply } from '#core/component/error-reply.js';
import type { Packet } from '#core/component/packet.js';
import type { PluginDeed } from '#core/shared/trace/trace-schema.js';
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import { NS_BIND, NS_COMPRESS } from '#core/shared/xmpp/namespaces.js';
import { element, xmlnsOf } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import type { SessionClustering } from '../cluster/session-clustering.js';
import type { Plugin, PluginHost } from './plugins/plugin.js';
import { isServerAddress, payload, toRouter } from './plugins/replies.js';
import { passOn } from './plugins/default-handler.js';
import type { ResourceConnection } from './resource-connection.js';

const LOGGER = 'tigase.server.xmppsession.SessionManager';

const AUTHENTICATE_FIRST =
  'You must authenticate session first, before you can send any message or presence packet.';
const BIND_FIRST = 'You must bind the resource first: http://www.xmpp.org/rfcs/rfc3920.html#bind';

/** A packet on its way through the steps. */
interface Pass {
  readonly packet: Packet;
  session: ResourceConnection | undefined;
  /** It came from the session's own connection: the sender's pass. */
  own: boolean;
  /** It is for the server itself (Tigase's pseudo-session). */
  forServer: boolean;
  /** It may go round the ring (it has not just come from there). */
  readonly forwardable: boolean;
  /** The session had sent presence before this packet. */
  available: boolean;
  readonly out: Packet[];
  stopped: boolean;
}

export class PacketPipeline {
  private readonly host: PluginHost;
  private readonly byElement = new Map<string, Plugin[]>();
  private readonly ids: ReadonlySet<string>;
  private readonly filters: readonly Plugin[];
  private clustering: SessionClustering;

  /** In this order; a step that says false ends the pass. */
  private readonly steps: readonly ((pass: Pass) => boolean)[] = [
    (pass) => this.findSession(pass), // 2
    (pass) => this.distrustSender(pass),
    (pass) => this.forwardToCluster(pass), // 3
    (pass) => this.refuseBroken(pass), // 4
    (pass) => this.takeOver(pass), // 5
    (pass) => this.checkPhase(pass), // 6
    (pass) => this.preprocess(pass), // 7
    (pass) => this.walk(pass), // 9
    (pass) => this.broadcastPresence(pass), // 10
    (pass) => this.postprocess(pass), // 11
    (pass) => this.handleByDefault(pass), // 12
    (pass) => this.refuseUnclaimed(pass), // 14
  ];

  constructor(host: PluginHost, plugins: readonly Plugin[], clustering: SessionClustering) {
    this.host = host;
    this.clustering = clustering;
    this.ids = new Set(plugins.map(({ id }) => id));
    this.filters = plugins.filter((plugin) => plugin.filter !== undefined);
    for (const plugin of plugins) {
      for (const name of plugin.elements)
        this.byElement.set(name, [...(this.byElement.get(name) ?? []), plugin]);
    }
  }

  useClustering(clustering: SessionClustering): void {
    this.clustering = clustering;
  }

  /**
   * Runs the steps.
   * @param forwardable false for what has come round the ring
   * @returns what is to be sent
   */
  run(packet: Packet, forwardable: boolean): Packet[] {
    const pass: Pass = {
      packet,
      session: undefined,
      own: false,
      forServer: false,
      forwardable,
      available: false,
      out: [],
      stopped: false,
    };
    for (const step of this.steps) if (!step(pass)) break;
    return this.filter(pass);
  }

  /** 2: by connection, else by `to`; a full address finds that resource and no other. */
  private findSession(pass: Pass): boolean {
    const { packet } = pass;
    const { sessions } = this.host;
    const sender = packet.packetFrom === undefined ? undefined : sessions.byConnection(packet.packetFrom);
    pass.own = sender !== undefined;
    pass.session = sender ?? (packet.to === undefined ? undefined : sessions.byJid(packet.to));
    pass.forServer = !pass.own && isServerAddress(this.host, packet);
    pass.available = pass.session?.presence !== undefined;
    return true;
  }

  /** Stricter than the original, which checks this after the cluster has had the packet: nobody speaks as somebody else. */
  private distrustSender({ packet, session, own }: Pass): boolean {
    if (!own || packet.attribute('from') === undefined) return true;
    const user = session?.bareJid;
    if (user === undefined || packet.from?.bare !== user) packet.setAddress('from', undefined);
    return true;
  }

  /** 3: what a client's own `from` makes forwardable already here is delivered twice (S15b). */
  private forwardToCluster({ packet, session, own, forServer, forwardable }: Pass): boolean {
    if (!forwardable || forServer) return true;
    if (own && (packet.attribute('from') === undefined || !this.host.context.quirk('client-from-doubles')))
      return true;
    return !this.clustering.forward(packet, session !== undefined);
  }

  /** 4: nobody's packet. */
  private refuseBroken(pass: Pass): boolean {
    const { packet, session } = pass;
    if (session) return true;
    const { context, isLocal } = this.host;
    if (packet.packetFrom?.startsWith('c2s@') === true) {
      // From a client whose session is gone.
      if (packet.name !== 'presence') this.refuse(pass, 'service-unavailable', 'Service not available.');
      return false;
    }
    if (packet.attribute('from') === undefined) {
      if (context.log.keeps('FINE', LOGGER)) {
        context.log.write('FINE', LOGGER, `Broken packet: ${serialize(packet.element)}`);
      }
      this.dropped(packet, 'broken packet');
      return false;
    }
    if (pass.forServer && packet.to && isLocal(packet.to.domain)) {
      if (packet.name === 'message') this.copyToAdmins(pass);
      if (packet.name === 'message' || (packet.name === 'iq' && packet.type === 'result')) return false;
    }
    return true;
  }

  /** A component's message to the bare virtual host is for the admins; a user's is dropped (S04). */
  private copyToAdmins({ packet, out }: Pass): void {
    const { context, isLocal } = this.host;
    if (packet.type === 'error' || (packet.from?.local !== undefined && isLocal(packet.from.domain))) return;
    for (const to of context.plan.admins) {
      const attrs = { ...(packet.element.attrs as Record<string, string>), to };
      const children = packet.element.children.filter((child) => child !== null && child !== undefined);
      out.push(
        toRouter(this.host, element('message', attrs, ...(children as (string | typeof packet.element)[]))),
      );
    }
  }

  /** 5 */
  private takeOver({ packet }: Pass): boolean {
    packet.packetTo = this.host.id;
    return true;
  }

  /** 6: what a session may send in its phase, and in whose name. */
  private checkPhase(pass: Pass): boolean {
    const { packet, session, own } = pass;
    if (!own || !session) return true;
    if (session.bareJid === undefined) {
      if (packet.name !== 'message' && packet.name !== 'presence') return true;
      this.refuse(pass, this.tooEarly(), AUTHENTICATE_FIRST);
      return false;
    }
    if (session.jid === undefined) {
      const about = packet.name === 'compress' ? NS_COMPRESS : xmlnsOf(payload(packet) ?? packet.element);
      if (about === NS_BIND || about === NS_COMPRESS) return true;
      this.refuse(pass, this.tooEarly(), BIND_FIRST);
      return false;
    }
    const kept = packet.from !== undefined && this.host.context.quirk('client-from-kept');
    if (!kept) packet.setAddress('from', session.jid.full);
    return true;
  }

  /** S03. */
  private tooEarly(): StanzaErrorCondition {
    return this.host.context.profile === '7.1' ? 'service-unavailable' : 'not-authorized';
  }

  /** 7: the first that says so stops the packet. */
  private preprocess(pass: Pass): boolean {
    const { packet, session, out } = pass;
    const plugins = this.byElement.get(packet.name) ?? [];
    const stopper = plugins.find((plugin) =>
      this.tried(pass, plugin, () => plugin.preprocess?.(packet, session, out) === true),
    );
    if (stopper) this.noted(packet, stopper.id, 'stopped');
    pass.stopped = stopper !== undefined;
    return true;
  }

  /** 9: everybody who claims the packet gets it. */
  private walk(pass: Pass): boolean {
    const { packet, session, stopped, out } = pass;
    if (stopped) return true;
    for (const plugin of this.byElement.get(packet.name) ?? []) {
      if (!plugin.matches(packet)) continue;
      packet.processed = true;
      this.noted(packet, plugin.id, 'handled');
      this.tried(pass, plugin, () => plugin.process(packet, session, out));
    }
    return true;
  }

  /** Lets a plugin work. Without its database nothing of what it was about to send goes out, but for an error. */
  private tried<Result>(
    { packet, session, out }: Pass,
    plugin: Plugin,
    work: () => Result,
  ): Result | undefined {
    const before = out.length;
    return whenAvailable<Result | undefined>(work, () => {
      out.splice(before);
      this.host.context.log.write('WARNING', LOGGER, `Database not available, plugin: ${plugin.id}`);
      if (plugin.withoutDatabase) plugin.withoutDatabase(packet, session, out);
      else if (packet.name === 'iq') out.push(...this.errorFor(packet));
      return undefined;
    });
  }

  private errorFor(packet: Packet): Packet[] {
    const error = errorReply(this.host.context, packet, 'internal-server-error');
    return error ? [error] : [];
  }

  /** 10: presence without `to` goes to the user's resources on other nodes. */
  private broadcastPresence({ packet, session, own, stopped, available }: Pass): boolean {
    if (!own || stopped || packet.name !== 'presence' || packet.attribute('to') !== undefined) return true;
    // §3.5: without the plugin no presence leaves the session manager.
    const record = this.ids.has('presence') ? session?.record : undefined;
    if (!record) return true;
    const kind = packet.type === 'unavailable' ? 'unavailable' : available ? 'update' : 'initial';
    this.clustering.userPresence(record, packet.element, kind);
    return true;
  }

  /** 11 */
  private postprocess(pass: Pass): boolean {
    const { packet, session, out } = pass;
    for (const plugin of this.byElement.get(packet.name) ?? []) {
      const stored = this.tried(pass, plugin, () => plugin.postprocess?.(packet, session, out));
      if (stored === true) this.noted(packet, plugin.id, 'stored');
    }
    return true;
  }

  /** 12: on its way, if it is anybody's. */
  private handleByDefault(pass: Pass): boolean {
    const { packet, session, stopped, out } = pass;
    if (packet.processed || stopped || !session || !this.ids.has('default-handler')) return true;
    if (isServerAddress(this.host, packet)) return true;
    if (packet.attribute('to') === undefined) {
      this.host.context.log.write('INFO', LOGGER, `No 'to' address, can't deliver packet: ${packet.summary}`);
      return true;
    }
    packet.processed = true;
    this.noted(packet, 'default-handler', 'handled');
    passOn(this.host, packet, session, out);
    return true;
  }

  /** 14 */
  private refuseUnclaimed(pass: Pass): boolean {
    const { packet, session, stopped, forServer } = pass;
    if (packet.processed) return true;
    const stanza = packet.name === 'iq' || packet.name === 'message';
    const nobody = !session && !forServer && stanza && packet.from !== undefined && packet.to !== undefined;
    if (stopped || nobody) this.refuse(pass, 'service-unavailable', 'Service not available.');
    else if (packet.from || session)
      this.refuse(pass, 'feature-not-implemented', 'Feature not supported yet.');
    return true;
  }

  /** 13: over everything that goes out. */
  private filter({ out, session }: Pass): Packet[] {
    if (this.filters.length === 0) return out;
    return out.filter((packet) => {
      const refuser = this.filters.find((plugin) => plugin.filter?.(packet, session) === false);
      if (refuser) this.noted(packet, refuser.id, 'filtered');
      return refuser === undefined;
    });
  }

  private refuse({ packet, out }: Pass, condition: StanzaErrorCondition, text: string): void {
    const error = errorReply(this.host.context, packet, condition, text);
    if (error) out.push(error);
    else this.dropped(packet, 'not answered');
  }

  private noted(packet: Packet, plugin: string, did: PluginDeed): void {
    const { trace, node } = this.host.context;
    trace.record('packet.plugin', node, ['sess-man', packet.number, plugin, did]);
  }

  private dropped(packet: Packet, reason: string): void {
    const { context } = this.host;
    context.trace.record('packet.dropped', context.node, ['sess-man', packet.number, reason]);
  }
}
