/** Folds trace events into a diagram, one after the other: as long as a run goes on, the diagram grows. */
import { describeStanza } from '../describe-stanza.js';
import type { TraceEvent } from '../trace-event.js';
import type { TraceKind } from '../trace-schema.js';
import type { DiagramItem, Lifeline, Message, Note } from './diagram.js';
import { InsideProcess } from './inside-process.js';
import type { GrowingDiagram } from './shown-diagram.js';

/** Kinds of events that a diagram is made of. */
export const DIAGRAM_KINDS: readonly TraceKind[] = [
  'machine.transition',
  'link.dialled',
  'link.opened',
  'link.failed',
  'link.fin',
  'link.reset',
  'link.timedOut',
  'frame.sent',
  'frame.delivered',
  'frame.dropped',
  'frame.changed',
  'timer.fired',
  'fault.applied',
  'fault.healed',
];

/** The same, when components have lifelines of their own. */
export const COMPONENT_KINDS: readonly TraceKind[] = [...DIAGRAM_KINDS, 'packet.hop'];

/** Frames that open or close a stream, or prove who one is. */
const STREAM = /^<(\?xml|\/?stream:|handshake|auth\b|challenge|response|success|proceed|starttls|compress)/;

const NO_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map();

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

  /** Takes in one event; events come in order, each once. */
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
      message.text = `${label(str(event.data.text))} *`;
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
    const text = str(data.text);
    const [from, to] = data.direction === 'ab' ? [ends.from, ends.to] : [ends.to, ends.from];
    const message: Message = {
      kind: 'message',
      seq,
      time,
      from,
      to,
      link,
      text: label(text),
      sort: sortOf(text),
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
      const to = /^[^>]+>(.+?):\d+(#\d+)?$/.exec(link)?.[1] ?? str(data.to);
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

/** Without the addresses: between which lifelines it goes can be seen. */
function label(text: string): string {
  return describeStanza(text)
    .split(' · ')
    .filter((part) => !part.includes('→'))
    .join(' · ');
}

function sortOf(text: string): Message['sort'] {
  if (STREAM.test(text)) return 'stream';
  return text.startsWith('<cluster') ? 'cluster' : 'stanza';
}

function str(value: string | number | undefined): string {
  return value === undefined ? '' : String(value);
}
