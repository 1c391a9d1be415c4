import { describe, expect, it } from 'vitest';
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { renderFinding } from '#core/shared/text/render-finding.js';
import { build, example, seedWith } from './topology-support.js';

/** Codes of the findings in one file of the seed, each once. */
function codes(profile: TigaseVersion, process: string, texts = example('seed')): string[] {
  const findings = lintTopology(build(texts), { profile });
  return [
    ...new Set(
      findings.filter(({ range }) => range.file === `${process}.properties`).map(({ code }) => code),
    ),
  ].sort();
}

/** The reason given for the first finding of a code. */
function why(profile: TigaseVersion, code: string, texts: Record<string, string>): string {
  const found = lintTopology(build(texts), { profile }).find((finding) => finding.code === code);
  return found === undefined ? '' : renderFinding('en', found).why;
}

describe('what the version changes', () => {
  const everywhere = ['C15', 'C21', 'C22', 'C23', 'C26', 'C6', 'E25', 'K22'];

  it.each<[TigaseVersion, string[]]>([
    ['5.1', ['C17', 'K27']],
    ['5.2', ['C17', 'K25', 'K26']],
    ['7.0', ['C17', 'K25', 'K26']],
    ['7.1', ['K25', 'K26']],
  ])('%s: the findings of the seed’s servers', (profile, more) => {
    const found = codes(profile, 'server1');
    for (const code of [...everywhere, ...more]) expect(found).toContain(code);
    for (const code of ['C17', 'K25', 'K26', 'K27'])
      expect([code, found.includes(code)]).toEqual([code, more.includes(code)]);
  });

  it.each<[TigaseVersion, boolean]>([
    ['5.1', true],
    ['5.2', true],
    ['7.0', true],
    ['7.1', false],
  ])('%s: links are throttled without being asked to: %s', (profile, throttled) => {
    expect(codes(profile, 'muc1').includes('E20')).toBe(throttled);
  });

  it('how long a refused component waits', () => {
    const texts = seedWith('muc1', ':yangguo:', ':other:');
    expect(why('5.2', 'E1', texts)).toContain('every 17 s');
    expect(why('7.1', 'E1', texts)).toContain('every 2 s');
    expect(why('7.0', 'E1', texts)).not.toMatch(/\d s/);
  });

  it('what a node called localhost does', () => {
    const texts = seedWith('server1', 'vm-128-158:y', 'localhost:y');
    expect(why('5.2', 'K7', texts)).toContain('one identity');
    expect(why('7.0', 'K7', texts)).toContain('banner');
  });

  it('which plugins are on by default', () => {
    const plugins = (list: string) => ({ one: `--sm-plugins = ${list}` });
    expect(codes('5.2', 'one', plugins('-pep'))).toEqual(['C21']);
    expect(codes('5.1', 'one', plugins('-pep'))).toEqual([]);
    expect(codes('5.2', 'one', plugins('-presence'))).toEqual(['C15']);
    expect(codes('7.1', 'one', plugins('-presence'))).toEqual(['C21']);
    expect(codes('7.1', 'one', plugins('-presence-state'))).toEqual(['C15']);
    expect(codes('7.1', 'one', plugins('-zlib, -starttls'))).toEqual([]);
    expect(codes('7.0', 'one', plugins('-zlib, -starttls'))).toEqual(['C14']);
  });
});
