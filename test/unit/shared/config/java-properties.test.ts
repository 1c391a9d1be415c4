/** `java.util.Properties` itself has read these texts; how: test/fixtures/java-properties/README.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInitProperties } from '#core/shared/config/init-properties.js';

interface Reading {
  text: string;
  throws?: true;
  entries?: [key: string, value: string][];
}

const NDJSON = new URL('../../../fixtures/java-properties/files.ndjson', import.meta.url);
const readings = readFileSync(NDJSON, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Reading);

/** `String.trim`, which Tigase has done to every value (§1.1). */
const trimmed = (value: string) => value.replace(/^[\0- ]+|[\0- ]+$/g, '');
const BOM = '\uFEFF';

function ours(text: string) {
  const { entries, problems } = parseInitProperties('f', text);
  return {
    entries: new Map(entries.map(({ key, value }) => [key, value])),
    codes: problems.map(({ code }) => code),
  };
}

describe('1,000 texts that java.util.Properties has read', () => {
  it('are 1,000 different ones, some of which it refuses', () => {
    expect(new Set(readings.map(({ text }) => text)).size).toBe(1000);
    expect(readings.filter((reading) => reading.throws).length).toBeGreaterThan(50);
  });

  it('are refused where X2 says so', () => {
    for (const { text, throws } of readings) {
      expect(ours(text).codes.includes('X2'), JSON.stringify(text)).toBe(throws === true);
    }
  });

  it('have the keys and values that the reader gives, the last one of a key', () => {
    for (const { text, entries } of readings) {
      if (entries === undefined || text.startsWith(BOM)) continue;
      const expected = new Map(entries.map(([key, value]) => [key, trimmed(value)]));
      expect(ours(text).entries, JSON.stringify(text)).toEqual(expected);
    }
  });

  it('lose their first line to a byte-order mark in Java, of which X3 warns', () => {
    for (const { text, entries } of readings.filter((reading) => reading.text.startsWith(BOM))) {
      const { entries: read, codes } = ours(text);
      expect(codes).toContain('X3');
      for (const [key, value] of entries ?? []) {
        if (!key.startsWith(BOM)) expect(read.get(key), JSON.stringify(text)).toBe(trimmed(value));
      }
    }
  });
});
