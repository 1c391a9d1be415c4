import type { TraceRow } from '../trace-schema.js';
import { plainText } from './plain-text.js';

/** What a story is told of. */
export const SUBJECT_KINDS = [
  'client',
  'room',
  'fault',
  'link',
  'listener',
  'machine',
  'component',
  'node',
  'lab',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** One sentence of the story of a subject, without numbers, times and ids that differ from run to run. */
export interface Told {
  kind: SubjectKind;
  subject: string;
  line: string;
}

const ROOM_MACHINES = new Set(['room', 'occupant']);

/** Name of the client whose node that is; undefined: it is a process. */
export function clientOf(node: string): string | undefined {
  return node.startsWith('client:') ? node.slice('client:'.length) : undefined;
}

/**
 * What a row adds to whose story; undefined: it is on the way between two things that count.
 * @param text of the frame that a `frame.*` row is about
 */
export function subjectOf(row: TraceRow, text: string): Told | undefined {
  const kind = row[4];
  if (kind.startsWith('link.') || kind.startsWith('frame.')) return onALink(row, text);
  if (kind.startsWith('listener.')) return listenerTold(row);
  return kind.startsWith('machine.') ? machineTold(row) : otherTold(row);
}

function otherTold([, , node, , kind, values]: TraceRow): Told | undefined {
  switch (kind) {
    case 'node.log':
      return { kind: 'node', subject: node, line: plainText(`${values[0]} ${values[1]}: ${values[2]}`) };
    case 'node.console':
      return { kind: 'node', subject: node, line: plainText(values[0]) };
    case 'fault.applied':
      return { kind: 'fault', subject: `${values[1]} ${values[2]}`, line: `${kind} ${values[3]}` };
    case 'fault.healed':
      return { kind: 'fault', subject: `${values[1]} ${values[2]}`, line: kind };
    case 'rooms.verdict':
      return { kind: 'room', subject: values[0], line: [kind, ...values.slice(1)].join(' ') };
    case 'packet.dropped':
      return { kind: 'component', subject: `${node} ${values[0]}`, line: `${kind} ${plainText(values[2])}` };
    case 'lab.error':
      return { kind: 'lab', subject: 'lab', line: values.join(': ') };
    default:
      return undefined;
  }
}

function listenerTold([, , node, , kind, values]: TraceRow): Told {
  const failure = kind === 'listener.failed' ? ` ${values[3]}` : '';
  return { kind: 'listener', subject: `${node} ${values[0]}:${values[2]}`, line: `${kind}${failure}` };
}

function machineTold([, , , , kind, values]: TraceRow): Told | undefined {
  if (kind === 'machine.started') return stateTold(values[0], values[1], values[2]);
  if (kind === 'machine.transition') return stateTold(values[0], values[1], values[3]);
  return kind === 'machine.stopped' ? stateTold(values[0], values[1], kind) : undefined;
}

function stateTold(machine: string, instance: string, state: string): Told {
  const kind = ROOM_MACHINES.has(machine) ? 'room' : 'machine';
  return { kind, subject: plainText(instance), line: state };
}

function onALink([, , node, , kind, values]: TraceRow, text: string): Told | undefined {
  const link = String(values[0]);
  if (kind === 'frame.delivered') {
    const client = clientOf(node);
    return client === undefined ? undefined : { kind: 'client', subject: client, line: plainText(text) };
  }
  if (kind === 'frame.dropped')
    return { kind: 'link', subject: link, line: plainText(`${kind} ${values[3]}: ${text}`) };
  if (kind.startsWith('frame.')) return undefined;
  const rest = kind === 'link.dialled' ? [] : values.slice(1);
  return { kind: 'link', subject: link, line: plainText([kind, ...rest].join(' ')) };
}
