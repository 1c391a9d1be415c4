import fc from 'fast-check';

const PIECES = ['a', '=', ':', ' ', '\\', '\n', '\r', '\r\n', '#', '!', '\\u0041', '\\u', ',', '\t', '\f'];

/** Texts in which everything that the grammar of properties files knows stands at any place. */
export const anyProperties: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES, '--x', '\\\n', '\\\r\n  ', '\uFEFF', '[a,b]', '/'), { maxLength: 40 })
  .map((parts) => parts.join(''));
