/** A filter as one question to the rows of a trace. */
import { TRACE_FIELDS, type TraceKind, type TraceRow } from '../trace-schema.js';
import { wordTest, type FilterExpression, type FilterTerm } from './filter-expression.js';
import { stanzaHead, type StanzaPart } from './stanza-head.js';

type Test = (row: TraceRow) => boolean;

/** Give it the rows in order, each once, when the filter follows causes (`followsCauses`). */
export function filterTest(expression: FilterExpression): Test {
  const families: Test[] = [];
  const test = testOf(expression, families);
  if (families.length === 0) return test;
  return (row) => {
    // Every row may lengthen a chain, also one that another term keeps out.
    for (const family of families) family(row);
    return test(row);
  };
}

/** The first event from which a filter must be asked of every row; undefined: it may be asked of any row alone. */
export function followsCauses(expression: FilterExpression): number | undefined {
  if (expression.is === 'family') return expression.seq;
  if (expression.is === 'not') return followsCauses(expression.of);
  if (expression.is !== 'all' && expression.is !== 'any') return undefined;
  const starts = expression.of.map(followsCauses).filter((seq) => seq !== undefined);
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

function testOf(expression: FilterExpression, families: Test[]): Test {
  if (expression.is === 'not') {
    const inner = testOf(expression.of, families);
    return (row) => !inner(row);
  }
  if (expression.is === 'all') {
    const tests = expression.of.map((part) => testOf(part, families));
    return (row) => tests.every((test) => test(row));
  }
  if (expression.is === 'any') {
    const tests = expression.of.map((part) => testOf(part, families));
    return (row) => tests.some((test) => test(row));
  }
  return termTest(expression, families);
}

function termTest(term: FilterTerm, families: Test[]): Test {
  if (term.is === 'family') {
    const family = new Set([term.seq]);
    families.push((row) => family.has(row[3]) && row[0] > term.seq && family.add(row[0]) !== undefined);
    return (row) => family.has(row[0]);
  }
  if (term.is === 'oneOf') {
    const values = new Set(term.values);
    if (term.field === 'kind') return (row) => values.has(row[4]);
    return (row) => values.has(String(valueOf(row, term.field)));
  }
  if (term.is === 'range') {
    const { from, to, field } = term;
    return (row) => {
      const value = valueOf(row, field);
      return value !== undefined && Number(value) >= from && Number(value) <= to;
    };
  }
  if (term.is === 'has') return hasTest(term.field, term.value, term.exactCase ?? false);
  if (term.field === 'state') return stateTest(term.value);
  const test = term.literal ? (text: string) => text === term.value : wordTest(term.value);
  return (row) => {
    const value = valueOf(row, term.field);
    return value !== undefined && test(String(value));
  };
}

/** A state inside another one is meant by the outer one's name, too: `connected` by `connected.live`. */
function stateTest(wanted: string): Test {
  const test = wordTest(wanted);
  return (row) => {
    const value = valueOf(row, 'state');
    if (value === undefined) return false;
    const state = String(value);
    return test(state) || state.startsWith(`${wanted}.`);
  };
}

function hasTest(field: string, wanted: string, exactCase: boolean): Test {
  const needle = exactCase ? wanted : wanted.toLowerCase();
  const has = (value: string | number): boolean => {
    const text = String(value);
    return (exactCase ? text : text.toLowerCase()).includes(needle);
  };
  if (field === 'text') return (row) => (row[5] as readonly (string | number)[]).some(has);
  return (row) => {
    const value = valueOf(row, field);
    return value !== undefined && has(value);
  };
}

/** What an event has in a field; undefined when its kind has no such field. */
export function valueOf(row: TraceRow, field: string): string | number | undefined {
  const [seq, time, node, cause, kind, values] = row;
  if (field === 'seq') return seq;
  if (field === 'time') return time;
  if (field === 'node') return node;
  if (field === 'kind') return kind;
  if (field === 'parent' || field === 'cause') return cause;
  if (field.startsWith('stanza.')) {
    const text = textOfFrame(row);
    return text === undefined ? undefined : stanzaHead(text)?.[field.slice(7) as StanzaPart];
  }
  const index = PLACES[kind]?.get(field);
  return index === undefined ? undefined : values[index];
}

/** The stanza that an event carries: only frames that were sent or changed do. */
export function textOfFrame(row: TraceRow): string | undefined {
  if (row[4] === 'frame.sent') return row[5][3];
  if (row[4] === 'frame.changed') return row[5][4];
  return undefined;
}

const PLACES = Object.fromEntries(
  Object.entries(TRACE_FIELDS).map(([kind, names]) => [
    kind,
    new Map((names as readonly string[]).map((name, index) => [name, index])),
  ]),
) as Partial<Record<TraceKind, Map<string, number>>>;
