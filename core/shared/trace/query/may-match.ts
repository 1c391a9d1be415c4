/** Whether a part of a trace can hold anything that a filter means, by what is known to occur in it. */
import { wordTest, type FilterExpression, type FilterTerm } from './filter-expression.js';

type Term<Is extends FilterTerm['is']> = Extract<FilterTerm, { is: Is }>;

/** What an index knows of some rows in a row. */
export interface KnownRows {
  firstSeq: number;
  lastSeq: number;
  /** µs; undefined: not known. */
  firstTime: number | undefined;
  lastTime: number | undefined;
  /** False only when no row has that value in that field. */
  mayHave(field: string, value: string): boolean;
}

/** Fields whose values an index knows. */
export const INDEXED_FIELDS: ReadonlySet<string> = new Set([
  ...['kind', 'node', 'link', 'machine', 'instance', 'state', 'stanza.id', 'stanza.from', 'stanza.to'],
]);

/** False only when no row can match. */
export function mayMatch(expression: FilterExpression, rows: KnownRows): boolean {
  switch (expression.is) {
    case 'all':
      return expression.of.every((part) => mayMatch(part, rows));
    case 'any':
      return expression.of.some((part) => mayMatch(part, rows));
    case 'oneOf':
      return expression.values.some((value) => rows.mayHave(expression.field, value));
    case 'word':
      return wordMayMatch(expression, rows);
    case 'family':
      return rows.lastSeq >= expression.seq;
    case 'range':
      return rangeMayMatch(expression, rows);
    case 'not':
    case 'has':
      return true;
  }
}

function wordMayMatch({ field, value, literal }: Term<'word'>, rows: KnownRows): boolean {
  const isPattern = !literal && value.includes('*');
  return isPattern || !INDEXED_FIELDS.has(field) || rows.mayHave(field, value);
}

function rangeMayMatch({ field, from, to }: Term<'range'>, rows: KnownRows): boolean {
  if (field === 'seq') return rows.lastSeq >= from && rows.firstSeq <= to;
  const { firstTime, lastTime } = rows;
  if (field !== 'time' || firstTime === undefined || lastTime === undefined) return true;
  return lastTime >= from && firstTime <= to;
}

/**
 * A filter for `mayMatch` alone, with every pattern written out as the values that it stands for.
 * @param valuesOf all values of a field, in all rows that will be asked about; undefined: not known
 */
export function writtenOut(
  expression: FilterExpression,
  valuesOf: (field: string) => ReadonlySet<string> | undefined,
): FilterExpression {
  if (expression.is === 'all' || expression.is === 'any')
    return { is: expression.is, of: expression.of.map((part) => writtenOut(part, valuesOf)) };
  if (expression.is !== 'word' || expression.literal || !expression.value.includes('*')) return expression;
  const { field, value } = expression;
  const known = valuesOf(field);
  return known ? { is: 'oneOf', field, values: [...known].filter(wordTest(value)) } : expression;
}
