/** Faults of one link, each for what it does to time, frames and ends. */
import { afterEach, describe, expect, it } from 'vitest';
import { recorder, type TransportName } from '#test/support/net-rig.js';
import { labTime, openBench, putFault, type FaultBench } from '#test/support/fault-bench.js';

let bench: FaultBench;
const open = async (transport: TransportName): Promise<FaultBench> => (bench = await openBench(transport));

afterEach(async () => {
  expect(bench.rig.bugs).toEqual([]);
  await bench.rig.close();
});

/** ms of lab time that pass until `line` is heard. */
async function until(line: string): Promise<number> {
  const from = bench.rig.clock.now();
  const met = () => bench.heard.includes(line);
  const end = await bench.rig.stepper.run({ until: from + 3_600_000_000, met });
  expect([line, end]).toEqual([line, 'met']);
  return (bench.rig.clock.now() - from) / 1000;
}

const kinds = (...of: string[]) => bench.rig.events(...of).map(({ kind, node }) => `${kind} ${node}`);

describe.each<TransportName>(['memory', 'loopback'])('faults of a line over %s', (transport) => {
  it('a RST towards one end leaves the other believing until it writes', async () => {
    const { link, heard, a, b, rig } = await open(transport);
    a.send('<under-way/>');
    putFault(bench, 'reset', { at: 'dialler' });
    await rig.run(60_000);
    expect([heard, a.writable, b.writable, link.open]).toEqual([['a lost'], false, true, true]);
    b.send('<lost/>');
    b.send('<too/>');
    await rig.run();
    expect(heard).toEqual(['a lost', 'b lost']);
    const reasons = rig.events('frame.dropped').map(({ data }) => data.reason);
    // The second one of b: before or after the RST has arrived.
    expect([reasons.slice(0, 2), reasons.length]).toEqual([['reset', 'closed'], 3]);
    expect(kinds('link.reset', 'link.closed')).toEqual(['link.reset a', 'link.reset b', 'link.closed ']);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('the FIN of the end that goes on believing is answered with a RST', async () => {
    const { heard, b, rig } = await open(transport);
    putFault(bench, 'reset', { at: 'dialler' });
    b.close();
    await rig.run();
    expect(heard).toEqual(['a lost']);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('a RST towards the end that has said FIN already', async () => {
    const { heard, a, b, rig } = await open(transport);
    a.close();
    await rig.run();
    putFault(bench, 'reset', { at: 'dialler' });
    b.send('<late/>');
    await rig.run();
    expect(heard).toEqual(['b finished', 'b lost']);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('a RST towards each end in turn ends the link', async () => {
    const { heard, rig } = await open(transport);
    putFault(bench, 'reset', { at: 'acceptor' });
    putFault(bench, 'reset', { at: 'dialler' });
    await rig.run();
    expect(heard).toEqual(['b lost', 'a lost']);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('a black hole: the one who has sent gives up after 924.6 s, and the other never hears of it', async () => {
    const { heard, a, b, rig, link } = await open(transport);
    putFault(bench, 'half-open', {}, { direction: 'ab' });
    await rig.run(5000);
    a.send('<lost/>');
    const from = labTime(bench);
    expect(await until('a lost')).toBeCloseTo(924_600, -1);
    expect(labTime(bench) - from).toBeCloseTo(924_600, -1);
    expect(kinds('link.timedOut')).toEqual(['link.timedOut a']);
    await rig.run(3_000_000);
    expect([heard, b.writable, link.open]).toEqual([['a lost'], true, true]);
  });

  it('a black hole of the acknowledgements alone: what was sent arrives, and its sender gives up all the same', async () => {
    const { heard, a, rig } = await open(transport);
    putFault(bench, 'half-open', { giveUp: 10_000 }, { direction: 'ba' });
    a.send('<through/>');
    await rig.run(9990);
    expect(heard).toEqual(['b got <through/>']);
    await rig.run(20);
    expect(heard).toEqual(['b got <through/>', 'a lost']);
  });

  it('a healed black hole lets go at the next retransmission, in order', async () => {
    const { heard, a, rig, link } = await open(transport);
    const heal = putFault(bench, 'half-open');
    a.send('<one/>');
    await rig.run(1000);
    heal();
    a.send('<two/>');
    expect(link.ab.describe().map(({ held }) => held)).toEqual(['retransmission', 'behind']);
    // Sent again 200, 600 and 1400 ms after the first time.
    expect(await until('b got <one/>')).toBeCloseTo(400, -1);
    await rig.run(1);
    expect(heard).toEqual(['b got <one/>', 'b got <two/>']);
    await rig.run(2_000_000);
    expect(kinds('link.timedOut')).toEqual([]);
  });

  it('a dial into a black hole gets through with the next SYN once it is healed', async () => {
    const { rig, heard } = await open(transport);
    const heal = putFault(bench, 'half-open');
    rig.network.dial({ node: 'a', service: 'test', host: 'host-b', port: 6000 }, recorder(heard, 'second'));
    await rig.run(3500);
    expect(heard).toEqual([]);
    heal();
    expect(await until('second opened')).toBeCloseTo(3500, -1);
  });

  it('a dial that nobody answers fails after 127 s', async () => {
    const { rig, heard } = await open(transport);
    putFault(bench, 'refuse', { how: 'drop' });
    rig.network.dial({ node: 'a', service: 'test', host: 'host-b', port: 6000 }, recorder(heard, 'second'));
    expect(await until('second failed ETIMEDOUT')).toBeCloseTo(127_000, -1);
  });

  it('a narrow line is shared by all that is sent in one direction, and by no more', async () => {
    const { a, b, rig, heard } = await open(transport);
    const heal = putFault(bench, 'bandwidth', { rate: 100 });
    a.send(`<a>${'x'.repeat(93)}</a>`);
    a.send(`<b>${'x'.repeat(43)}</b>`);
    b.send('<c/>');
    expect(await until('a got <c/>')).toBeCloseTo(40, -1);
    expect(await until(`b got <a>${'x'.repeat(93)}</a>`)).toBeCloseTo(960, -1);
    expect(await until(`b got <b>${'x'.repeat(43)}</b>`)).toBeCloseTo(500, -1);
    a.send(`<d>${'x'.repeat(9993)}</d>`);
    a.close();
    await rig.run(100);
    heal();
    await rig.run(1);
    expect(heard.at(-1)).toBe('b finished');
  });

  it('heals one of two shapes: what waits keeps only the time of the other', async () => {
    const { a, link } = await open(transport);
    const late = putFault(bench, 'latency', { delay: 60_000 }, { id: 'late' });
    putFault(bench, 'latency', { delay: 500 }, { id: 'later' });
    a.send('<x/>');
    expect(link.ab.describe()).toMatchObject([{ held: 'late, later', deliverable: false }]);
    late();
    expect(link.ab.describe()).toMatchObject([{ held: 'later', deliverable: false }]);
    expect(await until('b got <x/>')).toBeCloseTo(500, -1);
  });

  it('a slow close keeps frames quick and the FIN late', async () => {
    const { a, heard, rig } = await open(transport);
    putFault(bench, 'slow-close', { delay: 3000 });
    a.send('<x/>');
    a.close();
    await rig.run(100);
    expect(heard).toEqual(['b got <x/>']);
    expect(await until('b finished')).toBeCloseTo(2900, -1);
  });

  it('slices frames with pauses, counts each once, and lets the rest go when it is healed', async () => {
    const { a, heard, rig, link } = await open(transport);
    const heal = putFault(bench, 'slicer', { size: 16, pause: 100 }, { id: 'slices' });
    const text = `<m>${'ż'.repeat(20)}</m>`;
    a.send(text);
    a.close();
    await rig.run(150);
    expect(heard.map((line) => line.length)).toEqual(['b got '.length + 10, 'b got '.length + 9]);
    expect(link.ab.describe()).toMatchObject([{ held: 'slices' }, { kind: 'fin', held: 'behind' }]);
    expect(rig.events('frame.delivered')).toHaveLength(0);
    heal();
    await rig.run(1);
    expect(heard.at(-1)).toBe('b finished');
    expect(rig.events('frame.delivered')).toHaveLength(1);
    expect(rig.network.settled).toBe(true);
  });

  it('cuts by the smaller of two slicers, and by the other when that is healed', async () => {
    const { a, heard, rig } = await open(transport);
    const small = putFault(bench, 'slicer', { size: 16, pause: 10 }, { id: 'small' });
    putFault(bench, 'slicer', { size: 40, pause: 50 }, { id: 'large' });
    a.send(`<m>${'x'.repeat(93)}</m>`);
    await rig.run(1);
    small();
    await rig.run(1000);
    expect(heard.map((line) => line.length - 'b got '.length)).toEqual([16, 40, 40, 4]);
  });

  it('loses no frame in the middle: a sliced frame whose sender is killed is dropped once', async () => {
    const { a, rig } = await open(transport);
    putFault(bench, 'slicer', { size: 16, pause: 1000 });
    a.send(`<m>${'x'.repeat(93)}</m>`);
    await rig.run(1500);
    rig.network.link(a.link)?.cut('test');
    expect(rig.events('frame.dropped')).toHaveLength(1);
  });

  it.each(['fin', 'reset'])('closes after so many bytes by %s, in the middle of a frame', async (how) => {
    const { a, b, heard, rig } = await open(transport);
    putFault(bench, 'byte-limit', { bytes: 10, how }, { direction: 'ab' });
    a.send('<one/>');
    a.send('<two/>');
    a.send('<three/>');
    b.send('<back/>');
    await rig.run();
    const gone = how === 'fin' ? 'finished' : 'lost';
    expect(heard.filter((line) => line.startsWith('b'))).toEqual(['b got <one/>', 'b got <two', `b ${gone}`]);
    expect(heard).toContain(`a ${gone}`);
    expect(rig.events('frame.dropped').map(({ data }) => [data.frame, data.reason])).toEqual(
      expect.arrayContaining([
        [2, 'byte-limit'],
        [3, 'byte-limit'],
      ]),
    );
    b.close();
    a.close();
    await rig.run();
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('a stall is 200 ms, and twice as long each time the loss repeats; a FIN stalls like data', async () => {
    const { a } = await open(transport);
    const rolls = [0, 0, 999_999, 0, 0, 0, 999_999];
    putFault(bench, 'loss', { ratio: 0.5 }, { random: { below: () => rolls.shift() ?? 999_999 } });
    a.send('<x/>');
    a.close();
    expect(await until('b got <x/>')).toBeCloseTo(600, -1);
    expect(await until('b finished')).toBeCloseTo(800, -1);
    expect(await until('b finished')).toBeCloseTo(200 - 600 < 0 ? 0 : 0, 0);
  });

  it('changes characters, of the markup only when told so, and never to themselves', async () => {
    const { a, heard, rig } = await open(transport);
    putFault(bench, 'corrupt', { characters: 3, where: 'markup' });
    a.send('<a b="c">text</a>');
    await rig.run();
    const [got = ''] = heard;
    const text = got.slice('b got '.length);
    expect(text).toHaveLength('<a b="c">text</a>'.length);
    const changed = [...'<a b="c">text</a>'].filter((character, place) => character !== text[place]);
    expect(changed).toHaveLength(3);
    expect(changed.every((character) => '<>/="'.includes(character))).toBe(true);
    expect(rig.events('frame.changed').map(({ data }) => data.reason)).toEqual(['corrupt']);
  });

  it('judges a copy by what stands behind the fault that made it, and by nothing before', async () => {
    const { a, heard, rig } = await open(transport);
    let dropped = 0;
    putFault(bench, 'duplicate', {}, { id: '1' });
    putFault(bench, 'frame-drop', {}, { id: '2', hits: () => (dropped += 1) === 1 });
    putFault(bench, 'duplicate', {}, { id: '3' });
    a.send('<x/>');
    a.send('<y/>');
    await rig.run();
    // The first <x/> is dropped; its copy is doubled. Both of <y/> are.
    expect(heard).toEqual([...Array(2).fill('b got <x/>'), ...Array(4).fill('b got <y/>')]);
    expect(rig.events('frame.dropped')).toHaveLength(1);
  });

  it('a slicer does not hide a frame from what was put on behind it', async () => {
    const { a, heard, rig } = await open(transport);
    putFault(bench, 'slicer', { size: 16, pause: 0 }, { id: '1' });
    putFault(bench, 'frame-drop', {}, { id: '2' });
    a.send(`<m>${'x'.repeat(50)}</m>`);
    await rig.run();
    expect(heard).toEqual([]);
    expect(rig.events('frame.dropped')).toHaveLength(1);
  });

  it('stacked, in live mode: everything arrives in order, and the rest at once when it is healed', async () => {
    const { a, heard, rig, link } = await open(transport);
    const undo = [
      putFault(bench, 'latency', { delay: 20, jitter: 20 }, { id: '1' }),
      putFault(bench, 'slicer', { size: 16, pause: 5 }, { id: '2' }),
      putFault(bench, 'duplicate', {}, { id: '3' }),
    ];
    const text = (number: number): string => `<m n="${number}">${'x'.repeat(30)}</m>`;
    [1, 2, 3].forEach((number) => a.send(text(number)));
    const got = (): string => heard.map((line) => line.slice('b got '.length)).join('');
    rig.stepper.live();
    await expect.poll(got).toBe([1, 1, 2, 2, 3, 3].map(text).join(''));
    putFault(bench, 'half-open', { resume: 'at-once' }, { id: '4' })();
    const hour = putFault(bench, 'latency', { delay: 3_600_000 }, { id: '5' });
    a.send(text(4));
    [...undo, hour].forEach((heal) => heal());
    await expect.poll(got).toBe([1, 1, 2, 2, 3, 3, 4].map(text).join(''));
    expect(link.ab.waiting).toBe(0);
  });

  it('drops, doubles and edits what waits on a shaped line', async () => {
    const { a, heard, rig, link } = await open(transport);
    putFault(bench, 'latency', { delay: 1000 });
    ['<one/>', '<two/>', '<three/>'].forEach((text) => a.send(text));
    expect(link.ab.dropFrame(1, 'user')).toBe(true);
    expect(link.ab.duplicateFrame(2)).toBe(true);
    expect(link.ab.editFrame(3, '<drei/>')).toBe(true);
    await rig.run(990);
    expect(heard).toEqual([]);
    await rig.run(20);
    expect(heard).toEqual(['b got <two/>', 'b got <two/>', 'b got <drei/>']);
  });
});
