/** The text of a filter → what it means. docs/trace-filter.md describes the language. */
import {
  EVERYTHING,
  FILTER_FIELDS,
  NUMBER_FIELDS,
  wordTest,
  type FilterExpression,
} from './filter-expression.js';
import { filterTokens, type FilterIssue, type FilterIssueCode, type FilterToken } from './filter-lexer.js';
import { TRACE_KINDS } from '../trace-schema.js';

export interface ParsedFilter {
  /** Of a text with issues: what could be understood. */
  expression: FilterExpression;
  /** In the order of the text; empty: the filter is good. */
  issues: FilterIssue[];
}

const DEEPEST = 50;
const KNOWN = new Set(FILTER_FIELDS);
/** µs of each unit that a time may have; without one, ms are meant. */
const UNITS: Readonly<Record<string, number>> = {
  us: 1,
  µs: 1,
  '': 1000,
  ms: 1000,
  s: 1e6,
  m: 60e6,
  min: 60e6,
  h: 3600e6,
};

/** Never throws. An empty text means every event. */
export function parseFilter(text: string): ParsedFilter {
  const issues: FilterIssue[] = [];
  const parser = new Parser(filterTokens(text, issues), text.length, issues);
  const expression = parser.whole();
  issues.sort((left, right) => left.from - right.from);
  return { expression, issues };
}

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly FilterToken[];
  private readonly end: number;
  private readonly issues: FilterIssue[];

  constructor(tokens: readonly FilterToken[], end: number, issues: FilterIssue[]) {
    this.tokens = tokens;
    this.end = end;
    this.issues = issues;
  }

  whole(): FilterExpression {
    const parts: FilterExpression[] = [];
    while (this.at < this.tokens.length) {
      parts.push(this.either());
      const token = this.tokens[this.at];
      if (token?.is !== ')') continue;
      this.issue('stray-paren', token, ')');
      this.at += 1;
    }
    return joined('all', parts);
  }

  private either(): FilterExpression {
    const parts = [this.both()];
    while (this.take('or')) parts.push(this.both());
    return joined('any', parts);
  }

  private both(): FilterExpression {
    const parts: FilterExpression[] = [this.single()];
    for (;;) {
      const next = this.tokens[this.at]?.is;
      if (next === undefined || next === 'or' || next === ')') return joined('all', parts);
      this.take('and');
      parts.push(this.single());
    }
  }

  private single(): FilterExpression {
    const token = this.tokens[this.at];
    if (!token || token.is === 'or' || token.is === 'and' || token.is === ')') return this.nothing(token);
    this.at += 1;
    if (token.is === 'text') return { is: 'has', field: 'text', value: token.value };
    if (token.is === 'field') return this.term(token);
    if (this.depth >= DEEPEST) {
      this.issue('too-deep', token, '');
      this.at = this.tokens.length;
      return EVERYTHING;
    }
    this.depth += 1;
    const inner = token.is === 'not' ? ({ is: 'not', of: this.single() } as const) : this.group(token);
    this.depth -= 1;
    return inner;
  }

  /** Where a term should stand, there is none. */
  private nothing(token: FilterToken | undefined): FilterExpression {
    if (token?.is === 'and') this.at += 1;
    const place = token ?? { from: this.end, to: this.end };
    // A parenthesis that nothing has opened is named by `whole`.
    if (token?.is !== ')' || this.depth > 0) this.issue('missing-term', place, token?.is ?? '');
    return EVERYTHING;
  }

  private group(open: FilterToken): FilterExpression {
    const inner = this.either();
    if (!this.take(')')) this.issue('open-paren', open, '(');
    return inner;
  }

  private term(token: FilterToken): FilterExpression {
    const { field, operator, value, valueFrom, quoted } = token;
    if (!KNOWN.has(field)) {
      this.issue('unknown-field', { from: token.from, to: token.from + field.length }, field);
      return EVERYTHING;
    }
    const place = { from: valueFrom, to: Math.max(token.to, valueFrom) };
    if (!value && !quoted) {
      this.issue('missing-value', { from: token.from, to: place.to }, field);
      return EVERYTHING;
    }
    if (operator === '!=' || operator === '!~') {
      return { is: 'not', of: this.plain(field, operator === '!=' ? '=' : '~', value, quoted, place) };
    }
    return this.plain(field, operator, value, quoted, place);
  }

  private plain(
    field: string,
    operator: string,
    value: string,
    quoted: boolean,
    place: { from: number; to: number },
  ): FilterExpression {
    if (operator === '~') return { is: 'has', field, value };
    if (field === 'cause' || NUMBER_FIELDS.has(field)) return this.numeric(field, operator, value, place);
    if (isComparing(operator)) this.issue('not-comparable', place, field);
    if (field === 'text') return { is: 'has', field, value };
    if (field === 'kind') return this.kinds(value, place);
    return quoted ? { is: 'word', field, value, literal: true } : { is: 'word', field, value };
  }

  private numeric(
    field: string,
    operator: string,
    value: string,
    place: { from: number; to: number },
  ): FilterExpression {
    const range = rangeOf(field, operator, value);
    if (!range) {
      const isPattern =
        !isComparing(operator) && value.includes('*') && field !== 'cause' && field !== 'time';
      if (isPattern) return { is: 'word', field, value };
      this.issue('not-a-number', place, value);
      return EVERYTHING;
    }
    if (field !== 'cause') return { is: 'range', field, ...range };
    if (range.from !== range.to) this.issue('not-comparable', place, field);
    return { is: 'family', seq: range.from };
  }

  private kinds(value: string, place: { from: number; to: number }): FilterExpression {
    const test = wordTest(value);
    const values = TRACE_KINDS.filter(test);
    if (values.length === 0) this.issue('unknown-kind', place, value);
    return { is: 'oneOf', field: 'kind', values };
  }

  private take(what: FilterToken['is']): boolean {
    if (this.tokens[this.at]?.is !== what) return false;
    this.at += 1;
    return true;
  }

  private issue(code: FilterIssueCode, { from, to }: { from: number; to: number }, what: string): void {
    this.issues.push({ code, from, to, what });
  }
}

function isComparing(operator: string): boolean {
  return operator !== ':' && operator !== '=';
}

function joined(is: 'all' | 'any', of: FilterExpression[]): FilterExpression {
  const [only] = of;
  return of.length === 1 && only ? only : { is, of };
}

/** `5`, `5..9`, `5..`, `..9`, or what an operator says of one number; both ends included. */
function rangeOf(field: string, operator: string, value: string): { from: number; to: number } | undefined {
  const number = (text: string): number | undefined => numberOf(field, text);
  const dots = value.indexOf('..');
  if (dots >= 0 && (operator === ':' || operator === '=')) {
    const [left, right] = [value.slice(0, dots), value.slice(dots + 2)];
    const from = left ? number(left) : -Infinity;
    const to = right ? number(right) : Infinity;
    return from === undefined || to === undefined || !(left || right) ? undefined : { from, to };
  }
  const one = number(value);
  if (one === undefined) return undefined;
  if (operator === '<') return { from: -Infinity, to: one - 1 };
  if (operator === '<=') return { from: -Infinity, to: one };
  if (operator === '>') return { from: one + 1, to: Infinity };
  if (operator === '>=') return { from: one, to: Infinity };
  return { from: one, to: one };
}

function numberOf(field: string, text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,6})?)([a-zµ]*)$/.exec(text) ?? [];
  if (!digits) return undefined;
  if (field !== 'time') return unit || digits.includes('.') ? undefined : Number(digits);
  const scale = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return scale === undefined ? undefined : Math.round(Number(digits) * scale);
}
