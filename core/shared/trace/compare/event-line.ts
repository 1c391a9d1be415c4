import { TRACE_FIELDS, type TraceRow } from '../trace-schema.js';
import { plainText } from './plain-text.js';

/** Counters: they are others as soon as anything has come between. */
const COUNTERS: ReadonlySet<string> = new Set(['frame', 'packet']);

/** An event without its number, time, cause and counters: two of one line are the same event in two runs. */
export function eventLine([, , , , kind, values]: TraceRow): string {
  const said = TRACE_FIELDS[kind].flatMap((name, index) => (COUNTERS.has(name) ? [] : [values[index]]));
  return plainText(said.join(' '));
}

export function eventKey(row: TraceRow): string {
  return `${row[2]} ${row[4]} ${eventLine(row)}`;
}
