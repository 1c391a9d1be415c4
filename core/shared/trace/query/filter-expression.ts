/** What a filter of the trace means, whichever way it was written down. */
import { TRACE_FIELDS, TRACE_KINDS } from '../trace-schema.js';

/** `word`: equal to a value in which `*` stands for any text, unless it is `literal`; `has`: contains it, in whatever case. */
export type FilterTerm =
  | { is: 'word'; field: string; value: string; literal?: true }
  | { is: 'has'; field: string; value: string; exactCase?: true }
  /** `seq` counts events, `time` is in µs, both ends included. */
  | { is: 'range'; field: string; from: number; to: number }
  | { is: 'oneOf'; field: string; values: readonly string[] }
  /** The event numbered `seq` and everything that it led to. */
  | { is: 'family'; seq: number };

export type FilterExpression =
  | FilterTerm
  | { is: 'all'; of: readonly FilterExpression[] }
  | { is: 'any'; of: readonly FilterExpression[] }
  | { is: 'not'; of: FilterExpression };

export const EVERYTHING: FilterExpression = { is: 'all', of: [] };

export const STANZA_FIELDS = ['stanza.name', 'stanza.id', 'stanza.from', 'stanza.to', 'stanza.type'] as const;

/** Fields that every event has, or that are asked of the event as a whole. */
export const COMMON_FIELDS = ['kind', 'node', 'seq', 'time', 'cause', 'parent', 'text'] as const;

const OWN = new Set(TRACE_KINDS.flatMap((kind) => [...TRACE_FIELDS[kind]] as string[]));

/** Every field name that a filter may use, the commonest first. */
export const FILTER_FIELDS: readonly string[] = [
  ...new Set<string>([
    ...COMMON_FIELDS,
    'link',
    'machine',
    'instance',
    'state',
    ...STANZA_FIELDS,
    ...[...OWN].sort(),
  ]),
];

/** Fields that are numbers: they can be compared, and have ranges. */
export const NUMBER_FIELDS: ReadonlySet<string> = new Set([
  ...['seq', 'time', 'parent', 'frame', 'packet', 'port', 'index', 'size', 'percent', 'seed'],
]);

/** A value in which `*` stands for any text, as a question. */
export function wordTest(value: string): (text: string) => boolean {
  const [head = '', ...rest] = value.split('*');
  const tail = rest.pop();
  if (tail === undefined) return (text) => text === value;
  return (text) => {
    if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length)
      return false;
    let at = head.length;
    const end = text.length - tail.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
