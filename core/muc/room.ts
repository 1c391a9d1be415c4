/** A room in the memory of one MUC process: its options, who is in it and who may do what (§8.2). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine, type MachineHost, type RunningMachine } from '#core/component/machine-runner.js';
import { roomMachine } from '#core/shared/machines/room.machine.js';
import type { StoredRoom } from '#core/store/room-table.js';
import type { RoomRepository } from './room-repository.js';
import { isAffiliation, type Affiliation } from './affiliations.js';
import { persistentRoom } from './features/persistent-room.js';
import { Occupant } from './occupant.js';
import { RoomConfig } from './room-config.js';
import type { RoomHistory } from './room-history.js';

/** What a room has of its component. */
export interface RoomHost {
  readonly machines: MachineHost;
  /** Prefix of instance names: `muc1/muc`. */
  readonly path: string;
  readonly lockNewRooms: boolean;
  readonly repository: RoomRepository;
  readonly history: RoomHistory;
  /** The room has gone from memory. */
  released(room: Room): void;
}

export class Room {
  readonly jid: string;
  readonly creator: string;
  readonly created: number;
  readonly config: RoomConfig;
  /** Bare JID → affiliation; `none` is not kept. */
  readonly affiliations = new Map<string, Affiliation>();
  private currentSubject: StoredRoom['subject'];
  private readonly byNick = new Map<string, Occupant>();
  private readonly byJid = new Map<string, Occupant>();
  private readonly host: RoomHost;
  private readonly machine: RunningMachine<typeof roomMachine>;

  constructor(host: RoomHost, stored: StoredRoom) {
    this.host = host;
    this.jid = stored.jid;
    this.creator = stored.creator;
    this.created = stored.created;
    this.config = new RoomConfig(new Map(Object.entries(stored.config)));
    for (const [jid, affiliation] of Object.entries(stored.affiliations)) {
      if (isAffiliation(affiliation)) this.affiliations.set(jid, affiliation);
    }
    this.currentSubject = stored.subject;
    this.machine = this.run();
  }

  private run(): RunningMachine<typeof roomMachine> {
    const { machines, path, lockNewRooms, repository, history } = this.host;
    const machine = withEffects(roomMachine, {
      actions: {
        storeRoom: () => repository.put(this.toStored()),
        deleteStored: () => repository.remove(this.jid),
        deleteHistory: () => history.clear(this.jid),
        release: () => this.host.released(this),
      },
    });
    return runMachine(machines, machine, `${path}/room/${this.jid}`, { room: this.jid, lockNewRooms });
  }

  get locked(): boolean {
    return this.machine.snapshot().matches('locked');
  }

  get persistent(): boolean {
    return this.machine.snapshot().matches({ active: 'persistent' });
  }

  /** Its machine has come to an end: whoever still holds the room must let go of it. */
  get ended(): boolean {
    return this.machine.snapshot().status === 'done';
  }

  /** The first occupant makes it. */
  create(): void {
    this.machine.send({ type: 'created' });
    this.syncPersistence();
  }

  /** It has been read from the database. */
  restore(): void {
    this.machine.send({ type: 'restored' });
  }

  /** An owner has submitted the form: true when that unlocked the room. */
  configured(): boolean {
    if (!this.locked) return false;
    this.machine.send({ type: 'configured' });
    this.syncPersistence();
    return true;
  }

  destroy(): void {
    this.machine.send({ type: 'destroyed' });
    this.machine.stop();
  }

  /** Moves the room into or out of the database, as its configuration says; a locked room waits. */
  syncPersistence(): void {
    const wanted = this.config.get(persistentRoom);
    if (this.locked || this.ended || wanted === this.persistent) return;
    this.machine.send({ type: wanted ? 'persistence.on' : 'persistence.off' });
  }

  /** Writes a change of configuration, affiliations or subject; rooms that are not persistent have no rows. */
  save(): void {
    if (this.persistent) this.host.repository.put(this.toStored());
  }

  get subject(): StoredRoom['subject'] {
    return this.currentSubject;
  }

  setSubject(subject: NonNullable<StoredRoom['subject']>): void {
    this.currentSubject = subject;
    this.save();
  }

  affiliation(bareJid: string): Affiliation {
    return this.affiliations.get(bareJid) ?? 'none';
  }

  setAffiliation(bareJid: string, affiliation: Affiliation): void {
    if (affiliation === 'none') this.affiliations.delete(bareJid);
    else this.affiliations.set(bareJid, affiliation);
    this.save();
  }

  get occupants(): Occupant[] {
    return [...this.byNick.values()];
  }

  /** Nicks are compared letter by letter (M06). */
  occupant(nick: string): Occupant | undefined {
    return this.byNick.get(nick);
  }

  occupantOf(fullJid: string): Occupant | undefined {
    return this.byJid.get(fullJid);
  }

  occupantsOf(bareJid: string): Occupant[] {
    return this.occupants.filter((occupant) => occupant.bareJid === bareJid);
  }

  /** The occupant of a nick, made when there is none yet. */
  seat(nick: string, bareJid: string): Occupant {
    const occupant = this.byNick.get(nick) ?? new Occupant(nick, bareJid);
    this.byNick.set(nick, occupant);
    return occupant;
  }

  /** A resource is inside now. */
  seated(occupant: Occupant, fullJid: string): void {
    this.byJid.set(fullJid, occupant);
  }

  /** A resource is outside now. */
  unseat(fullJid: string): void {
    const occupant = this.byJid.get(fullJid);
    if (!occupant) return;
    this.byJid.delete(fullJid);
    occupant.drop(fullJid);
    if (occupant.jids.length === 0) this.byNick.delete(occupant.nick);
  }

  /** To be called when somebody has gone: a room without occupants goes too. */
  closeIfEmpty(): void {
    if (this.byNick.size > 0 || this.ended) return;
    this.machine.send({ type: 'emptied' });
    this.machine.stop();
  }

  private toStored(): StoredRoom {
    const { jid, creator, created, subject } = this;
    const affiliations = Object.fromEntries(this.affiliations);
    return {
      jid,
      creator,
      created,
      config: this.config.toRecord(),
      affiliations,
      ...(subject ? { subject } : {}),
    };
  }
}
