/** The rooms that one MUC process knows (§8.2, §8.9). */
import type { StoredRoom } from '#core/store/room-table.js';
import type { RoomRepository } from './room-repository.js';
import { whenAvailable } from '#core/store/database-gate.js';
import { publicRoom } from './features/public-room.js';
import { roomName } from './features/room-name.js';
import type { ConfigValues } from './room-config.js';
import { RoomConfig } from './room-config.js';
import { Room, type RoomHost } from './room.js';

export interface ListedRoom {
  readonly jid: string;
  readonly name: string;
}

export class RoomRegistry {
  private readonly rooms = new Map<string, Room>();
  /** §8.9: stored rooms are listed as the database had them at the start of this process. */
  private readonly listed = new Set<string>();
  private readonly repository: RoomRepository;
  private readonly host: RoomHost;
  private readonly defaults: ConfigValues;

  /** @param defaults configuration of new rooms, where it differs from the standard */
  constructor(host: Omit<RoomHost, 'released'>, defaults: ConfigValues) {
    this.host = { ...host, released: (room) => this.release(room) };
    this.repository = host.repository;
    this.defaults = defaults;
  }

  /** Reads which rooms are stored. */
  readList(): void {
    for (const jid of this.repository.jids()) this.listed.add(jid);
  }

  /** The room, read again from the database when only that knows it. */
  find(jid: string): Room | undefined {
    const known = this.rooms.get(jid);
    if (known) return known;
    const stored = this.repository.get(jid);
    if (!stored) return undefined;
    const room = this.keep(stored);
    room.restore();
    return room;
  }

  create(jid: string, creator: string, now: number): Room {
    const config = Object.fromEntries(this.defaults);
    const room = this.keep({ jid, creator, created: now, config, affiliations: { [creator]: 'owner' } });
    room.create();
    return room;
  }

  inMemory(): Room[] {
    return [...this.rooms.values()];
  }

  /** Rooms that everyone may see in the service's list. */
  publicRooms(domain: string): ListedRoom[] {
    const found: ListedRoom[] = [];
    for (const jid of new Set([...this.listed, ...this.rooms.keys()])) {
      const config = this.configOf(jid);
      if (config?.get(publicRoom) && domainOf(jid) === domain)
        found.push({ jid, name: config.get(roomName) });
    }
    return found;
  }

  /** The default form, shown for a room that does not exist (§8.6). */
  defaultConfig(): RoomConfig {
    return new RoomConfig(this.defaults);
  }

  private configOf(jid: string): RoomConfig | undefined {
    const room = this.rooms.get(jid);
    if (room) return room.config;
    const stored = this.storedNow(jid);
    return stored && new RoomConfig(new Map(Object.entries(stored.config)));
  }

  /** undefined: not stored, or nobody can tell now. */
  private storedNow(jid: string): StoredRoom | undefined {
    return whenAvailable(
      () => this.repository.get(jid),
      () => undefined,
    );
  }

  private keep(stored: StoredRoom): Room {
    const room = new Room(this.host, stored);
    this.rooms.set(room.jid, room);
    this.listed.add(room.jid);
    return room;
  }

  private release(room: Room): void {
    this.rooms.delete(room.jid);
    if (!this.storedNow(room.jid)) this.listed.delete(room.jid);
  }
}

function domainOf(jid: string): string {
  return jid.slice(jid.indexOf('@') + 1);
}
