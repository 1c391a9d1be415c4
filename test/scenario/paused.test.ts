import { afterEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';

let host: LabHost;
afterEach(() => host.close());

const delivered = async (): Promise<number> =>
  (await host.call('trace.query', { filter: { kinds: ['frame.delivered'] }, limit: 10_000 })).events.length;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('paused', () => {
  it('is still, with retries due and traffic on the way; each delivery delivers one frame', async () => {
    host = new LabHost({ readTopology });
    await host.call('topology.open', { path: 'examples/seed-standard-muc', speed: 20 });
    await host.call('client.add', { name: 'alice', node: 'server1' });
    await host.call('client.add', { name: 'bob', node: 'server2' });
    await expect
      .poll(async () => (await host.call('client.list', {})).clients.map(({ state }) => state))
      .toEqual(['online', 'online']);
    // From now on both MUCs dial server2 again every two seconds of lab time, and find nobody.
    await host.call('node.crash', { node: 'server1' });
    await host.call('quirk.set', { quirk: 'fin-unnoticed', on: false });
    await host.call('node.stop', { node: 'server2' });
    await wait(300);
    await host.call('node.start', { node: 'server2' });
    await wait(50);
    const { seq, time } = await host.call('clock.pause', {});
    expect((await host.call('pending.list', {})).pending.some(({ kind }) => kind === 'timer')).toBe(true);
    // 1.5 s are 30 s of lab time at this speed: many retries would have been due.
    await wait(1500);
    const later = await host.call('clock.get', {});
    expect(later).toMatchObject({ mode: 'paused', seq, time });

    for (let frames = 0, steps = 0; frames < 8 && steps < 2000; steps += 1) {
      const { pending } = await host.call('pending.list', {});
      const frame = pending.find(({ kind, deliverable }) => kind === 'frame' && deliverable);
      const other = pending.find(({ kind, deliverable }) => deliverable && kind !== 'frame');
      const chosen = frame ?? other;
      if (!chosen) break;
      const before = await delivered();
      await host.call('pending.deliver', { id: chosen.id });
      expect((await delivered()) - before).toBe(frame ? 1 : 0);
      frames += frame ? 1 : 0;
      if (frames === 8) return;
    }
    expect.fail('fewer than eight frames came by');
  });

  it('delivers the second of two waiting frames first, on another link', async () => {
    host = new LabHost({ readTopology });
    await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'paused' });
    const frames = async (): Promise<string[]> =>
      (await host.call('pending.list', {})).pending
        .filter(({ kind, deliverable }) => kind === 'frame' && deliverable)
        .map(({ id }) => id);
    for (let steps = 0; steps < 200 && (await frames()).length < 2; steps += 1)
      await host.call('clock.step', {});
    const [first, second] = await frames();
    if (!first || !second) throw new Error('never two frames at once');
    await host.call('pending.deliver', { id: second });
    const { events } = await host.call('trace.query', { filter: { kinds: ['frame.delivered'] } });
    expect(`f${events.at(-1)?.data.frame}`).toBe(second);
    expect(await frames()).toContain(first);
  });
});
