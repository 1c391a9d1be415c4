/** Ends of a link that do not believe the same, in the traces of the scenarios that are about it. */
import { afterEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { BeliefFold, type BeliefMismatch } from '#core/shared/trace/link-beliefs.js';
import { readTopology } from '#main/topology/read-topology.js';

let host: LabHost;

afterEach(() => host.close());

async function open(quirks: Record<string, boolean> = {}): Promise<void> {
  host = new LabHost({ readTopology, transport: 'memory' });
  await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'ordered', quirks });
  await host.call('clock.runUntil', { forMs: 30_000 });
  await host.call('client.add', { name: 'alice', node: 'server1' });
  await host.call('clock.runUntil', { forMs: 5000 });
}

const run = (forMs: number) => host.call('clock.runUntil', { forMs });

function mismatches(): BeliefMismatch[] {
  const fold = new BeliefFold();
  const trace = host.lab?.trace;
  for (const row of trace?.range(1, trace.length) ?? []) fold.take(row);
  return fold.mismatches();
}

/** `muc1 (bound.live) | server1 gone`. */
function told(): string[] {
  return mismatches().map(
    ({ believer, other }) => `${believer.node} (${believer.state}) | ${other.node} ${other.status}`,
  );
}

describe('the two ends of a link', () => {
  it('believe the same as long as nothing is wrong', async () => {
    await open();
    expect(told()).toEqual([]);
    await host.call('client.remove', { client: 'alice' });
    const { links } = await host.call('link.list', {});
    const [ext] = links.filter(({ service }) => service === 'ext');
    await host.call('link.drop', { link: ext?.id ?? '' });
    await run(30_000);
    expect(told()).toEqual([]);
  });

  it('power off: whoever was connected to it goes on believing, since that moment', async () => {
    await open();
    const { time } = await host.call('clock.get', {});
    await host.call('fault.apply', { kind: 'power-off', target: 'server1' });
    await run(1000);
    const found = told();
    expect(found).toContain('client:alice (online) | server1 gone');
    expect(found).toContain('muc1 (bound.live) | server1 gone');
    expect(found).toContain('muc2 (bound.live) | server1 gone');
    for (const { since } of mismatches()) expect(since).toBeCloseTo(time, 0);
  });

  it('half-open: once the client’s system has given up, its server still believes in it', async () => {
    await open();
    await host.call('fault.apply', {
      ...{ kind: 'half-open', target: 'client:alice>server1' },
      options: { giveUp: 30_000 },
    });
    expect(told()).toEqual([]);
    await host.call('client.send', { client: 'alice', stanza: '<presence/>' });
    await run(20_000);
    expect(told()).toEqual([]);
    await run(20_000);
    expect(told()).toEqual(['server1 (open.bound) | client:alice gone']);
  });

  it.each([
    [true, ['muc1 (bound.socketGone) | server2 gone', 'muc2 (bound.socketGone) | server2 gone']],
    [false, []],
  ])('a crash with fin-unnoticed %s', async (quirk, expected) => {
    await open({ 'fin-unnoticed': quirk });
    await host.call('node.crash', { node: 'server2' });
    await run(2000);
    expect(
      told()
        .filter((line) => line.startsWith('muc'))
        .toSorted(),
    ).toEqual(expected);
  });
});
