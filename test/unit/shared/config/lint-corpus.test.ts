import { describe, expect, it } from 'vitest';
import { LINT_RULES } from '#core/shared/config/lint/rules.js';
import { applyFix, corpusCases, lintCase, placesOf, type CorpusCase } from './lint-corpus-support.js';

const CASES = corpusCases();
const BROKEN = CASES.filter(({ kind }) => kind === 'broken');
const RIGHT = CASES.filter(({ kind }) => kind === 'right');

/** Codes of findings, sorted, so that two lists can be compared as sets with repetitions. */
function codesOf(found: CorpusCase): string[] {
  return lintCase(found).map(({ code }) => code);
}

/** What the second list has more than the first. */
function more(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('the corpus of the linter', () => {
  it('has a broken and a right topology for every rule, and none for what is no rule', () => {
    const codes = LINT_RULES.map(({ code }) => code).sort();
    expect([...new Set(BROKEN.map(({ code }) => code))].sort()).toEqual(codes);
    expect([...new Set(RIGHT.map(({ code }) => code))].sort()).toEqual(codes);
  });

  it('has each code once among the rules', () => {
    const codes = LINT_RULES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  describe('broken', () => {
    it.each(BROKEN)('$name: fires where it should, and nothing else does', (broken) => {
      expect(placesOf(broken)).toEqual(broken.expected);
      expect(codesOf(broken)).toContain(broken.code);
    });
  });

  describe('right', () => {
    it.each(RIGHT)('$name: every rule is silent', (right) => {
      expect(placesOf(right)).toEqual([]);
    });
  });

  describe('quick fixes', () => {
    const fixable = BROKEN.flatMap((broken) =>
      lintCase(broken).flatMap(({ code, fix }, index) =>
        fix === undefined ? [] : [{ name: `${broken.name} ${code} ${index + 1}`, broken, code, fix }],
      ),
    );

    it.each(fixable)('$name: removes its finding and adds none', ({ broken, code, fix }) => {
      const before = codesOf(broken);
      const after = codesOf(applyFix(broken, fix));
      const rest = before.filter((_, index) => index !== before.indexOf(code));
      expect(more(rest, after)).toEqual([]);
    });
  });
});
