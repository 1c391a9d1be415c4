import fc from 'fast-check';
import { anyText } from './any-text.js';
import { describe, expect, it } from 'vitest';
import { parseLabYaml } from '#core/shared/config/lab-yaml.js';

const problems = (text: string) => {
  const result = parseLabYaml('lab.yaml', text);
  return result.ok
    ? []
    : result.problems.map(
        ({ code, range, params }) => `${code} ${range.line}:${range.column} ${params['key'] ?? ''}`,
      );
};

describe('parseLabYaml', () => {
  it('reads every setting', () => {
    const text = `
hosts: { db: 127.0.9.9, gone: 192.0.2.7, six: "::1" }
processes:
  muc1: { hostname: host-a, address: 127.0.5.1, seenAs: { server2: 10.0.9.1 } }
users:
  strict: true
  accounts: [{ jid: alice@example.org, password: "1" }]
quirks: { fin-unnoticed: off, lab-scram: true }
lint: { off: [E20] }
standIns: { com.pajk.X: missing }
errorCodes: { ERROR_TH: { code: 4031, type: cancel, text: 登陆过于频繁或者流量过大 } }
canvas: { muc1: { x: 10, y: -4.5 } }
`;
    expect(parseLabYaml('lab.yaml', text)).toEqual({
      ok: true,
      value: {
        hosts: { db: '127.0.9.9', gone: '192.0.2.7', six: '::1' },
        processes: { muc1: { hostname: 'host-a', address: '127.0.5.1', seenAs: { server2: '10.0.9.1' } } },
        users: { strict: true, accounts: [{ jid: 'alice@example.org', password: '1' }] },
        quirks: { 'fin-unnoticed': false, 'lab-scram': true },
        lint: { off: ['E20'] },
        standIns: { 'com.pajk.X': 'missing' },
        errorCodes: { ERROR_TH: { code: 4031, type: 'cancel', text: '登陆过于频繁或者流量过大' } },
        canvas: { muc1: { x: 10, y: -4.5 } },
      },
    });
  });

  it('has defaults for everything', () => {
    expect(parseLabYaml('lab.yaml', '# nothing')).toMatchObject({
      ok: true,
      value: { hosts: {}, users: { strict: false } },
    });
    expect(parseLabYaml('lab.yaml', 'users: strict')).toMatchObject({
      ok: true,
      value: { users: { strict: true, accounts: [] } },
    });
  });

  it.each([
    ['hosts: {}\nhostz: {}', 'Y2 2:1 hostz'],
    ['processes:\n  a:\n    hostnme: x', 'Y2 3:5 processes.a.hostnme'],
    ['users:\n  strikt: true', 'Y2 2:3 users.strikt'],
    ['users:\n  accounts:\n    - { jid: nobody, password: x }', 'Y3 3:14 users.accounts.0.jid'],
    ['hosts:\n  db: 10.0.0.1', 'Y4 2:7 hosts.db'],
    ['processes: { a: { address: 192.0.2.1 } }', 'Y4 1:28 processes.a.address'],
    ['quirks: { x: maybe }', 'Y3 1:14 quirks.x'],
    ['standIns: { x: gone }', 'Y3 1:16 standIns.x'],
    ['errorCodes: { X: { code: 1, type: cancel } }', 'Y3 1:15 errorCodes.X.text'],
    ['just text', 'Y3 1:1 '],
    ['a: [', 'Y1 1:5 '],
    ['a: 1\na: 2', 'Y1 2:1 '],
  ])('%j', (text, problem) => expect(problems(text)).toContain(problem));

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => Array.isArray(problems(text))),
      { numRuns: 100 },
    );
    expect(problems('['.repeat(5_000))[0]).toMatch(/^Y1/);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((n, i) => `${n}: &${n} [${`*${'abcdefgh'[i]},`.repeat(9)}]`).join('\n')}`;
    expect(problems(bomb).length).toBeGreaterThan(0);
  });
});
