/** Cuts the text of a filter into tokens, each with its place. Never throws: what is no token becomes an issue. */

export type FilterIssueCode =
  | 'unknown-field'
  | 'missing-value'
  | 'missing-term'
  | 'open-quote'
  | 'open-paren'
  | 'stray-paren'
  | 'not-a-number'
  | 'not-comparable'
  | 'unknown-kind'
  | 'too-deep';

export interface FilterIssue {
  code: FilterIssueCode;
  /** First character, from 0, and the one behind the last. */
  from: number;
  to: number;
  /** The text that it is about. */
  what: string;
}

export type Operator = ':' | '=' | '!=' | '~' | '!~' | '<' | '<=' | '>' | '>=';

export interface FilterToken {
  is: '(' | ')' | 'and' | 'or' | 'not' | 'text' | 'field';
  from: number;
  to: number;
  /** Of `text`: what to find. */
  value: string;
  /** Of `field`. */
  field: string;
  operator: Operator;
  /** Where the value begins. */
  valueFrom: number;
  /** Whether the value was in quotes: then `*` and `..` are only signs. */
  quoted: boolean;
}

const FIELD = /([A-Za-z][\w.-]*)(:|!=|!~|~|<=|>=|<|>|=)/y;
const WORD = /[^\s()]+/y;
const JOINERS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  and: 'and',
  '&&': 'and',
  or: 'or',
  '||': 'or',
  not: 'not',
  '!': 'not',
};

export function filterTokens(text: string, issues: FilterIssue[]): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, issues);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function tokenAt(text: string, from: number, issues: FilterIssue[]): FilterToken {
  const plain = {
    from,
    to: from + 1,
    value: '',
    field: '',
    operator: ':' as const,
    valueFrom: from,
    quoted: false,
  };
  const sign = text[from] ?? '';
  if (sign === '(' || sign === ')') return { ...plain, is: sign };
  if (sign === '!' && text[from + 1] !== undefined && /[\w("]/.test(text[from + 1] ?? ''))
    return { ...plain, is: 'not' };
  FIELD.lastIndex = from;
  const head = FIELD.exec(text);
  if (head) {
    const valueFrom = FIELD.lastIndex;
    const value = valueAt(text, valueFrom, issues);
    const [, field = '', operator = ':'] = head;
    return { ...plain, ...value, is: 'field', field, operator: operator as Operator, valueFrom };
  }
  const value = valueAt(text, from, issues);
  const joiner = value.quoted || !Object.hasOwn(JOINERS, value.value) ? undefined : JOINERS[value.value];
  return { ...plain, ...value, is: joiner ?? 'text' };
}

function valueAt(
  text: string,
  from: number,
  issues: FilterIssue[],
): { value: string; to: number; quoted: boolean } {
  if (text[from] !== '"') {
    WORD.lastIndex = from;
    const value = WORD.exec(text)?.[0] ?? '';
    return { value, to: from + value.length, quoted: false };
  }
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '"') return { value, to: at + 1, quoted: true };
    if (text[at] === '\\' && at + 1 < text.length) at += 1;
    value += text[at] ?? '';
  }
  issues.push({ code: 'open-quote', from, to: text.length, what: text.slice(from) });
  return { value, to: text.length, quoted: true };
}
