/**
 * Compares two traces: `npx tsx --conditions=source bench/compare.ts [EVENTS]` (default 100,000). They tell the same story of
 * ten nodes and clients that chat; on the right every 50th pair of neighbours has changed places, and one message is lost.
 */
import { align } from '#core/shared/trace/compare/align.js';
import { compareTraces } from '#core/shared/trace/compare/compare-traces.js';
import { sourceOf } from '#core/shared/trace/compare/trace-source.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

const EVENTS = Number(process.argv[2] ?? 100_000);
const NODES = 10;
const MICROS = 100;
const ROUNDS = 5;
/** Chats whose copy is dropped on the right: the one in the middle. */
const LOST = Math.floor(EVENTS / 8);

type Said = [node: string, kind: TraceRow[4], values: unknown[], cause: number];

function chat(number: number, seq: number, lost: boolean): Said[] {
  const [node, link] = [
    `server${number % NODES}`,
    `client:user${number % NODES}>server${number % NODES}:5222#1`,
  ];
  const text = `<message to='user${number % NODES}@lab.example'><body>chat ${number}</body></message>`;
  const arrival: Said = lost
    ? ['', 'frame.dropped', [link, 'ba', number, 'link-closed'], seq]
    : [`client:user${number % NODES}`, 'frame.delivered', [link, 'ba', number], seq];
  return [
    [node, 'frame.sent', [link, 'ba', number, text], 0],
    arrival,
    [node, 'node.log', ['FINE', 'tigase.server.MessageRouter', `Processed packet ${number}`], seq],
    [node, 'machine.transition', ['link', `${node}/link`, 'busy', number % 2 ? 'busy' : 'idle', 'sent'], seq],
  ];
}

function trace(isRight: boolean): TraceRow[] {
  const said: Said[] = [];
  for (let number = 1; said.length < EVENTS; number += 1) {
    said.push(...chat(number, said.length + 1, isRight && number === LOST));
  }
  for (let at = 2; isRight && at + 1 < said.length; at += 200) {
    const [one, other] = [said[at], said[at + 1]];
    if (one && other) [said[at], said[at + 1]] = [other, one];
  }
  return said.map(([node, kind, values, cause], index) => {
    return [index + 1, index * MICROS, node, cause, kind, values] as TraceRow;
  });
}

function median(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

const [left, right] = [sourceOf(trace(false)), sourceOf(trace(true))];
const found = compareTraces(left, right);
console.log(`${found.verdict}, ${found.differing} subjects differ: ${JSON.stringify(found.headline.params)}`);
const whole = median(() => compareTraces(left, right));
const window = median(() => align(left, right, { left: 1, right: 1 }, 400));
console.log(`two traces of ${left.length} events: ${Math.round(whole)} ms`);
console.log(`400 rows side by side: ${window.toFixed(1)} ms`);
