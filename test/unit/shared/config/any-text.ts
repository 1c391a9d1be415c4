import fc from 'fast-check';

/** Any sequence of UTF-16 code units, lone surrogates included; half of the units are ASCII. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
