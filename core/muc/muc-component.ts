/** `tigase.muc.MUCComponent`: multi-user chat (§8), inside a server or as a process of its own behind 5270. */
import { whenAvailable } from '#core/store/database-gate.js';
import { Component, type Routing } from '#core/component/component.js';
import { errorReply } from '#core/component/error-reply.js';
import type { NodeContext } from '#core/component/node-context.js';
import { Packet } from '#core/component/packet.js';
import { NS_CLIENT } from '#core/shared/xmpp/namespaces.js';
import type { RoomTable } from '#core/store/room-table.js';
import type { Element } from '#core/xml/element.js';
import { remove } from './exit.js';
import { AdminModule } from './modules/admin-module.js';
import { DiscoInfoModule } from './modules/disco-info-module.js';
import { DiscoItemsModule } from './modules/disco-items-module.js';
import { GroupchatModule } from './modules/groupchat-module.js';
import { MessageErrorModule } from './modules/message-error-module.js';
import { OwnerModule } from './modules/owner-module.js';
import { PingModule } from './modules/ping-module.js';
import { PresenceModule } from './modules/presence-module.js';
import { PrivateMessageModule } from './modules/private-message-module.js';
import { UniqueNameModule } from './modules/unique-name-module.js';
import { VersionModule } from './modules/version-module.js';
import type { MucModule, MucService } from './muc-service.js';
import { readMucSettings } from './muc-settings.js';
import { Outbox } from './outbox.js';
import { refuse, type Refusal } from './refusal.js';
import { RoomHistory } from './room-history.js';
import { lenient } from './room-repository.js';
import { RoomRegistry } from './room-registry.js';
import { ROOM_SENTENCES } from './room-sentences.js';

export interface MucOptions {
  /** Rooms and history of the database that the process names. */
  readonly repository: RoomTable;
}

export class MucComponent extends Component {
  /** `muc.<vhost>` for each virtual host (§8.1). */
  readonly addresses: readonly string[];
  private readonly muc: MucService;
  private readonly modules: readonly MucModule[];

  /** @param name component name: `muc` of `--comp-name-1 = muc` */
  constructor(context: NodeContext, name: string, options: MucOptions) {
    super(context, name);
    this.addresses = [...new Set(context.plan.virtualHosts.map((host) => `${name}.${host}`.toLowerCase()))];
    this.muc = this.service(options.repository);
    this.modules = modulesOf(this.muc);
  }

  override start(): void {
    this.muc.rooms.readList();
  }

  /** §8.2: every occupant is told that the service goes down. Rooms are not closed: their history stays in the database. */
  override stop(): void {
    for (const room of this.muc.rooms.inMemory()) {
      for (const occupant of room.occupants) {
        remove(this.muc, room, occupant, { how: 'kicked', codes: ['307'], reason: ROOM_SENTENCES.stopping });
      }
    }
  }

  override routings(): readonly Routing[] {
    return [{ matches: (_bareJid, domain) => this.addresses.includes(domain) }];
  }

  protected override processPacket(packet: Packet): void {
    if (this.cannotBeAnswered(packet)) return;
    const refusal =
      packet.from && packet.to
        ? whenAvailable(
            () => this.dispatch(packet),
            () => this.withoutDatabase(),
          )
        : refuse('jid-malformed');
    if (!refusal) return;
    const reply = errorReply(this.context, packet, refusal.condition, refusal.text);
    if (reply) this.muc.send(reply.element);
  }

  private withoutDatabase(): Refusal {
    this.logNoDatabase();
    return refuse('internal-server-error');
  }

  private dispatch(packet: Packet): Refusal | undefined {
    if (!packet.to || !this.addresses.includes(packet.to.domain)) return refuse('item-not-found');
    const module = this.modules.find((candidate) => candidate.handles(packet));
    return module ? module.process(packet) : refuse('feature-not-implemented');
  }

  /** Without both addresses nobody could be told; and a room does not talk to rooms of its own service. */
  private cannotBeAnswered(packet: Packet): boolean {
    const { from } = packet;
    if (packet.attribute('from') === undefined || packet.attribute('to') === undefined) return true;
    return from !== undefined && this.addresses.includes(from.domain);
  }

  private logNoDatabase(): void {
    this.context.log.write('WARNING', 'tigase.muc.MUCComponent', 'Database not available');
  }

  private service(table: RoomTable): MucService {
    const { context, name } = this;
    const path = `${context.node}/${name}`;
    const settings = readMucSettings(context.plan, name);
    const repository = lenient(table, () => this.logNoDatabase());
    const history = new RoomHistory(settings.history, repository);
    const { lockNewRooms, defaultRoomConfig } = settings;
    const rooms = new RoomRegistry(
      { machines: context, path, lockNewRooms, repository, history },
      defaultRoomConfig,
    );
    const outbox = new Outbox(context, (stanza) => this.send(new Packet(context, stanza, this.id)));
    return {
      context,
      path,
      settings,
      rooms,
      history,
      send: (stanza) => this.databaseWait.out(() => outbox.add(inClientNamespace(stanza))),
    };
  }
}

function modulesOf(muc: MucService): MucModule[] {
  return [
    new PresenceModule(muc),
    new MessageErrorModule(muc),
    new GroupchatModule(muc),
    new PrivateMessageModule(muc),
    new OwnerModule(muc),
    new AdminModule(muc),
    new DiscoInfoModule(muc),
    new DiscoItemsModule(muc),
    new UniqueNameModule(muc),
    new PingModule(muc),
    new VersionModule(muc),
  ];
}

/** §6.3: inside a process every stanza is `jabber:client`; the component link takes that away. */
function inClientNamespace(stanza: Element): Element {
  stanza.attrs['xmlns'] ??= NS_CLIENT;
  return stanza;
}
