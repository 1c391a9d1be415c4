import { TRACE_FIELDS, type TraceKind, type TraceRow } from './trace-schema.js';

/** A trace row as the host API hands it out: named fields, lab time in milliseconds. */
export interface TraceEvent {
  seq: number;
  /** Lab time in ms since the lab was opened. */
  time: number;
  node: string;
  /** `seq` of the event that led to this one; 0: nothing did (a user's command, the boot). */
  cause: number;
  kind: TraceKind;
  data: Record<string, string | number>;
}

export function traceEvent(row: TraceRow): TraceEvent {
  const [seq, micros, node, cause, kind, values] = row;
  const data: Record<string, string | number> = {};
  TRACE_FIELDS[kind].forEach((name, index) => {
    const value = values[index];
    if (value !== undefined) data[name] = value;
  });
  return { seq, time: micros / 1000, node, cause, kind, data };
}
