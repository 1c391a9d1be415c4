/** Random stacks of faults on one link, put on and healed at random, while both ends talk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#core/lab/random.js';
import { faultHits } from '#core/lab/faults/fault-hits.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { openBench, putFault, type FaultBench } from '#test/support/fault-bench.js';
import type { TransportName } from '#test/support/net-rig.js';

type Options = Record<string, string | number>;

type Act =
  | { do: 'send'; from: 'a' | 'b'; bytes: number }
  | {
      do: 'put';
      kind: string;
      options: Options;
      direction: 'ab' | 'ba' | 'both';
      target: string;
      probability: number;
    }
  | { do: 'heal'; which: number }
  | { do: 'run'; ms: number }
  | { do: 'close' | 'reset'; from: 'a' | 'b' };

/** Kinds that only take time, and those that lose, double or change something. */
const PATIENT: Record<string, fc.Arbitrary<Options>> = {
  latency: fc.record({ delay: fc.nat(3000), jitter: fc.nat(1000) }),
  bandwidth: fc.record({ rate: fc.integer({ min: 20, max: 5000 }) }),
  loss: fc.record({
    ratio: fc.double({ min: 0, max: 0.9, noNaN: true }),
    burst: fc.integer({ min: 1, max: 5 }),
  }),
  profile: fc.record({ line: fc.constantFrom('wifi-good', 'wifi-bad', '3g', 'satellite') }),
  slicer: fc.record({ size: fc.integer({ min: 16, max: 64 }), pause: fc.nat(50) }),
  'slow-close': fc.record({ delay: fc.nat(5000) }),
  'half-open': fc.record({ giveUp: fc.constant(0), resume: fc.constantFrom('retransmission', 'at-once') }),
};
const HARMFUL: Record<string, fc.Arbitrary<Options>> = {
  'frame-drop': fc.constant({}),
  duplicate: fc.constant({}),
  corrupt: fc.record({ characters: fc.integer({ min: 1, max: 5 }) }),
  'byte-limit': fc.record({ bytes: fc.nat(300), how: fc.constantFrom('fin', 'reset') }),
  reset: fc.record({ at: fc.constantFrom('both', 'dialler', 'acceptor') }),
  'link-drop': fc.record({ how: fc.constantFrom('reset', 'fin') }),
  'half-open': fc.record({ giveUp: fc.integer({ min: 1, max: 20_000 }) }),
};

const end = fc.constantFrom<'a' | 'b'>('a', 'b');
const send = fc.record({ do: fc.constant('send' as const), from: end, bytes: fc.nat(120) });
const run = fc.record({ do: fc.constant('run' as const), ms: fc.nat(2000) });
const heal = fc.record({ do: fc.constant('heal' as const), which: fc.nat(20) });
const close = fc.record({ do: fc.constantFrom('close' as const, 'reset' as const), from: end });
const put = (kinds: Record<string, fc.Arbitrary<Options>>): fc.Arbitrary<Act> =>
  fc.constantFrom(...Object.keys(kinds)).chain((kind) =>
    fc.record({
      do: fc.constant('put' as const),
      kind: fc.constant(kind),
      options: kinds[kind] ?? fc.constant({}),
      direction: fc.constantFrom('ab' as const, 'ba' as const, 'both' as const),
      target: fc.constantFrom('a>b:6000#1', 'a<>b', '*>*:6000'),
      probability: fc.constantFrom(1, 0.5),
    }),
  );

const acts = (...kinds: Record<string, fc.Arbitrary<Options>>[]): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.oneof<fc.MaybeWeightedArbitrary<Act>[]>({ arbitrary: send, weight: 5 }, run, heal, ...kinds.map(put)),
    {
      maxLength: 40,
    },
  );

interface Played {
  events: TraceEvent[];
  /** Bytes that each end has heard, in their order. */
  heard: { a: string; b: string };
  sent: { a: string[]; b: string[] };
  settled: boolean;
  waiting: number;
  ended: boolean;
}

async function play(transport: TransportName, seed: number, script: readonly Act[]): Promise<Played> {
  const bench = await openBench(transport, seed);
  const { rig, link, heard } = bench;
  const sent: Played['sent'] = { a: [], b: [] };
  const heals: (() => void)[] = [];
  try {
    for (const [number, act] of script.entries()) await one(bench, act, number, { sent, heals, seed });
    // What is put on last is healed first, as heal all does it.
    heals.reverse().forEach((undo) => undo());
    await rig.run(3_000_000);
    expect(rig.bugs).toEqual([]);
    const of = (name: string): string =>
      heard
        .filter((line) => line.startsWith(`${name} got `))
        .map((line) => line.slice(`${name} got `.length))
        .join('');
    return {
      events: rig.events(),
      heard: { a: of('a'), b: of('b') },
      sent,
      settled: rig.network.settled,
      waiting: link.ab.waiting + link.ba.waiting,
      ended: rig.network.allLinks().length === 0,
    };
  } finally {
    await rig.close();
  }
}

async function one(
  bench: FaultBench,
  act: Act,
  number: number,
  { sent, heals, seed }: { sent: Played['sent']; heals: (() => void)[]; seed: number },
): Promise<void> {
  switch (act.do) {
    case 'send': {
      const text = `<f n="${number}">${'x'.repeat(act.bytes)}</f>`;
      if (bench[act.from].writable) sent[act.from].push(text);
      return bench[act.from].send(text);
    }
    case 'run':
      return void (await bench.rig.run(act.ms));
    case 'heal':
      return heals.splice(act.which % Math.max(1, heals.length), 1).forEach((undo) => undo());
    case 'put': {
      const random = new SeededRandom(seed * 7919 + number);
      const hits = faultHits(act.probability, {}, random);
      const { kind, options, direction, target } = act;
      const undo = putFault(bench, kind, options, { id: `fault-${number}`, direction, target, random, hits });
      return void heals.push(undo);
    }
    default:
      return bench[act.from][act.do]();
  }
}

/** The trace as both transports must write it. */
const rows = ({ events }: Played): string[] => events.map((event) => JSON.stringify(event));

const RUNS = { memory: 100, both: 25 };

describe('random stacks of faults', () => {
  it('that only take time: everything arrives once, whole and in order, and nothing waits in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), acts(PATIENT), async (seed, script) => {
        const { heard, sent, settled, waiting } = await play('memory', seed, script);
        expect({ a: heard.a, b: heard.b }).toEqual({ a: sent.b.join(''), b: sent.a.join('') });
        expect([settled, waiting]).toEqual([true, 0]);
      }),
      { numRuns: RUNS.memory },
    );
  });

  it('of every kind: nothing overtakes, nothing is delivered twice, and what is lost is recorded', async () => {
    const script = fc.tuple(
      acts(PATIENT, HARMFUL),
      fc.array(close, { maxLength: 2 }),
      acts(PATIENT, HARMFUL),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), script, async (seed, parts) => {
        const played = await play('memory', seed, parts.flat());
        expect(played.settled).toBe(true);
        ledger(played);
      }),
      { numRuns: RUNS.memory },
    );
  });

  it('give the same trace on sockets as in memory', async () => {
    const script = fc.tuple(
      acts(PATIENT, HARMFUL),
      fc.array(close, { maxLength: 1 }),
      acts(PATIENT, HARMFUL),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), script, async (seed, parts) => {
        const memory = await play('memory', seed, parts.flat());
        const loopback = await play('loopback', seed, parts.flat());
        expect(rows(loopback)).toEqual(rows(memory));
        expect(loopback.heard).toEqual(memory.heard);
      }),
      { numRuns: RUNS.both },
    );
  });
});

/** Each frame that was sent has been delivered or dropped, once; what is delivered keeps the order of sending. */
function ledger({ events, waiting }: Played): void {
  for (const direction of ['ab', 'ba']) {
    const of = (kind: string): TraceEvent[] =>
      events.filter((event) => event.kind === kind && event.data.direction === direction);
    const ids = (kind: string): number[] => of(kind).map(({ data }) => Number(data.frame));
    const [sent, delivered, dropped] = [ids('frame.sent'), ids('frame.delivered'), ids('frame.dropped')];
    expect(new Set(delivered).size).toBe(delivered.length);
    // A frame that arrives where nobody listens is delivered and dropped.
    const closed = of('frame.dropped').filter(({ data }) => data.reason === 'closed');
    const met = new Set([...delivered, ...dropped]);
    const twice = delivered.length + dropped.length - met.size;
    expect(twice).toBeLessThanOrEqual(closed.length);
    if (waiting === 0) expect(sent.filter((id) => !met.has(id))).toEqual([]);
    const place = (text: string): number => Number(/^<f n="(\d+)"/.exec(text)?.[1] ?? -1);
    const texts = new Map(of('frame.sent').map(({ data }) => [Number(data.frame), String(data.text)]));
    const order = delivered.map((id) => place(texts.get(id) ?? '')).filter((number) => number >= 0);
    expect(order).toEqual(order.toSorted((one, two) => one - two));
  }
}
