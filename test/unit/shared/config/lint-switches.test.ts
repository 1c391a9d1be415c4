import { describe, expect, it } from 'vitest';
import { READER_CODES } from '#core/shared/config/lint/reader-codes.js';
import { en } from '#core/shared/text/en.js';
import { found } from './topology-support.js';

const TEXT = ['--aaa-bbb = 1', '--aaa-ccc = \\', '  2', '--aaa-ddd = 3'];

/** What C20 says of TEXT with a comment above one of its lines. */
function withComment(comment: string, above: number): string[] {
  const lines = [...TEXT.slice(0, above), comment, ...TEXT.slice(above)];
  return found({ one: lines.join('\n') }, 'C20').map((said) => said.replace(/^warning one \d+: /, ''));
}

const ALL = ['--aaa-bbb', '--aaa-ccc', '--aaa-ddd'];

describe('codes of the readers', () => {
  it('are all known, so that they can be switched off', () => {
    const codes = Object.keys(en).flatMap((key) => /^lint\.([XY]\d+)$/u.exec(key)?.[1] ?? []);
    expect([...READER_CODES].sort()).toEqual(codes.sort());
  });
});

describe('switching rules off in a file', () => {
  it('is for the entry below the comment', () => {
    expect(withComment('# lint: off C20', 0)).toEqual(ALL.slice(1));
    expect(withComment('  ! lint:off C16,C20 -- ours', 1)).toEqual(['--aaa-bbb', '--aaa-ddd']);
    expect(withComment('# lint: off C20\n\n# why', 3)).toEqual(ALL.slice(0, 2));
  });

  it('is for the whole file where the comment says so', () => {
    expect(withComment('# lint: off-file C20', 0)).toEqual([]);
    expect(withComment('# lint: off-file C20', 4)).toEqual([]);
  });

  it('is nothing else', () => {
    expect(withComment('# lint: off C16', 0)).toEqual(ALL);
    expect(withComment('# lint: off because -- C20', 0)).toEqual(ALL);
    expect(withComment('# lint: office C20', 0)).toEqual(ALL);
    expect(withComment('# we do not lint: off C20', 0)).toEqual(ALL);
    // A continuation line is no comment.
    expect(withComment('# lint: off-file C20', 2)).toEqual(['--aaa-bbb', '--aaa-ccc', '--aaa-ddd']);
  });
});
