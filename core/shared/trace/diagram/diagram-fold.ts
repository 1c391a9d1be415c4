/** Folds trace events into a diagram, one after the other: as long as a run goes on, the diagram grows. */
import type { TraceEvent } from '../trace-event.js';
import type { DiagramItem, Lifeline, Message, Note } from './diagram.js';
import { frameLabel, frameSort } from './diagram-words.js';
import { InsideProcess } from './inside-process.js';
import type { GrowingDiagram } from './shown-diagram.js';

const NO_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** A link as the trace tells of it. */
export interface DiagramLink {
  id: string;
  service: string;
  from: string;
  /** Name or address that was dialled; once it is open, who has accepted. */
  to: string;
  open: boolean;
}

export class DiagramFold implements GrowingDiagram {
  readonly lifelines: Lifeline[];
  readonly items: DiagramItem[] = [];
  rewritten = 0;
  private readonly processes: ReadonlySet<string>;
  private readonly known: Set<string>;
  /** Ends of the links that there have been. */
  private readonly links = new Map<string, { from: string; to: string; service: string }>();
  /** Undefined: what goes on inside the processes is left out. */
  private readonly inside: InsideProcess | undefined;
  private readonly flying = new Map<number, Message>();

  /**
   * @param processes in the order in which they are to stand
   * @param components whether the way of packets inside the processes is taken in
   */
  constructor(processes: readonly string[], components = false) {
    if (components) this.inside = new InsideProcess();
    this.lifelines = processes.map((name) => ({ name, kind: 'process' }));
    this.known = new Set(processes);
    this.processes = new Set(processes);
  }

  get parts(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.inside?.parts ?? NO_PARTS;
  }

  /** A link that was there before the first event that is taken in. */
  knows({ id, service, from, to, open }: DiagramLink): void {
    this.links.set(id, { from, to: open ? to : dialledName(id, to), service });
    this.lifeline(from);
    if (open) this.lifeline(to);
  }

  /** Takes in one event, whole or as `diagramEvents` gives it; events come in order, each once. */
  take(event: TraceEvent): void {
    const area = event.kind.slice(0, event.kind.indexOf('.'));
    if (area === 'frame') this.frame(event);
    else if (area === 'link') this.link(event);
    else if (event.kind === 'packet.hop') this.hop(event);
    else if (event.kind === 'machine.transition') this.transition(event);
    else if (event.kind === 'timer.fired') this.note(event, 'timer', event.node, str(event.data.label));
    else if (area === 'fault') this.fault(event);
  }

  private hop(event: TraceEvent): void {
    const arrow = this.inside?.hop(event);
    if (arrow) this.items.push(arrow);
  }

  private frame(event: TraceEvent): void {
    const id = Number(event.data.frame);
    if (event.kind === 'frame.sent') return this.sent(event, id);
    const message = this.flying.get(id);
    if (!message) return;
    if (event.kind === 'frame.changed') {
      message.text = `${labelOf(event.data)} *`;
      this.rewritten += 1;
    }
    if (event.kind !== 'frame.delivered' && event.kind !== 'frame.dropped') return;
    this.flying.delete(id);
    const how = event.kind === 'frame.delivered' ? 'delivered' : 'dropped';
    message.end = { seq: event.seq, time: event.time, how, reason: str(event.data.reason) };
    if (how === 'delivered') this.inside?.arrived(event.seq, message);
  }

  private sent({ seq, time, cause, data }: TraceEvent, id: number): void {
    const link = str(data.link);
    const ends = this.links.get(link);
    if (!ends) return;
    const [from, to] = data.direction === 'ab' ? [ends.from, ends.to] : [ends.to, ends.from];
    const message: Message = {
      kind: 'message',
      seq,
      time,
      from,
      to,
      link,
      text: labelOf(data),
      sort: sortOf(data),
    };
    if (this.inside) this.findParts(message, ends.service, this.inside.componentAt(cause));
    this.flying.set(id, message);
    this.items.push(message);
  }

  /** A service is named after the component that has it; who sends is known better when a packet was there before. */
  private findParts(message: Message, service: string, sender: string | undefined): void {
    if (this.isProcess(message.from)) message.fromPart = sender ?? service;
    if (this.isProcess(message.to)) message.toPart = service;
    if (message.fromPart !== undefined) this.inside?.has(message.from, message.fromPart);
    if (message.toPart !== undefined) this.inside?.has(message.to, message.toPart);
  }

  private isProcess(name: string): boolean {
    return this.processes.has(name);
  }

  private link(event: TraceEvent): void {
    const { data, kind } = event;
    const link = str(data.link);
    if (kind === 'link.dialled') {
      const to = dialledName(link, str(data.to));
      this.links.set(link, { from: str(data.from), to, service: str(data.service) });
      this.lifeline(str(data.from));
      return;
    }
    const ends = this.links.get(link);
    if (!ends) return;
    if (kind === 'link.opened') {
      ends.to = str(data.acceptor) || ends.to;
      this.lifeline(ends.to);
    }
    const what = kind.slice('link.'.length);
    const reason = str(data.error ?? data.by);
    this.note(event, 'link', event.node || ends.from, [what, link, reason].filter(Boolean).join(' '));
  }

  private transition(event: TraceEvent): void {
    const { machine, state } = event.data;
    // What a fault goes through is told by the fault itself.
    if (machine === 'fault') return;
    this.note(event, 'state', event.node, `${str(machine)}: ${str(state)}`);
  }

  private fault(event: TraceEvent): void {
    const { kind, target } = event.data;
    const word = event.kind === 'fault.applied' ? '+' : '−';
    // At the first process that it names.
    const at = this.lifelines.find(({ name }) => str(target).includes(name))?.name ?? '';
    this.note(event, 'fault', at, `${word} ${str(kind)} ${str(target)}`);
  }

  private note({ seq, time }: TraceEvent, sort: Note['sort'], at: string, text: string): void {
    const place = at || this.lifelines[0]?.name;
    if (place === undefined) return;
    this.lifeline(place);
    this.items.push({ kind: 'note', seq, time, at: place, text, sort });
  }

  private lifeline(name: string): void {
    if (this.known.has(name)) return;
    this.known.add(name);
    this.lifelines.push({ name, kind: name.startsWith('client:') ? 'client' : 'outside' });
  }
}

/** Whom a link was to reach, by its id; else the address. */
function dialledName(link: string, address: string): string {
  return /^[^>]+>(.+?):\d+(#\d+)?$/.exec(link)?.[1] ?? address;
}

/** What a frame says: in columns it stands ready, else it is made of the text. */
function labelOf({ label, text }: TraceEvent['data']): string {
  return label === undefined ? frameLabel(str(text)) : str(label);
}

function sortOf({ sort, text }: TraceEvent['data']): Message['sort'] {
  return sort === undefined ? frameSort(str(text)) : (sort as Message['sort']);
}

function str(value: string | number | undefined): string {
  return value === undefined ? '' : String(value);
}
