import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printKey,
  printProperties,
  printProperty,
  printValue,
  type Property,
} from '#core/shared/config/edit/print-properties.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import { anyProperties } from '../any-properties.js';
import { anyText } from '../any-text.js';

const read = (text: string): Property[] =>
  parseInitProperties('f', text).entries.map(({ key, value }) => [key, value]);

/** Tigase hands on what `String.trim` leaves. */
const trimmed = (value: string) => value.replace(/^[\0- ]+|[\0- ]+$/g, '');

describe('printProperties', () => {
  it('escapes what would mean something else', () => {
    expect(printProperty(['a=b:c d#!', ' x = y\\z\n'])).toBe('a\\=b\\:c\\ d\\#\\! = \\ x = y\\\\z\\n');
    expect(printProperty(['\uFEFF\t', '\ud83d中😀'])).toBe('\\ufeff\\t = \\ud83d中😀');
    expect(printKey('--user-db-uri[a.example]')).toBe('--user-db-uri[a.example]');
    expect(printValue('muc.example:secret:listen:5270')).toBe('muc.example:secret:listen:5270');
  });

  it('prints any keys and values as what is read again', () => {
    const properties = fc.array(fc.tuple(anyText, anyText), { maxLength: 5 });
    fc.assert(
      fc.property(properties, fc.constantFrom('\n', '\r\n', '\r'), (pairs, newline) => {
        const text = printProperties(pairs, newline);
        const codes = parseInitProperties('f', text).problems.map(({ code }) => code);
        expect(codes.filter((code) => code !== 'X6')).toEqual([]);
        expect(read(text)).toEqual(pairs.map(([key, value]) => [key, trimmed(value)]));
      }),
    );
  });

  it('prints what was read of any text as the same, again and again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyProperties), (text) => {
        const entries = read(text);
        const printed = printProperties(entries);
        expect(read(printed)).toEqual(entries);
        expect(printProperties(read(printed))).toBe(printed);
      }),
    );
  });
});
