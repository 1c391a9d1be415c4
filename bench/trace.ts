/**
 * The trace: events recorded a second with and without a viewer, a search over all of them, and memory.
 * Run: npx tsx --conditions=source bench/trace.ts [events]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { traceFeed } from '#core/lab/trace-feed.js';
import { TraceLog } from '#core/lab/trace-log.js';
import { searchForwards } from '#core/lab/trace-search.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-trace-'));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Seconds of processor time: other work on the machine does not count. */
function seconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  return process.cpuUsage(started).user / 1e6;
}

/** What a chat leaves: a frame sent, delivered and handled, two packet hops, a transition now and then. */
function fill(log: TraceLog, each: (seq: number) => void): void {
  for (let seq = 1; seq <= EVENTS; seq += 1) {
    const [node, link] = [`server${(seq >> 12) % 20}`, `server1>server${(seq >> 12) % 20}:5277#1`];
    const step = seq % 6;
    if (step === 0) {
      const text = `<message from='alice@example.test/a' to='bob${seq % 500}@example.test' type='chat' id='m${seq}'><body>Message number ${seq}, with what people say</body></message>`;
      log.record('frame.sent', node, [link, 'ab', seq, text], seq - 1);
    } else if (step === 1) log.record('frame.delivered', node, [link, 'ab', seq - 1], seq - 1);
    else if (step === 2) log.record('frame.handled', node, [link, 'ab', seq - 2], seq - 1);
    else if (step === 3 && seq % 8 === 3)
      log.record('machine.transition', node, [
        'cluster-dialler',
        `${node}/cl-comp/1`,
        'e1',
        'connected.live',
        'PING',
      ]);
    else log.record('packet.hop', node, ['sess-man', 'in', seq, 'message chat'], seq - 1);
    each(seq);
  }
}

function recorded(viewer: boolean): { log: TraceLog; rate: number; seen: number } {
  let now = 0;
  const log = new TraceLog({ now: () => (now += 10), spill: () => path.join(folder, 'trace.jsonl') });
  let seen = 0;
  const feed = viewer
    ? traceFeed(
        () => log,
        1,
        undefined,
        (batch) => (seen += batch.events.length),
      )
    : undefined;
  const took = seconds(() => {
    // In the lab the viewer's timer comes about thirty times a second; here there is no pause for it to come in.
    fill(log, (seq) => seq % 5000 === 0 && feed?.flush());
    feed?.flush();
  });
  feed?.stop();
  return { log, rate: EVENTS / took, seen };
}

function rate(viewer: boolean): void {
  const rates = [1, 2, 3].map(() => {
    const { log, rate: one } = recorded(viewer);
    log.close();
    return one;
  });
  const middle = rates.sort((left, right) => left - right)[1] ?? 0;
  say(`record, ${viewer ? 'one viewer of everything' : 'no viewer'}: ${Math.round(middle)} events/s`);
}

rate(false);
rate(true);
global.gc?.();
const before = process.memoryUsage();
const { log } = recorded(false);
say(`index, made by the first search: ${(seconds(() => log.index.batches) * 1000).toFixed(0)} ms`);
for (const text of [
  `stanza.id:m${6 * Math.floor(EVENTS / 12)}`,
  'node:server7 kind:machine.transition',
  'stanza.to:bob77@example.test',
  'seq:5000..6000 kind:frame.*',
  'link:*server7:*',
  'text~"number 4242,"',
  'cause:900000',
]) {
  let found = 0;
  const { expression } = parseFilter(text);
  const took = seconds(() => {
    for (const _ of searchForwards(log, expression, { from: 1, to: EVENTS })) found += 1;
  });
  say(`${text.padEnd(40)} ${(took * 1000).toFixed(1).padStart(8)} ms, ${found} found`);
}
global.gc?.();
const after = process.memoryUsage();
const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const grown = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
say(`memory of ${EVENTS} events: ${mib(grown)} MiB; resident ${mib(after.rss)} MiB`);

log.close();
rmSync(folder, { recursive: true });
