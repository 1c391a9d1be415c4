/** A search that leaves batches out finds what looking at every row finds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { causesOf } from '#core/lab/trace-causes.js';
import { TraceLog } from '#core/lab/trace-log.js';
import { TraceReader } from '#core/lab/trace-reader.js';
import { searchBackwards, searchForwards } from '#core/lab/trace-search.js';
import type { TraceSource } from '#core/lab/trace-source.js';
import { filterTest, followsCauses } from '#core/shared/trace/query/match-filter.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';

const folder = mkdtempSync(path.join(tmpdir(), 'trace-search-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nodes, links and ids come and go, so that each occurs in few batches. */
function randomTrace(count: number, seed: number, file: string): TraceLog {
  let [now, state] = [0, seed];
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const log = new TraceLog({ now: () => now, spill: () => '', file: path.join(folder, file) });
  for (let seq = 1; seq <= count; seq += 1) {
    now += next(3000);
    const era = Math.floor(seq / 4000);
    const node = `n${era + next(2)}`;
    const link = `a>b#${era * 2 + next(3)}`;
    const cause = next(3) === 0 ? 0 : Math.max(0, seq - 1 - next(50));
    if (next(2) === 0) {
      const stanza = `<message id="m${seq}" from='u${next(20)}@x' to="u${era}@x"><body>b${next(99)}</body></message>`;
      log.record('frame.sent', node, [link, next(2) ? 'ab' : 'ba', seq, stanza], cause);
    } else log.record('machine.started', node, [`k${next(3)}`, `i${era}`, `s${next(4)}.t.${era}`], cause);
  }
  return log;
}

const seqs = (rows: Iterable<[number, ...unknown[]]>): number[] => Array.from(rows, ([seq]) => seq);

const term = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((n) => `node:n${n}`),
  fc.integer({ min: 0, max: 22 }).map((n) => `link:a>b#${n}`),
  fc.integer({ min: 0, max: 11 }).map((n) => `instance:i${n}`),
  fc.integer({ min: 1, max: 40_000 }).map((n) => `stanza.id:m${n}`),
  fc.integer({ min: 0, max: 11 }).map((n) => `stanza.to:u${n}@x`),
  fc.integer({ min: 0, max: 50 }).map((n) => `time>${n}s`),
  fc.integer({ min: 1, max: 40_000 }).map((n) => `seq:${n}..${n + 3000}`),
  fc.integer({ min: 1, max: 40_000 }).map((n) => `cause:${n}`),
  fc.constantFrom(
    'kind:frame.*',
    'kind:link.opened',
    'state:s1',
    'state:s2.t',
    'state:s3.t.3',
    'b7',
    'node:n1*',
    'link:*#3',
    'instance:i*2',
  ),
);
const filter = fc
  .array(fc.tuple(fc.constantFrom('', 'not ', 'or ', 'or not '), term), { minLength: 1, maxLength: 4 })
  .map((parts) =>
    parts.map(([join, one], index) => (index ? join : join.replace('or ', '')) + one).join(' '),
  );

describe('a search of the trace', () => {
  const log = randomTrace(36_500, 7, 'all.jsonl');

  function check(trace: TraceSource, text: string, from: number, to: number): void {
    const { expression, issues } = parseFilter(text);
    expect(issues).toEqual([]);
    const all = log.range(1, log.length).filter(filterTest(expression));
    const wanted = seqs(all).filter((seq) => seq >= from && seq <= to);
    expect(seqs(searchForwards(trace, expression, { from, to }))).toEqual(wanted);
    if (followsCauses(expression) !== undefined) return;
    expect(seqs(searchBackwards(trace, expression, { from, to })).reverse()).toEqual(wanted);
  }

  it('finds what a look at every row finds', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(filter, fc.nat(37_000), fc.nat(37_000), (text, from, to) => check(log, text, from, to)),
      { numRuns: 25, seed: 5 },
    );
  });

  it('leaves out batches that cannot match', () => {
    let read = 0;
    const counting: TraceSource = {
      length: log.length,
      index: log.index,
      range: (from, to) => {
        read += 1;
        return log.range(from, to);
      },
    };
    const { expression } = parseFilter('stanza.id:m9999999');
    expect(seqs(searchForwards(counting, expression, { from: 1, to: log.length }))).toEqual([]);
    // Only the newest, which is not indexed yet, and a wrong guess or two.
    expect(read).toBeLessThan(6);
  });

  it('reads a finished file as the log itself', { timeout: 60_000 }, () => {
    const written = randomTrace(5000, 3, 'finished.jsonl');
    const rows = written.range(1, 5000);
    written.close();
    const reader = new TraceReader(path.join(folder, 'finished.jsonl'));
    expect(reader.length).toBe(5000);
    expect(reader.range(1, 5000)).toEqual(rows);
    expect(reader.range(1020, 1030)).toEqual(rows.slice(1019, 1030));
    expect(reader.range(4999, 6000)).toEqual(rows.slice(4998));
    const { expression } = parseFilter('node:n0 kind:frame.sent');
    const wanted = seqs(rows.filter(filterTest(expression)));
    expect(seqs(searchForwards(reader, expression, { from: 1, to: 5000 }))).toEqual(wanted);
    reader.close();
  });

  it('tells what led to an event and what it led to', () => {
    const small = new TraceLog({ now: () => 0, spill: () => '' });
    for (const cause of [0, 1, 0, 2, 4, 3]) small.record('timer.fired', 'n', ['t'], cause);
    const { chain, effects, more } = causesOf(small, 2, 10, 100);
    expect([seqs(chain), seqs(effects), more]).toEqual([[1, 2], [4, 5], false]);
    const short = causesOf(small, 4, 2, 100);
    expect([seqs(short.chain), short.more]).toEqual([[2, 4], true]);
    expect(causesOf(small, 2, 1, 100).more).toBe(true);
  });
});
