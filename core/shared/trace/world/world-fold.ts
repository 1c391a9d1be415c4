/** Folds the trace into the whole picture of the lab: what a look back at any event shows. */
import { MachineFold } from '../machine-fold.js';
import type { TraceRow } from '../trace-schema.js';
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
  private readonly machines = new MachineFold();
  private readonly listeners = new Map<string, WorldListener>();
  private readonly links = new Map<string, WorldLink>();
  private readonly frames = new Map<number, WorldFrame>();
  private readonly faults = new Map<string, WorldFault>();
  private readonly rooms = new Map<string, WorldRooms>();
  private readonly clientLinks = new Map<string, string>();

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
    for (const [client, link] of world.clientLinks) this.clientLinks.set(client, link);
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
      clientLinks: [...this.clientLinks],
    };
  }

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    const [seq, time, node, , kind, values] = row;
    this.seq = seq;
    this.time = time;
    switch (kind) {
      case 'lab.mode':
        this.mode = values[0];
        return;
      case 'machine.started':
      case 'machine.transition':
      case 'machine.stopped':
        return this.machines.take(row);
      case 'listener.opened':
        return this.listener({ node, service: values[0], port: values[2], failure: '' });
      case 'listener.failed':
        return this.listener({ node, service: values[0], port: values[2], failure: values[3] });
      case 'listener.closed':
        this.listeners.delete(listenerKey({ node, service: values[0], port: values[2] }));
        return;
      case 'link.dialled': {
        const [id, service, from, to, port] = values;
        this.links.set(id, { id, service, from, to, port, open: false });
        if (from.startsWith('client:')) this.clientLinks.set(from, id);
        return;
      }
      case 'link.opened':
        Object.assign(this.links.get(values[0]) ?? {}, { open: true, to: values[1] });
        return;
      case 'link.failed':
      case 'link.closed':
        this.links.delete(values[0]);
        return;
      case 'frame.sent': {
        const [link, direction, id, text] = values;
        this.frames.set(id, { id, seq, node, link, direction, text });
        return;
      }
      case 'frame.changed':
        Object.assign(this.frames.get(values[2]) ?? {}, { text: values[4] });
        return;
      case 'frame.delivered':
      case 'frame.dropped':
        this.frames.delete(values[2]);
        return;
      case 'fault.applied': {
        const [id, fault, target, settings] = values;
        this.faults.set(id, { id, kind: fault, target, settings });
        return;
      }
      case 'fault.healed':
        this.faults.delete(values[0]);
        return;
      case 'rooms.verdict': {
        const [domain, verdict, reason, percent, lists] = values;
        this.rooms.set(domain, { domain, verdict: verdict as WorldRooms['verdict'], reason, percent, lists });
        return;
      }
      default:
    }
  }

  private listener(listener: WorldListener): void {
    this.listeners.set(listenerKey(listener), listener);
  }
}

function listenerKey({ node, service, port }: Omit<WorldListener, 'failure'>): string {
  return `${node} ${service} ${port}`;
}
