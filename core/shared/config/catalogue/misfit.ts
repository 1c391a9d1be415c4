/** Whether a value fits its grammar, as far as a grammar alone can tell. */
import { parseJid } from '#core/shared/xmpp/jid.js';
import { parsePort } from '../cluster-nodes.js';
import { parseSize } from '../traffic-throttling.js';
import type { ValueGrammar } from './value-grammar.js';

/** What a text is not; `range`: a number, but too small or too large. */
export type Misfit = 'bare-jid' | 'boolean' | 'choice' | 'integer' | 'port' | 'range' | 'size' | 'uri';

const FALSE_WORDS = ['false', 'no', 'off', '0', ''];
/** What `Integer.decode` and `Long.decode` take. */
const INTEGER = /^[+-]?(?:\d{1,18}|0x[\da-f]{1,15})$/i;
const LARGEST_PORT = 65_535;
const URI = /^[a-z][\w+.-]*:/i;

/** @returns undefined for a text that fits, and for grammars that only a rule of their own can judge */
export function misfitOf(grammar: ValueGrammar, text: string): Misfit | undefined {
  switch (grammar.type) {
    case 'boolean':
      return [...grammar.trueWords, ...FALSE_WORDS].includes(text.toLowerCase()) ? undefined : 'boolean';
    case 'integer':
      return integerMisfit(grammar, text);
    case 'size':
      return parseSize(text) === undefined ? 'size' : undefined;
    case 'port':
      return isPort(parsePort(text)) ? undefined : 'port';
    case 'choice':
      return choiceFits(grammar, text) ? undefined : 'choice';
    case 'bare-jid':
      return parseJid(text) === undefined ? 'bare-jid' : undefined;
    case 'uri':
      return URI.test(text) ? undefined : 'uri';
    default:
      return undefined;
  }
}

function isPort(number: number | undefined): boolean {
  return number !== undefined && number >= 0 && number <= LARGEST_PORT;
}

function integerMisfit({ min, max }: { min?: number; max?: number }, text: string): Misfit | undefined {
  if (!INTEGER.test(text)) return 'integer';
  const value = Number(text);
  return value < (min ?? -Infinity) || value > (max ?? Infinity) ? 'range' : undefined;
}

function choiceFits(
  { values, open, anyCase }: Extract<ValueGrammar, { type: 'choice' }>,
  text: string,
): boolean {
  if (open === true) return true;
  return values.includes(text) || (anyCase === true && values.includes(text.toLowerCase()));
}
