/** Folds the trace into the whole picture of the lab: what a look back at any event shows. */
import { MachineFold } from '../machine-fold.js';
import type { Direction, TraceRow } from '../trace-schema.js';
import { asksToBind, boundJid, isForClients } from './bind-frames.js';
import {
  emptyWorld,
  type World,
  type WorldFault,
  type WorldFrame,
  type WorldLink,
  type WorldListener,
  type WorldRooms,
} from './world.js';

export class WorldFold {
  private seq = 0;
  private time = 0;
  private mode: World['mode'] = 'ordered';
  /** Those that run. */
  readonly machines = new MachineFold();
  private readonly listeners = new Map<string, WorldListener>();
  private readonly links = new Map<string, WorldLink>();
  private readonly frames = new Map<number, WorldFrame>();
  private readonly faults = new Map<string, WorldFault>();
  private readonly rooms = new Map<string, WorldRooms>();
  private readonly clientLinks = new Map<string, { link: string; jid: string }>();

  /** Goes on from `world`. */
  constructor(world: World = emptyWorld()) {
    this.seq = world.seq;
    this.time = world.time;
    this.mode = world.mode;
    this.machines.restore(world.machines);
    for (const listener of world.listeners) this.listeners.set(listenerKey(listener), listener);
    for (const link of world.links) this.links.set(link.id, { ...link });
    for (const frame of world.frames) this.frames.set(frame.id, { ...frame });
    for (const fault of world.faults) this.faults.set(fault.id, fault);
    for (const rooms of world.rooms) this.rooms.set(rooms.domain, rooms);
    for (const [client, link, jid] of world.clientLinks) this.clientLinks.set(client, { link, jid });
  }

  /** The world as it is now; it does not change with what is folded later. */
  world(): World {
    return {
      seq: this.seq,
      time: this.time,
      mode: this.mode,
      machines: this.machines.all().map((machine) => ({ ...machine })),
      listeners: [...this.listeners.values()],
      links: [...this.links.values()].map((link) => ({ ...link })),
      frames: [...this.frames.values()].map((frame) => ({ ...frame })),
      faults: [...this.faults.values()],
      rooms: [...this.rooms.values()],
      clientLinks: [...this.clientLinks].map(([client, { link, jid }]) => [client, link, jid]),
    };
  }

  /** The full JID that is bound on a link; empty: none. */
  jidOn(link: string): string {
    return this.links.get(link)?.jid ?? '';
  }

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, time, , , kind] = row;
    this.seq = seq;
    this.time = time;
    switch (kind) {
      case 'frame.sent':
      case 'frame.changed':
      case 'frame.delivered':
      case 'frame.dropped':
        return this.frame(row);
      case 'machine.stopped':
        // A fault that ends by itself is not healed by anybody.
        this.faults.delete(row[5][1]);
        return this.machines.take(row);
      case 'machine.started':
      case 'machine.transition':
        return this.machines.take(row);
      case 'link.dialled':
      case 'link.opened':
      case 'link.failed':
      case 'link.closed':
        return this.link(row);
      case 'listener.opened':
      case 'listener.failed':
      case 'listener.closed':
        return this.listener(row);
      default:
        return this.other(row);
    }
  }

  private frame([seq, , node, , kind, values]: TraceRow): void {
    if (kind === 'frame.sent') {
      const [link, direction, id, text] = values;
      this.frames.set(id, { id, seq, node, link, direction, text });
      this.bind(this.links.get(link), direction, text);
    } else if (kind === 'frame.changed') {
      Object.assign(this.frames.get(values[2]) ?? {}, { text: values[4] });
    } else if (kind === 'frame.delivered' || kind === 'frame.dropped') {
      this.frames.delete(values[2]);
    }
  }

  /** Only what answers a client's own request counts: other users can send it whatever they like. */
  private bind(link: WorldLink | undefined, direction: Direction, text: string): void {
    if (!link || !isForClients(link.service)) return;
    if (direction === 'ab') {
      if (asksToBind(text)) link.binding = true;
      return;
    }
    const jid = link.binding ? boundJid(text) : undefined;
    if (jid === undefined) return;
    Object.assign(link, { binding: false, jid });
    const client = this.clientLinks.get(link.from);
    if (client?.link === link.id) client.jid = jid;
  }

  private link([, , , , kind, values]: TraceRow): void {
    if (kind === 'link.dialled') {
      const [id, service, from, to, port] = values;
      this.links.set(id, { id, service, from, to, port, open: false, binding: false, jid: '' });
      if (from.startsWith('client:')) this.clientLinks.set(from, { link: id, jid: '' });
    } else if (kind === 'link.opened') {
      Object.assign(this.links.get(values[0]) ?? {}, { open: true, to: values[1] });
    } else if (kind === 'link.failed' || kind === 'link.closed') {
      this.links.delete(values[0]);
    }
  }

  private listener([, , node, , kind, values]: TraceRow): void {
    if (kind !== 'listener.opened' && kind !== 'listener.failed' && kind !== 'listener.closed') return;
    const [service, , port] = values;
    const key = listenerKey({ node, service, port });
    if (kind === 'listener.closed') this.listeners.delete(key);
    else {
      const failure = kind === 'listener.failed' ? values[3] : '';
      this.listeners.set(key, { node, service, port, failure });
    }
  }

  private other([, , , , kind, values]: TraceRow): void {
    if (kind === 'fault.applied') {
      const [id, fault, target, settings] = values;
      this.faults.set(id, { id, kind: fault, target, settings });
    } else if (kind === 'fault.healed') {
      this.faults.delete(values[0]);
    } else if (kind === 'lab.mode') {
      [this.mode] = values;
    } else if (kind === 'rooms.verdict') {
      const [domain, verdict, reason, percent, lists] = values;
      this.rooms.set(domain, { domain, verdict: verdict as WorldRooms['verdict'], reason, percent, lists });
    }
  }
}

function listenerKey({ node, service, port }: Omit<WorldListener, 'failure'>): string {
  return `${node} ${service} ${port}`;
}
