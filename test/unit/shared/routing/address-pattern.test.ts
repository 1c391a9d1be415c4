import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPattern, escapedHost } from '#core/shared/routing/address-pattern.js';

describe('a pattern of a routing table', () => {
  it.each([
    ['.*', '', true],
    ['.*', 'a@b', true],
    ['.+', '', false],
    ['.+', 'x', true],
    ['sm\\.example', 'sm.example', true],
    ['sm\\.example', 'smxexample', false],
    ['sm.example', 'smxexample', true],
    ['.*@sm\\.example', 'sess-man@sm.example', true],
    ['.*@sm\\.example', 'sess-man@sm.example.org', false],
    ['.*\\.sm\\.example', 'a.b.sm.example', true],
    ['.*\\.sm\\.example', 'sm.example', false],
    ['a.*b.*c', 'axbxbxc', true],
    ['a.*b.*c', 'acb', false],
    ['.+a.+', 'aaa', true],
    ['.+a.+', 'aa', false],
    ['a', 'ab', false],
    ['', '', true],
    ['', 'a', false],
    // No regular expression that is understood: as it is written.
    ['(a+)+', '(a+)+', true],
    ['(a+)+', 'aaa', false],
    ['\\d', '1', false],
    ['a\\', 'a\\', true],
  ])('%s %s: %s', (pattern, address, taken) => {
    expect(addressPattern(pattern).matches(address)).toBe(taken);
  });

  it('takes an escaped host and nothing else', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (host, other) => {
        expect(addressPattern(escapedHost(host)).matches(other)).toBe(host === other);
      }),
    );
  });

  it('agrees with the regular expression of the same text', () => {
    const piece = fc.constantFrom('.', '.*', '.+', 'a', 'b', '\\.');
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), letters, (pieces, address) => {
        const text = pieces.join('');
        expect(addressPattern(text).matches(address)).toBe(new RegExp(`^(?:${text})$`).test(address));
      }),
      { numRuns: 2000 },
    );
  });
});
