/**
 * Everything observable, version 1: one kind of event a line, with what it carries. A row is compact (a tuple);
 * `trace-event.ts` makes an object of it when somebody looks.
 *
 * Only logical things stand in a row (127.0.1.n addresses, ports of the files, the lab's own ids), so that the same
 * topology, scenario and seed give the same rows on every machine and on both transports.
 */

/** Direction of a frame on a link: `ab` from the end that dialled to the end that accepted, `ba` back. */
export type Direction = 'ab' | 'ba';

/** What a plugin of the session manager does with a packet. */
export type PluginDeed = 'handled' | 'stopped' | 'filtered' | 'stored';

export interface TraceRows {
  'lab.opened': [topology: string, profile: string, seed: number];
  'lab.mode': [mode: 'live' | 'paused' | 'ordered'];
  /** Every listener has been tried: the boot is over. */
  'lab.ready': [];
  /** A bug of the lab, never of the user: what was running, and the error's text. */
  'lab.error': [where: string, message: string];
  'scenario.step': [index: number, text: string];
  /** Edited files have been applied: names of the processes that have come, have gone and were started anew. */
  'topology.applied': [added: string, removed: string, changed: string];

  /** What a process prints on its console (§1.5: `Loading component: …`). */
  'node.console': [text: string];
  /** A line of the process's `tigase.log` (§1.7). */
  'node.log': [level: string, logger: string, text: string];

  'machine.started': [machine: string, instance: string, state: string];
  /** One micro-step of a running machine; `edge` is the id that `machine-graph.ts` gives the drawn arrow. */
  'machine.transition': [machine: string, instance: string, edge: string, state: string, event: string];
  /** An event that no transition took; `guard` names the condition that said no, or is empty. */
  'machine.refused': [machine: string, instance: string, state: string, event: string, guard: string];
  'machine.stopped': [machine: string, instance: string];

  'listener.opened': [service: string, address: string, port: number];
  'listener.failed': [service: string, address: string, port: number, error: string];
  'listener.closed': [service: string, address: string, port: number];

  /** A program that is none of the lab's has taken a port of the node's address, or let go of it. */
  'port.taken': [address: string, port: number];
  'port.freed': [address: string, port: number];

  'link.dialled': [link: string, service: string, from: string, to: string, port: number];
  'link.opened': [link: string, acceptor: string];
  'link.failed': [link: string, error: string];
  /** The FIN of one end has reached the other. */
  'link.fin': [link: string, by: string];
  'link.reset': [link: string, by: string];
  /** A system has sent its data again too often without an answer (ETIMEDOUT): this end is lost, the other is not told. */
  'link.timedOut': [link: string];
  'link.closed': [link: string];

  'frame.sent': [link: string, direction: Direction, frame: number, text: string];
  'frame.delivered': [link: string, direction: Direction, frame: number];
  'frame.handled': [link: string, direction: Direction, frame: number];
  'frame.dropped': [link: string, direction: Direction, frame: number, reason: string];
  'frame.changed': [link: string, direction: Direction, frame: number, reason: string, text: string];

  /** A packet leaves a queue of a component (§4.2); `packet` counts per node, `summary` is like `message chat`. */
  'packet.hop': [component: string, queue: string, packet: number, summary: string];
  'packet.dropped': [component: string, packet: number, reason: string];
  /** A plugin of the session manager has had a say: `handled`, `stopped` (no other gets it), `filtered`, `stored` (offline). */
  'packet.plugin': [component: string, packet: number, plugin: string, did: PluginDeed];
  /** §6.5: which connection of a component pool took the packet. */
  'packet.balanced': [domain: string, balancer: string, index: number, size: number, link: string];

  /**
   * Whether all servers send the rooms of a domain to the same processes has changed: `agreed`, `split`, `unserved`. Of a
   * split: the reason (`room-split.ts`) and the share of all rooms in per cent. `lists`: what each server counts.
   */
  'rooms.verdict': [domain: string, verdict: string, reason: string, percent: number, lists: string];

  'timer.fired': [label: string];

  /** `settings`: what `fault.apply` was given besides, as JSON. */
  'fault.applied': [fault: string, kind: string, target: string, settings: string];
  'fault.healed': [fault: string, kind: string, target: string];
}

export type TraceKind = keyof TraceRows;

type Names<Row extends unknown[]> = { [I in keyof Row]: string };

/** Field names of each kind, in the order of its row. */
export const TRACE_FIELDS = {
  'lab.opened': ['topology', 'profile', 'seed'],
  'lab.mode': ['mode'],
  'lab.ready': [],
  'lab.error': ['where', 'message'],
  'scenario.step': ['index', 'text'],
  'topology.applied': ['added', 'removed', 'changed'],
  'node.console': ['text'],
  'node.log': ['level', 'logger', 'text'],
  'machine.started': ['machine', 'instance', 'state'],
  'machine.transition': ['machine', 'instance', 'edge', 'state', 'event'],
  'machine.refused': ['machine', 'instance', 'state', 'event', 'guard'],
  'machine.stopped': ['machine', 'instance'],
  'listener.opened': ['service', 'address', 'port'],
  'listener.failed': ['service', 'address', 'port', 'error'],
  'listener.closed': ['service', 'address', 'port'],
  'port.taken': ['address', 'port'],
  'port.freed': ['address', 'port'],
  'link.dialled': ['link', 'service', 'from', 'to', 'port'],
  'link.opened': ['link', 'acceptor'],
  'link.failed': ['link', 'error'],
  'link.fin': ['link', 'by'],
  'link.reset': ['link', 'by'],
  'link.timedOut': ['link'],
  'link.closed': ['link'],
  'frame.sent': ['link', 'direction', 'frame', 'text'],
  'frame.delivered': ['link', 'direction', 'frame'],
  'frame.handled': ['link', 'direction', 'frame'],
  'frame.dropped': ['link', 'direction', 'frame', 'reason'],
  'frame.changed': ['link', 'direction', 'frame', 'reason', 'text'],
  'packet.hop': ['component', 'queue', 'packet', 'summary'],
  'packet.dropped': ['component', 'packet', 'reason'],
  'packet.plugin': ['component', 'packet', 'plugin', 'did'],
  'packet.balanced': ['domain', 'balancer', 'index', 'size', 'link'],
  'rooms.verdict': ['domain', 'verdict', 'reason', 'percent', 'lists'],
  'timer.fired': ['label'],
  'fault.applied': ['fault', 'kind', 'target', 'settings'],
  'fault.healed': ['fault', 'kind', 'target'],
} as const satisfies { [K in TraceKind]: Names<TraceRows[K]> };

export const TRACE_KINDS = Object.keys(TRACE_FIELDS) as TraceKind[];

/** One row: sequence number from 1, lab time in µs, node name (empty: the lab itself), cause (a `seq`, 0: none). */
export type TraceRow<K extends TraceKind = TraceKind> = {
  [P in K]: [seq: number, time: number, node: string, cause: number, kind: P, values: TraceRows[P]];
}[K];
