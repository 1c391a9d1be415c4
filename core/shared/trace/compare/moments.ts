/**
 * What a trace says of each thing in the lab, in words that do not depend on when it happened: the states of a machine, the
 * stanzas of a client, the life of a route. Two runs are compared by these, because one frame that comes later moves every
 * event number behind it.
 */
import type { TraceRow } from '../trace-schema.js';

export type SubjectKind = 'client' | 'rooms' | 'route' | 'machine' | 'node' | 'log' | 'fault';

/** One thing that happened to a subject. */
export interface Moment {
  /** `client bob`, `route muc1>server1:5270`. */
  subject: string;
  kind: SubjectKind;
  /** Without counters and random ids. */
  text: string;
  seq: number;
  /** Lab time in µs. */
  time: number;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Turns rows, in order, into moments. */
export class MomentFold {
  /** Texts of frames on their way to a client. */
  private readonly frames = new Map<number, string>();

  /** Takes in one row; undefined: it says nothing of a subject. */
  take(row: TraceRow): Moment | undefined {
    const [seq, time, node] = row;
    const said = this.said(row);
    if (!said) return undefined;
    const [kind, name, text] = said;
    return { kind, subject: `${kind} ${name || node}`, text: text.replaceAll(UUID, '…'), seq, time };
  }

  private said(row: TraceRow): [kind: SubjectKind, name: string, text: string] | undefined {
    const kind = row[4];
    if (kind.startsWith('frame.')) return this.frame(row);
    if (kind.startsWith('link.')) return link(row);
    if (kind.startsWith('machine.')) return machine(row);
    return other(row);
  }

  private frame([, , node, , kind, values]: TraceRow): [SubjectKind, string, string] | undefined {
    if (kind === 'frame.sent' && values[0].startsWith('client:') && values[1] === 'ba') {
      this.frames.set(values[2], values[3]);
    } else if (kind === 'frame.changed' && this.frames.has(values[2])) {
      this.frames.set(values[2], values[4]);
    } else if (kind === 'frame.dropped') {
      this.frames.delete(values[2]);
    } else if (kind === 'frame.delivered') {
      const text = this.frames.get(values[2]);
      this.frames.delete(values[2]);
      // Stream headers and what belongs to the login are not what somebody was told.
      if (text && /^<(message|presence|iq)\b/.test(text))
        return ['client', node.replace('client:', ''), text];
    }
    return undefined;
  }
}

/** All connections of a route count as one: how many there have been is told by their order. */
function link([, , , , kind, values]: TraceRow): [SubjectKind, string, string] | undefined {
  const route = String(values[0]).replace(/#\d+$/, '');
  switch (kind) {
    case 'link.opened':
    case 'link.timedOut':
    case 'link.closed':
      return ['route', route, kind];
    case 'link.failed':
    case 'link.fin':
    case 'link.reset':
      return ['route', route, `${kind} ${values[1]}`];
    default:
      return undefined;
  }
}

/** Those of a single connection are told by the route. */
function machine([, , , , kind, values]: TraceRow): [SubjectKind, string, string] | undefined {
  if (kind !== 'machine.transition') return undefined;
  const [name, instance, , state] = values;
  if (name === 'node') return ['node', instance.replace('/process', ''), state];
  if (name === 'fault' || /#\d+$|_\d+_/.test(instance)) return undefined;
  return ['machine', instance, state];
}

function other([, , , , kind, values]: TraceRow): [SubjectKind, string, string] | undefined {
  switch (kind) {
    case 'rooms.verdict':
      return ['rooms', values[0], values[2] === '' ? values[1] : `${values[1]} ${values[2]}`];
    case 'fault.applied':
    case 'fault.healed':
      return ['fault', values[2] || 'lab', `${kind} ${values[1]}`];
    case 'node.log':
      return ['log', '', `${values[0]} ${values[1]} ${values[2]}`];
    default:
      return undefined;
  }
}
