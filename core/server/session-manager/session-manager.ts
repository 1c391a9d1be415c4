/** Component `sess-man`, tigase.server.xmppsession.SessionManager: users, their sessions, and what plugins make of stanzas (§3). */
import { whenAvailable } from '#core/store/database-gate.js';
import { Component } from '#core/component/component.js';
import { Packet } from '#core/component/packet.js';
import { NS_STREAMS_ERROR } from '#core/shared/xmpp/namespaces.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { cloneElement, element, type Element } from '#core/xml/element.js';
import {
  NO_CLUSTERING,
  type ClusteredSessions,
  type SessionClustering,
  type UserRecord,
} from '../cluster/session-clustering.js';
import type { ServerContext } from '../server-context.js';
import { StreamCommand } from '../stream-command.js';
import { PacketPipeline } from './packet-pipeline.js';
import { loadPlugins } from './plugins/catalogue.js';
import type { Plugin, PluginHost } from './plugins/plugin.js';
import { ResourceConnection, type SessionHooks } from './resource-connection.js';
import { UserSessions } from './user-sessions.js';

/** The order in which 5.2.3 was seen to write them (test/fixtures/wire/client-5222.xml). */
const FEATURES = ['auth', 'register', 'mechanisms', 'ver', 'compression', 'bind', 'session'];

export type DiscoItems = () => { jid: string; name: string }[];

export class SessionManager extends Component implements ClusteredSessions {
  override readonly handlesLocalDomains = true;
  readonly sessions = new UserSessions();
  private readonly server: ServerContext;
  private readonly host: PluginHost;
  private readonly plugins: readonly Plugin[];
  private readonly pipeline: PacketPipeline;
  private readonly hooks: SessionHooks;
  private clustering: SessionClustering = NO_CLUSTERING;
  private discoItems: DiscoItems = () => [];

  constructor(context: ServerContext, plugins: (host: PluginHost) => Plugin[] = loadPlugins) {
    super(context, 'sess-man');
    this.server = context;
    this.host = this.pluginHost();
    this.plugins = plugins(this.host);
    this.pipeline = new PacketPipeline(this.host, this.plugins, this.clustering);
    this.hooks = {
      timedOut: (session) => this.closeConnection(session),
      takenOver: (session) => this.closeConnection(session, 'conflict'),
      loggedOut: (session) => this.loggedOut(session),
    };
  }

  useClustering(strategy: SessionClustering): void {
    this.clustering = strategy;
    this.pipeline.useClustering(strategy);
  }

  /** What disco shows besides the server itself: the external component domains (§6.2). */
  useDiscoItems(items: DiscoItems): void {
    this.discoItems = items;
  }

  hasSessionFor(to: Jid): boolean {
    return this.sessions.byJid(to) !== undefined;
  }

  localUsers(): UserRecord[] {
    const sessions = this.sessions.all().flatMap((user) => user.all());
    return sessions.flatMap((session) => session.record ?? []);
  }

  processForwarded(packet: Packet): void {
    this.emit(this.pipeline.run(packet, false));
  }

  processUndelivered(packet: Packet): void {
    this.emit(this.pipeline.run(packet, false));
  }

  conflict(bareJid: string, resource: string): void {
    this.sessions.user(bareJid)?.get(resource)?.machine.send({ type: 'resource.taken' });
  }

  remotePresence(user: UserRecord, presence: Element, kind: 'initial' | 'update' | 'unavailable'): void {
    for (const session of this.sessions.user(user.bareJid)?.available() ?? []) {
      this.send(new Packet(this.context, addressed(presence, user.bareJid), this.id, session.connectionId));
      if (kind !== 'initial' || !session.presence) continue;
      const own = addressed(session.presence, user.bareJid);
      this.send(new Packet(this.context, own, this.id, user.connectionId));
    }
  }

  /** §5.8; seen in the capture of a start. */
  notifyAdmins(subject: string, body: string): void {
    const { ids, node, plan } = this.context;
    for (const to of plan.admins) {
      const id = `sess-man${ids.next(`admin message ${node}`)}`;
      const from = `sess-man@${plan.virtualHosts[0] ?? this.context.hostname}`;
      const children = [
        element('body', {}, body),
        element('subject', {}, subject),
        element('thread', {}, 'xyz'),
      ];
      this.send(new Packet(this.context, element('message', { from, to, type: 'normal', id }, ...children)));
    }
  }

  /** §3.4 step 1, then the pipeline. */
  protected processPacket(packet: Packet): void {
    if (packet instanceof StreamCommand) this.command(packet);
    else this.emit(this.pipeline.run(packet, true));
  }

  private command(command: StreamCommand): void {
    const connectionId = command.packetFrom ?? '';
    const session = this.sessions.byConnection(connectionId);
    switch (command.command) {
      case 'STREAM_OPENED': {
        const { hostname = '', 'session-id': sessionId = '' } = command.fields;
        const opened = { connectionId, sessionId, domain: hostname };
        this.sessions.add(new ResourceConnection(this.server, opened, this.hooks));
        return this.answer(command);
      }
      case 'GETFEATURES':
        if (session) this.answer(command, this.features(session));
        return;
      case 'STREAM_CLOSED':
        session?.machine.send({ type: 'stream.closed' });
        return this.answer(command);
      case 'STREAM_CLOSED_UPDATE':
        // Nobody waits for an answer.
        return session?.machine.send({ type: 'stream.closed' });
      case 'USER_LOGIN':
      case 'CLOSE':
    }
  }

  private answer({ command, packetFrom = '', id }: StreamCommand, payload: readonly Element[] = []): void {
    this.tell(packetFrom, { command, type: 'result', payload, ...(id === undefined ? {} : { id }) });
  }

  private features(session: ResourceConnection): Element[] {
    const features = this.plugins.flatMap((plugin) => plugin.streamFeatures?.(session) ?? []);
    return features.sort((one, other) => FEATURES.indexOf(one.name) - FEATURES.indexOf(other.name));
  }

  private authenticated(session: ResourceConnection, bareJid: string): void {
    session.bareJid = bareJid;
    session.authTime = Math.floor((this.context.clock.now() - session.openedAt) / 1000);
    session.machine.send({ type: 'user.authenticated' });
  }

  /** S03, S17: the old session loses, here and on every other node. */
  private bound(session: ResourceConnection, resource: string): boolean {
    const older = this.sessions.user(session.bareJid ?? '')?.get(resource);
    if (older && older !== session) older.machine.send({ type: 'resource.taken' });
    const jid = this.sessions.bind(session, resource);
    if (!jid || !session.record) return false;
    session.presence = undefined;
    session.machine.send({ type: 'resource.bound' });
    this.tell(session.connectionId, { command: 'USER_LOGIN', type: 'set', fields: { 'user-jid': jid.full } });
    this.clustering.userConnected(session.record);
    return true;
  }

  /** @param condition stream error; without one the connection is closed without a word (S11) */
  private closeConnection(session: ResourceConnection, condition?: 'conflict'): void {
    this.tell(session.connectionId, {
      command: 'CLOSE',
      type: 'set',
      ...(condition ? { payload: [element(condition, { xmlns: NS_STREAMS_ERROR })] } : {}),
    });
  }

  /** §7.1 "closing": unavailable presence, stop listeners, removal. */
  private loggedOut(session: ResourceConnection): void {
    const { record, jid } = session;
    const out: Packet[] = [];
    this.plugins.forEach((plugin) =>
      whenAvailable(
        () => plugin.stopped?.(session, out),
        () => this.logNoDatabase(plugin.id),
      ),
    );
    this.sessions.remove(session);
    if (record) {
      const presence = element('presence', { from: jid?.full, type: 'unavailable' });
      this.clustering.userPresence(record, presence, 'unavailable');
      this.clustering.userDisconnected(record);
    }
    this.emit(out);
  }

  private logNoDatabase(plugin: string): void {
    const text = `Database not available, plugin: ${plugin}`;
    this.context.log.write('WARNING', 'tigase.server.xmppsession.SessionManager', text);
  }

  private tell(to: string, parts: Omit<ConstructorParameters<typeof StreamCommand>[1], 'from' | 'to'>): void {
    this.send(new StreamCommand(this.context, { ...parts, from: this.id, to }));
  }

  private emit(packets: readonly Packet[]): void {
    for (const packet of packets) this.send(packet);
  }

  private pluginHost(): PluginHost {
    const { plan } = this.server;
    const local = new Set([...plan.virtualHosts, this.server.hostname]);
    return {
      context: this.server,
      id: this.id,
      sessions: this.sessions,
      isLocal: (domain) => local.has(domain),
      discoFeatures: () => this.plugins.flatMap((plugin) => plugin.discoFeatures ?? []),
      discoItems: () => this.discoItems(),
      authenticated: (session, bareJid) => this.authenticated(session, bareJid),
      bound: (session, resource) => this.bound(session, resource),
    };
  }
}

function addressed(el: Element, to: string): Element {
  const copy = cloneElement(el);
  copy.attrs.to = to;
  return copy;
}
