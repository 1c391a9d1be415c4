/** Somebody in a room under a nick: one user, with one or more resources (§8.3, M07). */
import type { RunningMachine } from '#core/component/machine-runner.js';
import type { occupantMachine } from '#core/shared/machines/occupant.machine.js';
import type { Element } from '#core/xml/element.js';
import type { Role } from './roles.js';

export type OccupantRun = RunningMachine<typeof occupantMachine>;

/** One resource inside the room. */
export interface OccupantResource {
  readonly jid: string;
  readonly machine: OccupantRun;
  /** Its latest presence, as the others are shown it. */
  presence: Element;
}

const INSIDE_ROLES = ['visitor', 'participant', 'moderator'] as const;

/** How an occupant goes, other than by leaving. */
export type Removal = 'kicked' | 'banned' | 'excluded' | 'room.destroyed';

export class Occupant {
  readonly nick: string;
  readonly bareJid: string;
  private readonly byJid = new Map<string, OccupantResource>();

  constructor(nick: string, bareJid: string) {
    this.nick = nick;
    this.bareJid = bareJid;
  }

  get resources(): OccupantResource[] {
    return [...this.byJid.values()];
  }

  get jids(): string[] {
    return [...this.byJid.keys()];
  }

  has(jid: string): boolean {
    return this.byJid.has(jid);
  }

  resource(jid: string): OccupantResource | undefined {
    return this.byJid.get(jid);
  }

  /** All resources have the same role: it is the nick's. */
  get role(): Role {
    const [first] = this.resources;
    const snapshot = first?.machine.snapshot();
    return INSIDE_ROLES.find((role) => snapshot?.matches({ inside: role })) ?? 'none';
  }

  /** The presence that was heard last: what later joiners are shown. */
  get presence(): Element | undefined {
    return this.resources.at(-1)?.presence;
  }

  /** Adds a resource, or moves it to the end as the one heard last. */
  put(resource: OccupantResource): void {
    this.byJid.delete(resource.jid);
    this.byJid.set(resource.jid, resource);
  }

  drop(jid: string): void {
    this.byJid.delete(jid);
  }
}

/** Lets a resource in, or gives it another role. */
export function giveRole(machine: OccupantRun, role: Exclude<Role, 'none'>): void {
  machine.send({ type: `role.${role}` });
}
