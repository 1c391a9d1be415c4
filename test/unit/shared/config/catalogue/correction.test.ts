import { describe, expect, it } from 'vitest';
import { correctionOf, takenInstead } from '#core/shared/config/catalogue/correction.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { misfitOf } from '#core/shared/config/catalogue/misfit.js';
import type { ValueGrammar } from '#core/shared/config/catalogue/value-grammar.js';

const YES: ValueGrammar = { type: 'boolean', trueWords: ['true', 'yes', 'on', '1'] };
const NUMBER: ValueGrammar = { type: 'integer', min: 1, max: 9000 };
const PORT: ValueGrammar = { type: 'port', exact: true };
const SIZE: ValueGrammar = { type: 'size' };
const WORD: ValueGrammar = { type: 'choice', values: ['simple', 'libidn', 'empty'] };

describe('what a value was most likely meant to be', () => {
  it.each<[ValueGrammar, string, string]>([
    [YES, 'ture', 'true'],
    [YES, 'tru', 'true'],
    [YES, 'flase', 'false'],
    [YES, 'yess', 'yes'],
    [NUMBER, '5,222', '5222'],
    [NUMBER, '5 222', '5222'],
    [NUMBER, '600L', '600'],
    [PORT, ' 5222', '5222'],
    [PORT, '5_222', '5222'],
    [SIZE, '20 m', '20m'],
    [SIZE, '64KB', '64k'],
    [SIZE, '1,024', '1024'],
    [WORD, 'Simple', 'simple'],
    [WORD, 'libdn', 'libidn'],
  ])('%o: "%s" is "%s"', (grammar, text, meant) => {
    expect(misfitOf(grammar, text)).toBeDefined();
    expect(correctionOf(grammar, text)).toBe(meant);
  });

  it.each<[ValueGrammar, string]>([
    [YES, 'enabled'],
    [YES, 'y'],
    [YES, 'nn'],
    [NUMBER, '1.000'],
    [NUMBER, '12,34'],
    [NUMBER, '99,999'],
    [NUMBER, 'many'],
    [NUMBER, '0'],
    [PORT, '70000'],
    [SIZE, '2 hours'],
    [WORD, 'icu'],
    [{ type: 'choice', values: ['cat', 'car'] }, 'caz'],
    [{ type: 'uri' }, 'mysql'],
  ])('%o: nobody knows what "%s" is', (grammar, text) => {
    expect(correctionOf(grammar, text)).toBeUndefined();
  });
});

describe('what Tigase takes instead', () => {
  const instead = (key: string): string | undefined => {
    const entry = entryForKey(key);
    if (!entry) throw new Error(`no ${key}`);
    return takenInstead(entry);
  };

  it('is the default, where it can be written', () => {
    expect(instead('--net-buff-standard')).toBe('2k');
    expect(instead('--max-queue-size')).toBeUndefined();
    expect(instead('--c2s-ports')).toBeUndefined();
  });
});
