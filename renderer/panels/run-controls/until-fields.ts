/** What the dialog “Run until” holds, and how far a run goes by it. */
import { MOST_RUN_EVENTS } from '#core/shared/api/run-bounds.js';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';

export type RunOn = CommandArgs<'clock.runUntil'>;

export const UNTIL_KINDS = ['seq', 'time', 'event', 'stanza', 'machine', 'node'] as const;
export type UntilKind = (typeof UNTIL_KINDS)[number];

export interface UntilFields {
  kind: UntilKind;
  seq: string;
  /** Lab time in ms. */
  time: string;
  /** In the language of docs/trace-filter.md. */
  filter: string;
  element: string;
  contains: string;
  machine: string;
  instance: string;
  state: string;
  /** Of `node` and `machine`. */
  node: string;
  /** What ends a run whose wish never comes true: events more, and seconds of lab time from now. */
  mostEvents: string;
  mostSeconds: string;
}

export const BLANK: UntilFields = {
  kind: 'seq',
  seq: '',
  time: '',
  filter: '',
  element: '',
  contains: '',
  machine: '',
  instance: '',
  state: '',
  node: '',
  mostEvents: '100000',
  mostSeconds: '3600',
};

const LATEST_MS = 1e12;

/** Whether a run of that kind needs bounds: lab time comes by itself. */
export function isBounded(kind: UntilKind): boolean {
  return kind !== 'time';
}

/** What the host is asked for; undefined: something is missing or cannot be read. */
export function runOf(fields: UntilFields): RunOn | undefined {
  const clean = trimmed(fields);
  const wish = wishOf(clean);
  if (!wish || !isBounded(clean.kind)) return wish;
  const [events, forMs] = [Number(clean.mostEvents), Number(clean.mostSeconds) * 1000];
  const isCount = Number.isInteger(events) && events > 0 && events <= MOST_RUN_EVENTS;
  return isCount && forMs > 0 && forMs <= LATEST_MS ? { ...wish, events, forMs } : undefined;
}

function wishOf(fields: UntilFields): RunOn | undefined {
  const { kind, seq, time, filter, element, contains, machine, instance, state, node } = fields;
  switch (kind) {
    case 'seq':
      return Number.isSafeInteger(Number(seq)) && Number(seq) > 0 ? { seq: Number(seq) } : undefined;
    case 'time':
      return time !== '' && Number(time) >= 0 && Number(time) <= LATEST_MS
        ? { time: Number(time) }
        : undefined;
    case 'event':
      return filter !== '' && parseFilter(filter).issues.length === 0 ? { event: filter } : undefined;
    case 'stanza':
      return element || contains ? { stanza: given({ name: element, contains }) } : undefined;
    case 'machine':
      return state ? { machine: { ...given({ machine, instance, node }), state } } : undefined;
    case 'node':
      return node ? { node } : undefined;
  }
}

function trimmed(fields: UntilFields): UntilFields {
  const { kind, ...texts } = fields;
  const clean = { ...texts };
  for (const name of Object.keys(texts) as (keyof typeof texts)[]) clean[name] = texts[name].trim();
  return { kind, ...clean };
}

/** Without those that are empty. */
function given<Name extends string>(values: Record<Name, string>): Partial<Record<Name, string>> {
  const filled = Object.entries<string>(values).filter(([, value]) => value !== '');
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
