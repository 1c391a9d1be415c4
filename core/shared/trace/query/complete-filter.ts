/** What may stand at a place in the text of a filter. */
import { TRACE_KINDS } from '../trace-schema.js';
import { FILTER_FIELDS } from './filter-expression.js';
import { filterTokens } from './filter-lexer.js';

/** Names that occur in the lab now. */
export interface FilterVocabulary {
  nodes: readonly string[];
  links: readonly string[];
  machines: readonly string[];
  instances: readonly string[];
  states: readonly string[];
}

export interface FilterCompletion {
  /** The characters that a proposal replaces. */
  from: number;
  to: number;
  /** The likeliest first; one that ends in `:` wants a value behind it. */
  proposals: string[];
}

const MOST = 12;
const AREAS = [...new Set(TRACE_KINDS.map((kind) => `${kind.slice(0, kind.indexOf('.'))}.*`))];
const STANZAS = ['message', 'presence', 'iq', 'cluster', 'stream:stream'];
const WORDS = ['not ', 'or '];

/** @param at place of the cursor, characters from 0 */
export function completeFilter(text: string, at: number, words: FilterVocabulary): FilterCompletion {
  const token = filterTokens(text, []).find(({ from, to }) => from < at && at <= to);
  if (token?.is === 'field' && at >= token.valueFrom) {
    const typed = text.slice(token.valueFrom, at).replace(/^"/, '');
    const values = valuesOf(token.field, words);
    return { from: token.valueFrom, to: token.to, proposals: best(values, typed).map(quoted) };
  }
  if (token && (token.is === '(' || token.is === ')' || token.quoted)) {
    return token.is === '('
      ? { from: at, to: at, proposals: fields('') }
      : { from: at, to: at, proposals: [] };
  }
  if (!token) return { from: at, to: at, proposals: fields('') };
  return { from: token.from, to: token.to, proposals: fields(text.slice(token.from, at)) };
}

function fields(typed: string): string[] {
  const names = [...FILTER_FIELDS.map((name) => `${name}:`), ...WORDS];
  return best(names, typed);
}

function valuesOf(field: string, words: FilterVocabulary): readonly string[] {
  switch (field) {
    case 'kind':
      return [...AREAS, ...TRACE_KINDS];
    case 'node':
      return words.nodes;
    case 'link':
      return words.links;
    case 'machine':
      return words.machines;
    case 'instance':
      return words.instances;
    case 'state':
      return words.states;
    case 'direction':
      return ['ab', 'ba'];
    case 'stanza.name':
      return STANZAS;
    default:
      return [];
  }
}

/** Those that begin with what was typed, then those that contain it; never what is there already, alone. */
function best(values: readonly string[], typed: string): string[] {
  const needle = typed.toLowerCase();
  const begins = values.filter((value) => value.toLowerCase().startsWith(needle));
  const contains = values.filter((value) => value.toLowerCase().indexOf(needle) > 0);
  const all = [...new Set([...begins, ...contains])].slice(0, MOST);
  return all.length === 1 && all[0] === typed ? [] : all;
}

function quoted(value: string): string {
  return /[\s()"]/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
}
