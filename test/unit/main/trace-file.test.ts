import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NotATrace, TraceFile } from '#main/cli/trace-file.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'trace-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = path.join(folder, `${Math.random()}.ndjson`);
  writeFileSync(file, text);
  return file;
}

const line = (seq: number): string =>
  `${JSON.stringify([seq, seq * 10, 'server1', 0, 'node.log', ['INFO', 'l', `é${seq}`]])}\n`;

describe('a trace in a file', () => {
  it.each([1, 255, 256, 257, 1000])('of %i rows gives any range', (count) => {
    let text = '';
    for (let seq = 1; seq <= count; seq += 1) text += line(seq);
    const file = new TraceFile(written(text));
    expect(file.length).toBe(count);
    for (const [from, to] of [
      [1, count],
      [count, count + 5],
      [Math.ceil(count / 2), count],
      [-3, 2],
    ] as const) {
      const rows = file.range(from, to);
      expect(rows.map(([seq]) => seq)).toEqual(
        Array.from(
          { length: Math.min(to, count) - Math.max(1, from) + 1 },
          (_, at) => Math.max(1, from) + at,
        ),
      );
    }
    file.close();
  });

  it.each([
    ['', 1],
    ['hello\n', 1],
    ['[1,2]\n', 1],
    [`${line(2)}`, 1],
  ])('%j is none', (text, at) => {
    expect(() => new TraceFile(written(text))).toThrow(new NotATrace(at));
  });

  it('that breaks off in the middle says where, when it comes to it', () => {
    const file = new TraceFile(written(`${line(1)}${line(2)}[3,\n`));
    expect(() => file.range(1, 3)).toThrow(new NotATrace(3));
    file.close();
  });
});
