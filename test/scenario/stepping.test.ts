/** Holding, choosing, stepping and stopping, by the host API. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostEvents } from '#core/shared/api/results.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';

let host: LabHost;
const DOMAIN = 'xmpp.dev.pajkdc.com';
const chat = (body: string): string =>
  `<message to='bob@${DOMAIN}' type='chat'><body>${body}</body></message>`;

beforeEach(async () => {
  host = new LabHost({ readTopology });
  await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'paused' });
  await host.call('client.add', { name: 'alice', node: 'server1' });
  await host.call('client.add', { name: 'bob', node: 'server2' });
  await host.call('clock.runUntil', { forMs: 8000 });
  const { clients } = await host.call('client.list', {});
  expect(clients.map(({ state }) => state)).toEqual(['online', 'online']);
});
afterEach(() => host.close());

async function say(body: string): Promise<PendingItem> {
  await host.call('client.send', { client: 'alice', stanza: chat(body) });
  const item = (await pending()).find(({ text }) => text.includes(body));
  if (!item) throw new Error(`${body} does not wait`);
  return item;
}

async function pending(): Promise<PendingItem[]> {
  return (await host.call('pending.list', {})).pending;
}

async function heard(): Promise<string> {
  return JSON.stringify((await host.call('client.inbox', { client: 'bob' })).items);
}

describe('the pending list', () => {
  it('says what each would do, and behind what it waits', async () => {
    const first = await say('first');
    const second = await say('second');
    expect(first).toMatchObject({ node: 'client:alice', to: 'server1', service: 'c2s', deliverable: true });
    expect(second).toMatchObject({ behind: first.id, held: 'behind', deliverable: false });
    expect(second.seq).toBeGreaterThan(first.seq ?? Infinity);
  });

  it('holds one frame, and all behind it, until it is let go', async () => {
    const { id } = await say('held');
    await host.call('pending.hold', { id });
    await say('behind it');
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await heard()).not.toContain('held');
    expect((await pending()).find((item) => item.id === id)).toMatchObject({ kept: 'frame', held: 'user' });
    await expect(host.call('pending.deliver', { id })).rejects.toMatchObject({ code: 'not-deliverable' });
    await host.call('pending.release', { id });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await heard()).toMatch(/held.*behind it/);
  });

  it('holds one direction of a link while the other goes on', async () => {
    const { link = '', id } = await say('stays');
    await host.call('pending.hold', { link, direction: 'ab' });
    await host.call('client.send', {
      client: 'bob',
      stanza: `<message to='alice@${DOMAIN}' type='chat'><body>other way</body></message>`,
    });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect((await pending()).find((item) => item.id === id)?.kept).toBe('direction');
    expect(JSON.stringify((await host.call('client.inbox', { client: 'alice' })).items)).toContain(
      'other way',
    );
    await host.call('pending.release', { link });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await heard()).toContain('stays');
  });

  it('refuses what is not there', async () => {
    await expect(host.call('pending.hold', { id: 'f999999' })).rejects.toMatchObject({
      code: 'unknown-pending',
    });
    await expect(host.call('pending.hold', { link: 'nobody' })).rejects.toMatchObject({
      code: 'unknown-link',
    });
    await expect(host.call('pending.hold', {})).rejects.toMatchObject({ code: 'bad-arguments' });
  });
});

describe('steps', () => {
  it('go into a step queue by queue, over and out, and the trace is that of one step', async () => {
    const { id, seq = 0 } = await say('inside');
    await host.call('clock.step', { kind: 'into' });
    const seen: string[] = [];
    let answer = await host.call('clock.get', {});
    for (let count = 0; count < 50; count += 1) {
      const tasks = (await pending()).filter(({ kind }) => kind === 'task');
      if (tasks.length === 0) break;
      seen.push(tasks[0]?.text ?? '');
      answer = await host.call('clock.step', { kind: count === 2 ? 'over' : 'into' });
    }
    expect(seen[0]).toContain('c2s');
    expect(seen.some((text) => text.includes('sess-man'))).toBe(true);
    expect(answer).toMatchObject({ inside: false });
    const { events } = await host.call('trace.query', { from: seq, filter: { kinds: ['frame.handled'] } });
    expect(`f${events[0]?.data.frame}`).toBe(id);
    // Everything that the frame did comes before the word that it has been handled.
    const hops = await host.call('trace.query', { from: seq, filter: { kinds: ['packet.hop'] } });
    expect(hops.events.every(({ seq: hop }) => hop < (events[0]?.seq ?? 0))).toBe(true);
  });

  it('that are left half-way end before anything else happens', async () => {
    await say('half');
    expect(await host.call('clock.step', { kind: 'into' })).toMatchObject({ inside: true });
    await say('another');
    expect((await pending()).some(({ kind }) => kind === 'task')).toBe(false);
    await host.call('clock.step', { kind: 'into' });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await heard()).toMatch(/half.*another/);
  });

  it('go on in one node, on one link, and to the next frame', async () => {
    const { link = '', id } = await say('walk');
    expect((await host.call('clock.step', { kind: 'link', link })).stepped.at(-1)).toBe(id);
    const { stepped } = await host.call('clock.step', { kind: 'node', node: 'server2' });
    expect(stepped.at(-1)).toMatch(/^f/);
    expect((await host.call('clock.step', { kind: 'frame' })).stepped.at(-1)).toMatch(/^f/);
    await expect(host.call('clock.step', { kind: 'node', node: 'nobody' })).rejects.toMatchObject({
      code: 'unknown-node',
    });
  });

  it('go to the end of the journey of a stanza, and no further', async () => {
    const other = await say('not this one');
    await host.call('pending.drop', { id: other.id });
    const { seq = 0 } = await say('this one');
    const { stepped } = await host.call('clock.step', { kind: 'journey', seq });
    expect(await heard()).toContain('this one');
    expect(stepped.length).toBeGreaterThan(2);
    expect((await host.call('clock.step', { kind: 'journey', seq })).stepped).toEqual([]);
  });

  it('advance to a timer: at its due time, with all that is due before it or without', async () => {
    await host.call('node.stop', { node: 'server2' });
    await host.call('clock.step', { count: 20 });
    const timers = (await pending()).filter(({ kind }) => kind === 'timer');
    const last = timers.at(-1);
    if (!last) throw new Error('no timer');
    const { time, end } = await host.call('clock.advanceTo', { timer: last.id, others: 'wait' });
    expect([time, end]).toEqual([last.due, 'met']);
    const next = (await pending()).find(({ kind }) => kind === 'timer');
    const { time: later } = await host.call('clock.advanceTo', { timer: next?.id ?? '', others: 'run' });
    expect(later).toBeGreaterThanOrEqual(time);
    expect((await pending()).some(({ id }) => id === next?.id)).toBe(false);
    await expect(host.call('clock.advanceTo', { timer: 't0' })).rejects.toMatchObject({
      code: 'unknown-pending',
    });
  });
});

describe('runs until', () => {
  it('an event number, a stanza, a machine’s state, a node', async () => {
    const { seq } = await host.call('clock.get', {});
    await say('until');
    const met = await host.call('clock.runUntil', { seq: seq + 5 });
    expect(met.end).toBe('met');
    expect(met.seq).toBeGreaterThanOrEqual(seq + 5);
    const stanza = await host.call('clock.runUntil', { stanza: { name: 'message', contains: 'until' } });
    expect(stanza.end).toBe('met');
    expect((await host.call('clock.runUntil', { node: 'server2', forMs: 10_000 })).end).toBe('met');
    await host.call('client.add', { name: 'carol', node: 'server1' });
    const online = { machine: 'client-session', node: 'client:carol', state: 'online' };
    expect((await host.call('clock.runUntil', { machine: online, forMs: 60_000 })).end).toBe('met');
    const { clients } = await host.call('client.list', {});
    expect(clients.find(({ name }) => name === 'carol')?.state).toBe('online');
  });

  it('paused, as fast as it goes', async () => {
    const { time } = await host.call('clock.get', {});
    expect((await host.call('clock.resume', { speed: 'fast' })).mode).toBe('ordered');
    await expect.poll(async () => (await host.call('clock.get', {})).time).toBeGreaterThan(time + 60_000);
    const paused = await host.call('clock.pause', {});
    expect(paused).toMatchObject({ mode: 'paused', cannotHold: [] });
    expect((await host.call('clock.get', {})).time).toBe(paused.time);
  });
});

describe('breakpoints', () => {
  const hits = (): HostEvents['breakpoint.hit'][] => {
    const heardOf: HostEvents['breakpoint.hit'][] = [];
    host.on('breakpoint.hit', (hit) => heardOf.push(hit));
    return heardOf;
  };

  it('stop at a stanza, which can be changed before it is delivered', async () => {
    const seen = hits();
    await host.call('breakpoint.set', {
      pattern: { contains: 'bread' },
      node: 'server1',
      intercept: true,
    });
    await say('bread');
    expect((await host.call('clock.runUntil', { forMs: 5000 })).end).toBe('breakpoint');
    const [hit] = seen;
    expect(hit).toMatchObject({ intercept: true });
    const item = (await pending()).find(({ id }) => id === hit?.frame);
    await host.call('breakpoint.clear', {});
    await host.call('pending.edit', { id: item?.id ?? '', text: item?.text.replace('bread', 'cake') ?? '' });
    await host.call('clock.runUntil', { forMs: 5000 });
    expect(await heard()).toMatch(/cake/);
    expect(await heard()).not.toMatch(/bread/);
  });

  it('stop at a machine, a stage of a link and a log line, without a word in the trace', async () => {
    const seen = hits();
    const stages = await host.call('breakpoint.set', { stage: 'fin' });
    const machine = await host.call('breakpoint.set', {
      machine: { machine: 'node', state: 'down' },
      node: 'server2',
    });
    await host.call('node.stop', { node: 'server2' });
    for (let runs = 0; runs < 40 && new Set(seen.map(({ breakpoint }) => breakpoint)).size < 2; runs += 1)
      await host.call('clock.runUntil', { forMs: 2000 });
    const named = seen.map(({ breakpoint }) => breakpoint);
    expect(named).toEqual(expect.arrayContaining([stages.breakpoint, machine.breakpoint]));
    await host.call('breakpoint.clear', {});
    await host.call('breakpoint.set', { log: { contains: '' }, once: true });
    seen.length = 0;
    await host.call('node.start', { node: 'server2' });
    await host.call('clock.runUntil', { forMs: 20_000 });
    const { events } = await host.call('trace.query', { from: seen[0]?.seq ?? 0, limit: 1 });
    expect(events[0]?.kind).toBe('node.log');
    const kinds = (await host.call('trace.query', { limit: 10_000 })).events.map(({ kind }) => String(kind));
    expect(kinds.filter((kind) => kind.includes('break'))).toEqual([]);
  });

  it('only count at first, stop once, and can be turned off', async () => {
    const pattern = { name: 'message', contains: 'knock' };
    const { breakpoint } = await host.call('breakpoint.set', {
      pattern,
      node: 'client:alice',
      ignore: 1,
      once: true,
    });
    const seen = hits();
    await say('knock 1');
    expect(seen).toEqual([]);
    await say('knock 2');
    await say('knock 3');
    expect(seen.map((hit) => hit.breakpoint)).toEqual([breakpoint]);
    const [view] = (await host.call('breakpoint.list', {})).breakpoints;
    expect(view).toMatchObject({ kind: 'pattern', enabled: false, hits: 2 });
    await host.call('breakpoint.enable', { breakpoint, on: true });
    await say('knock 4');
    expect(seen).toHaveLength(2);
    await expect(host.call('breakpoint.enable', { breakpoint: 'x', on: true })).rejects.toMatchObject({
      code: 'unknown-breakpoint',
    });
    await expect(host.call('breakpoint.set', { pattern, log: { contains: 'x' } })).rejects.toMatchObject({
      code: 'bad-arguments',
    });
  });
});

describe('a run with holds, steps inside and a journey', () => {
  it('is played again event by event', async () => {
    const { id, seq = 0 } = await say('replayed');
    await host.call('pending.hold', { id });
    await say('second');
    await host.call('clock.runUntil', { forMs: 1000 });
    await host.call('pending.release', { id });
    await host.call('clock.step', { kind: 'into' });
    await host.call('clock.step', { kind: 'over' });
    await host.call('clock.step', { kind: 'journey', seq });
    await host.call('clock.runUntil', { forMs: 3000 });
    const { hash, events } = await host.call('trace.hash', {});
    await host.call('branch.fork', { seq: events });
    expect(await host.call('trace.hash', {})).toEqual({ hash, events });
  });
});
