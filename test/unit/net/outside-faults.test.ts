/** Faults on a link whose other end is a program that the lab did not start. */
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { putFault, type FaultBench } from '#test/support/fault-bench.js';
import { NetRig, recorder } from '#test/support/net-rig.js';

let bench: FaultBench;
let server: net.Server;
/** What the stranger has read, chunk by chunk, and how its connection ended. */
let read: string[];
let ends: string[];
let stranger: net.Socket;

afterEach(async () => {
  stranger.destroy();
  server.close();
  expect(bench.rig.bugs).toEqual([]);
  await bench.rig.close();
});

/** The lab runs live and has dialled the stranger. */
async function meet(): Promise<FaultBench> {
  [read, ends] = [[], []];
  server = net.createServer({ allowHalfOpen: true }, (socket) => {
    stranger = socket;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => read.push(bytes.toString('latin1')));
    socket.on('error', (error) => ends.push((error as NodeJS.ErrnoException).code ?? ''));
    socket.on('end', () => ends.push('FIN'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rig = await NetRig.open('loopback');
  rig.network.interfaces.outsideName('real', '127.0.0.1');
  rig.stepper.live();
  const heard: string[] = [];
  const { port } = server.address() as net.AddressInfo;
  const a = rig.network.dial({ node: 'a', service: 'test', host: 'real', port }, recorder(heard, 'a'));
  await expect.poll(() => heard).toEqual(['a opened']);
  const link = rig.network.link(a.link);
  if (!link) throw new Error('no link');
  heard.splice(0);
  bench = { rig, link, heard, a, b: link.b };
  await expect.poll(() => stranger !== undefined).toBe(true);
  return bench;
}

const put = (kind: string, options = {}, order = {}) =>
  putFault(bench, kind, options, { target: 'a>real', ...order });
const count = (kind: string): number => bench.rig.events(kind).length;

describe('faults on a link to somebody outside', () => {
  it('slices what goes out, and what comes in', async () => {
    const { a, heard } = await meet();
    put('slicer', { size: 16, pause: 30 });
    const text = `<m>${'x'.repeat(50)}</m>`;
    a.send(text);
    await expect.poll(() => read.join('')).toBe(text);
    expect(read.map(({ length }) => length)).toEqual([16, 16, 16, 9]);
    expect([count('frame.sent'), count('frame.delivered')]).toEqual([1, 1]);
    stranger.write(`<header>${text}`);
    await expect.poll(() => heard.length).toBe(5);
    expect(heard.shift()).toBe('a got <header>');
    expect(heard.map((line) => line.slice('a got '.length)).join('')).toBe(text);
    expect([count('frame.sent'), count('frame.delivered')]).toEqual([3, 3]);
  });

  it('a RST towards the stranger: our end goes on believing, and its next frame is lost', async () => {
    const { a, heard, rig } = await meet();
    put('reset', { at: 'acceptor' });
    await expect.poll(() => ends).toEqual(['ECONNRESET']);
    expect([heard, a.writable, rig.network.allLinks().length]).toEqual([[], true, 1]);
    a.send('<lost/>');
    await expect.poll(() => heard).toEqual(['a lost']);
    expect([count('frame.delivered'), count('frame.dropped')]).toEqual([0, 1]);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('a RST towards our end: the stranger goes on believing until it writes', async () => {
    const { heard, rig } = await meet();
    put('reset', { at: 'dialler' });
    expect(heard).toEqual(['a lost']);
    expect([ends, rig.network.allLinks().length]).toEqual([[], 1]);
    stranger.write('<lost/>');
    await expect.poll(() => ends).toEqual(['ECONNRESET']);
    expect(rig.network.allLinks()).toEqual([]);
    expect(heard).toEqual(['a lost']);
  });

  it('a quota of bytes ends in the middle of a frame, with a FIN', async () => {
    const { a, heard } = await meet();
    put('byte-limit', { bytes: 10, how: 'fin' }, { direction: 'ab' });
    ['<one/>', '<two/>', '<three/>'].forEach((text) => a.send(text));
    await expect.poll(() => ends).toEqual(['FIN']);
    expect(read.join('')).toBe('<one/><two');
    expect(heard).toEqual(['a finished']);
  });

  it('holds, doubles and damages what comes from a stranger', async () => {
    const { heard, link } = await meet();
    put('duplicate', {}, { id: '1', direction: 'ba' });
    put('corrupt', { where: 'markup' }, { id: '2', direction: 'ba' });
    const heal = put('half-open', { resume: 'at-once' }, { id: '3' });
    stranger.write('<x/>');
    await expect.poll(() => link.ba.waiting).toBe(1);
    expect(link.ba.describe()).toMatchObject([{ held: 'half-open 3', deliverable: false }]);
    heal();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard.every((line) => line.length === 'a got <x/>'.length && line !== 'a got <x/>')).toBe(true);
    expect(count('frame.changed')).toBe(2);
  });
});
