/** What the dialog “Run until” holds, and how far a run goes by it. */
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
};

const LATEST_MS = 1e12;

/** What the host is asked for; undefined: something is missing or cannot be read. */
export function runOf(fields: UntilFields): RunOn | undefined {
  const { kind, seq, time, filter, element, contains, machine, instance, state, node } = trimmed(fields);
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
