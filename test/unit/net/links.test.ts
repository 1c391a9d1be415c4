import net from 'node:net';
import { wifiOff } from '#core/net/faults/wifi-off.js';
import type { Link } from '#core/net/link.js';
import { afterEach, describe, expect, it } from 'vitest';
import { connectedPair, NetRig, recorder, type TransportName } from '#test/support/net-rig.js';
import { faultOrder } from '#test/support/fault-order.js';

let rig: NetRig;
afterEach(async () => {
  expect(rig.bugs).toEqual([]);
  await rig.close();
});

describe.each<TransportName>(['memory', 'loopback'])('links over %s', (transport) => {
  it('delivers frames whole and in order, both ways', async () => {
    rig = await NetRig.open(transport);
    const { heard, a, b } = await connectedPair(rig);
    a.send('<one/>');
    a.send('<two/>');
    b().send('<three>ż</three>');
    await rig.run();
    expect(heard.slice(0, 3)).toEqual(['b listening', 'a opened', 'b accepted']);
    expect(heard.filter((line) => line.startsWith('b got'))).toEqual(['b got <one/>', 'b got <two/>']);
    expect(heard).toContain('a got <three>ż</three>');
    const kinds = rig.events('frame.sent', 'frame.delivered', 'frame.handled').map((event) => event.kind);
    expect(kinds.filter((kind) => kind === 'frame.sent')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'frame.delivered')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'frame.handled')).toHaveLength(3);
    expect(rig.network.settled).toBe(true);
  });

  it('carries a frame of three megabytes and settles', async () => {
    rig = await NetRig.open(transport);
    const { heard, a } = await connectedPair(rig);
    const text = `<big>${'x'.repeat(3_000_000)}</big>`;
    a.send(text);
    await rig.run();
    expect(heard.at(-1)).toBe(`b got ${text}`);
  });

  it('tells the peer of a FIN after everything sent before it, and ends when both have closed', async () => {
    rig = await NetRig.open(transport);
    const { heard, a, b } = await connectedPair(rig);
    a.send('<last/>');
    a.close();
    a.send('<never/>');
    await rig.run();
    expect(heard.slice(3)).toEqual(['b got <last/>', 'b finished']);
    b().close();
    await rig.run();
    expect(heard.slice(5)).toEqual([]);
    expect(rig.network.allLinks()).toEqual([]);
    expect(rig.events('link.closed')).toHaveLength(1);
  });

  it('tells the peer of a RST', async () => {
    rig = await NetRig.open(transport);
    const { heard, b } = await connectedPair(rig);
    b().reset();
    await rig.run();
    expect(heard.slice(3)).toEqual(['a lost']);
    expect(rig.network.allLinks()).toEqual([]);
  });

  it('cuts a link at both ends at once and loses what waits', async () => {
    rig = await NetRig.open(transport);
    const { heard, a } = await connectedPair(rig);
    a.send('<lost/>');
    rig.network.link(a.link)?.cut('test');
    await rig.run();
    expect(heard.slice(3)).toEqual(['a lost', 'b lost']);
    expect(rig.events('frame.dropped')).toHaveLength(1);
    expect(rig.events('frame.delivered')).toEqual([]);
    expect(a.writable).toBe(false);
  });

  it('reports a refused dial, an unknown name, a used port and an address of nobody', async () => {
    rig = await NetRig.open(transport);
    const heard: string[] = [];
    const dial = (host: string): void => {
      rig.network.dial({ node: 'a', service: 'test', host, port: 6000 }, recorder(heard, host));
    };
    dial('host-b');
    dial('nobody');
    await rig.run();
    expect(heard.toSorted()).toEqual(['host-b failed ECONNREFUSED', 'nobody failed UNRESOLVED']);
    const listen = (bind: string): void => {
      rig.network.listen('b', {
        service: 'test',
        port: 6000,
        bind,
        opened: () => heard.push(`${bind} listening`),
        failed: (error) => heard.push(`${bind} ${error}`),
        accepted: () => recorder(heard, 'b'),
      });
    };
    listen('*');
    await rig.run();
    listen('127.0.1.2');
    listen('host-a');
    listen('nobody');
    await rig.run();
    expect(heard.slice(2).toSorted()).toEqual([
      '* listening',
      '127.0.1.2 EADDRINUSE',
      'host-a EADDRNOTAVAIL',
      'nobody UNRESOLVED',
    ]);
  });

  it('answers data for a dead process with a RST', async () => {
    rig = await NetRig.open(transport);
    const { heard, a } = await connectedPair(rig);
    rig.network.killNode('b');
    await rig.run();
    expect(heard.slice(3)).toEqual(['a finished']);
    a.send('<late/>');
    await rig.run();
    expect(heard.slice(4)).toEqual(['a lost']);
  });

  it('resets the peers of a process that closed and went while its interface was down, when that is back', async () => {
    rig = await NetRig.open(transport);
    const { heard, b } = await connectedPair(rig);
    const heal = wifiOff.apply(rig.network, faultOrder({ target: 'b' }));
    b().send('<goodbye/>');
    b().close();
    rig.network.killNode('b');
    await rig.run();
    expect(heard.slice(3)).toEqual([]);
    heal?.();
    await rig.run();
    expect(heard.slice(3)).toEqual(['a lost']);
  });

  it('gives the same trace as the other transport and another run', async () => {
    const hashes = new Set<string>();
    for (const name of ['memory', 'loopback', transport] as const) {
      rig = await NetRig.open(name, 7);
      const { a, b } = await connectedPair(rig);
      for (let count = 0; count < 50; count += 1) {
        a.send(`<m>${count}</m>`);
        b().send(`<n>${count}</n>`);
      }
      await rig.run();
      a.close();
      await rig.run();
      hashes.add(rig.trace.digest());
      if (hashes.size > 0 && name !== transport) await rig.close();
    }
    expect(hashes.size).toBe(1);
  });
});

describe('paused', () => {
  it('moves nothing by itself, and one thing a step', async () => {
    rig = await NetRig.open('loopback');
    const { heard, a } = await connectedPair(rig);
    await rig.stepper.pause();
    rig.clock.forNode('a').after(1, 'tick', () => heard.push('tick'));
    a.send('<one/>');
    a.send('<two/>');
    const before = rig.trace.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(rig.trace.length).toBe(before);
    const pending = rig.stepper.pending();
    expect(pending.map(({ kind, deliverable }) => [kind, deliverable])).toEqual([
      ['frame', true],
      ['frame', false],
      ['timer', true],
    ]);
    await rig.stepper.step();
    expect(rig.events('frame.delivered')).toHaveLength(1);
    await rig.stepper.step();
    await rig.stepper.step();
    expect(heard.slice(3)).toEqual(['b got <one/>', 'b got <two/>', 'tick']);
    expect(await rig.stepper.step()).toBeUndefined();
  });

  it('drops, duplicates, edits and delays what waits', async () => {
    rig = await NetRig.open('loopback');
    const { heard, a } = await connectedPair(rig);
    await rig.stepper.pause();
    ['<one/>', '<two/>', '<three/>'].forEach((text) => a.send(text));
    const link = rig.network.link(a.link);
    const [one, two, three] = rig.stepper.pending().map(({ id }) => Number(id.slice(1)));
    link?.ab.dropFrame(one ?? 0, 'dropped');
    link?.ab.duplicateFrame(two ?? 0);
    link?.ab.editFrame(three ?? 0, '<drei/>');
    for (let step = 0; step < 3; step += 1) await rig.stepper.step();
    expect(heard.slice(3)).toEqual(['b got <two/>', 'b got <two/>', 'b got <drei/>']);
  });
});

describe('somebody from outside', () => {
  it('is let in as a step of its own, in frames, and hears what is sent', async () => {
    rig = await NetRig.open('loopback');
    const { heard } = await connectedPair(rig);
    rig.stepper.live();
    const socket = net.connect({ host: `${rig.block?.prefix}.2`, port: 6000 });
    const read: string[] = [];
    socket.on('data', (bytes) => read.push(bytes.toString()));
    socket.write('<stream:stream xmlns:stream="s"><m');
    await expect.poll(() => heard).toContain('b got <stream:stream xmlns:stream="s">');
    socket.write('essage/> ');
    await expect.poll(() => heard).toContain('b got <message/>');
    const link = rig.network.allLinks().find((candidate) => candidate.a.external);
    link?.b.send('<answer/>');
    await expect.poll(() => read.join('')).toBe('<answer/>');
    socket.end();
    await expect.poll(() => heard).toContain('b finished');
    link?.b.close();
    await expect.poll(() => rig.network.allLinks().some((candidate) => candidate.a.external)).toBe(false);
  });

  it('that never answers our FIN is cut after a minute of lab time', async () => {
    rig = await NetRig.open('loopback');
    await connectedPair(rig);
    rig.stepper.live(1000);
    const socket = net.connect({ host: `${rig.block?.prefix}.2`, port: 6000, allowHalfOpen: true });
    socket.on('error', () => undefined);
    const outside = (): Link | undefined => rig.network.allLinks().find((link) => link.a.external);
    await expect.poll(outside).toBeDefined();
    outside()?.b.close();
    await expect.poll(outside).toBeUndefined();
    expect(rig.events('link.reset').map(({ data }) => data.by)).toEqual(['fin-timeout']);
    socket.destroy();
  });

  it('waits outside while the lab is paused', async () => {
    rig = await NetRig.open('loopback');
    const { heard } = await connectedPair(rig);
    await rig.stepper.pause();
    const before = rig.trace.length;
    const socket = net.connect({ host: `${rig.block?.prefix}.2`, port: 6000 });
    socket.write('<stream:stream xmlns:stream="s">');
    await expect.poll(() => rig.stepper.pending().map(({ kind }) => kind)).toEqual(['arrival']);
    expect(rig.trace.length).toBe(before);
    await rig.stepper.step();
    await expect.poll(() => rig.stepper.pending().map(({ kind }) => kind)).toEqual(['frame']);
    expect(heard).not.toContain('b got <stream:stream xmlns:stream="s">');
    await rig.stepper.step();
    expect(heard.at(-1)).toBe('b got <stream:stream xmlns:stream="s">');
    socket.destroy();
  });
});
