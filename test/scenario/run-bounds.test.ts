/** A run until something that never comes ends at its bound, and each such run goes on from where the last one ended. */
import { expect, it, onTestFinished } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';

it('goes on by a bound of one event', async () => {
  const host = new LabHost({ readTopology });
  onTestFinished(() => host.close());
  await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'paused' });
  await host.call('clock.step', { count: 20 });
  const waiting = async (): Promise<string> => JSON.stringify(await host.call('pending.list', {}));
  for (let run = 0; run < 3; run += 1) {
    const before = await waiting();
    const { end } = await host.call('clock.runUntil', { event: 'kind:lab.error', events: 1 });
    expect(end).toBe('events');
    expect(await waiting()).not.toBe(before);
  }
});
