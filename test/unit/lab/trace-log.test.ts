import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TraceLog } from '#core/lab/trace-log.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trace-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

function filled(count: number, options: { file?: string } = {}): TraceLog {
  const log = new TraceLog({ now: () => 5, spill: () => path.join(folder, 'spill.jsonl'), ...options });
  for (let index = 1; index <= count; index += 1)
    log.record('node.log', 'n', ['INFO', 'logger', `line ż ${index}`]);
  return log;
}

describe('the trace log', () => {
  it('gives back every event, those in memory and those on disk', () => {
    const log = filled(160_000);
    expect(log.length).toBe(160_000);
    for (const seq of [1, 2, 59_999, 60_000, 110_001, 160_000]) {
      const [row] = log.range(seq, seq);
      expect(row?.[0]).toBe(seq);
      expect(row?.[5]).toEqual(['INFO', 'logger', `line ż ${seq}`]);
    }
    const across = log.range(1, 160_000);
    expect(across).toHaveLength(160_000);
    expect(across.every((row, index) => row[0] === index + 1)).toBe(true);
    log.close();
    expect(existsSync(path.join(folder, 'spill.jsonl'))).toBe(false);
  });

  it('hashes every line, whether it is kept in a file or not', () => {
    const file = path.join(folder, 'kept.jsonl');
    const kept = filled(3000, { file });
    const plain = filled(3000);
    expect(kept.digest()).toBe(plain.digest());
    expect(filled(2999).digest()).not.toBe(plain.digest());
    kept.close();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3000);
    expect(JSON.parse(lines[2999] ?? '')).toEqual([
      3000,
      5,
      'n',
      0,
      'node.log',
      ['INFO', 'logger', 'line ż 3000'],
    ]);
  });

  it('keeps the cause of what is running', () => {
    const log = filled(0);
    const first = log.record('lab.ready', '', []);
    log.under(first, () => log.record('timer.fired', 'n', ['x']));
    log.record('timer.fired', 'n', ['y']);
    expect(log.range(1, 3).map((row) => row[3])).toEqual([0, 1, 0]);
  });
});
