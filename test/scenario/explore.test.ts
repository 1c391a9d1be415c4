/** What `cluster-lab explore` finds in scenarios in which nothing is wrong, without being told what to look for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaign, type CampaignOptions } from '#core/lab/explore/campaign.js';
import { Explorer } from '#core/lab/explore/explorer.js';
import { findSession } from '#core/lab/explore/find-session.js';
import { LabHost } from '#core/lab/lab-host.js';
import type { Choice } from '#core/shared/explore/choice.js';
import type { Find } from '#core/shared/explore/explore-report.js';
import { exploreSettings } from '#core/shared/explore/explore-settings.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readTopology } from '#main/topology/read-topology.js';
import { ROOT } from './play-file.js';

function explorerOf(file: string, changes: (text: string) => string = (text) => text): Explorer {
  const whole = path.join(ROOT, file);
  const parsed = parseScenario(whole, changes(readFileSync(whole, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  return new Explorer({ scenario, settings: scenario.explore, reader: { readTopology } });
}

function explore(explorer: Explorer, seeds: number, options: Partial<CampaignOptions> = {}) {
  const quiet = { stopAtFirst: false, stopped: () => false, progress: () => undefined };
  return campaign({ explorer, hands: [explorer], from: 1, seeds, ...quiet, ...options });
}

/** Seeds are run until what is meant has been found: how many it takes changes with the traffic of the servers. */
async function search(explorer: Explorer, invariant: string, about: string): Promise<Find> {
  const [batch, most] = [50, 400];
  for (let from = 1; from < most; from += batch) {
    const { finds } = await explore(explorer, batch, { from });
    const found = finds.find(
      ({ violation }) => violation.invariant === invariant && violation.about === about,
    );
    if (found) return found;
  }
  throw new Error(`${most} seeds have not found it`);
}

/** Every choice is needed, and the sockets say what the memory says. */
async function expectLeast(explorer: Explorer, { choices, violation, traceHash, socketsHash }: Find) {
  const about = async (some: readonly Choice[]) => (await explorer.run(some)).violation?.about;
  expect(await about(choices)).toBe(violation.about);
  for (const left of choices) expect(await about(choices.filter((one) => one !== left))).toBeUndefined();
  expect(socketsHash).toBe(traceHash);
}

const TWO_MUCS = 'test/scenario/explore/two-mucs-one-address.yaml';
const RING = 'test/scenario/explore/ring-of-three.yaml';

describe('explore', () => {
  const splitRooms = search(explorerOf(TWO_MUCS), 'rooms-agree', 'muc.example.org equal-addresses');

  it('finds that two MUCs on one address split the rooms', async () => {
    const explorer = explorerOf(TWO_MUCS);
    const find = await splitRooms;
    await expectLeast(explorer, find);
    expect(find.choices).toHaveLength(1);
    expect(find.choices[0]).toMatchObject({ fault: { kind: 'link-drop' } });
    expect(find.violation.params).toMatchObject({ percent: 100 });
  }, 60_000);

  it('finds the stanza that is lost when a node dies that holds it in the ring', async () => {
    const explorer = explorerOf(RING);
    const find = await search(explorer, 'no-stanza-lost', 'power-off');
    await expectLeast(explorer, find);
    expect(find.choices).toHaveLength(1);
    // middle has got it, and has not yet passed it on to where its receiver is.
    expect(find.choices[0]).toMatchObject({ fault: { kind: 'power-off', target: 'middle' } });
    expect(find.violation.params).toMatchObject({ link: 'right>middle:5277', from: 'client:alice' });
  }, 90_000);

  it('keeps all that is needed when one choice is not enough', async () => {
    const explorer = explorerOf(RING, (text) =>
      text
        .replace('steps:', 'explore: { faults: [crash], atMost: 5, orders: 3, invariants: [never] }\nsteps:')
        .replace('  - client.send', '  - never: { links: { service: cl-comp, open: 0 } }\n  - client.send'),
    );
    const { finds } = await explore(explorer, 100, { stopAtFirst: true });
    const [find] = finds;
    if (!find) throw new Error('nothing was found');
    await expectLeast(explorer, find);
    // Of a mesh of three, two have to die before no link is left.
    const dead = find.choices.map((choice) => ('fault' in choice ? choice.fault.target : ''));
    expect(find.drawn).toBeGreaterThan(2);
    expect([...new Set(dead)]).toHaveLength(2);
    expect(dead).toHaveLength(2);
  }, 60_000);

  it('leads to a run that can be gone back to, up to the event at which it went wrong', async () => {
    const explorer = explorerOf(TWO_MUCS);
    const { choices, violation } = await splitRooms;
    let went = '';
    await explorer.run(choices, 'memory', async (lab, host) => {
      const before = lab.trace.range(1, violation.seq);
      const { branch } = await host.call('branch.fork', { seq: violation.seq });
      // To the end of its step.
      expect(branch.forkSeq).toBeGreaterThanOrEqual(violation.seq);
      expect(branch.differsAt).toBeUndefined();
      expect(host.lab?.trace.range(1, violation.seq)).toEqual(before);
      went = host.lab?.trace.range(violation.seq, violation.seq)[0]?.[4] ?? '';
    });
    expect(went).toBe('rooms.verdict');
  }, 60_000);

  it.each(['memory', 'loopback'] as const)(
    'saves a session that opens at that event, in %s',
    async (transport) => {
      const find = await splitRooms;
      const bytes = await findSession(explorerOf(TWO_MUCS), find, 'rooms are split');
      const host = new LabHost({ readTopology, transport });
      try {
        const base64 = Buffer.from(bytes).toString('base64');
        const { branches, bookmarks } = await host.call('session.open', { base64 });
        expect(branches.map(({ same }) => same)).toEqual([true, true]);
        const { seq } = find.violation;
        const now = await host.call('clock.get', {});
        expect(now.mode).toBe('paused');
        expect(host.lab?.trace.range(seq, now.seq).map((row) => row[4])).toContain('rooms.verdict');
        expect(now.seq - seq).toBeLessThan(5);
        expect(bookmarks).toMatchObject([{ seq, title: 'rooms are split' }]);
      } finally {
        await host.close();
      }
    },
  );

  it('gives the same report for the same seeds, however many work on it', async () => {
    const first = await explore(explorerOf(RING), 200, { stopAtFirst: true });
    const from = Math.max(1, first.ran - 5);
    const one = await explore(explorerOf(RING), 8, { from });
    const hands = [explorerOf(RING), explorerOf(RING)];
    const two = await explore(explorerOf(RING), 8, { from, hands });
    expect(one.finds.length).toBeGreaterThan(0);
    expect(two).toEqual(one);
  }, 60_000);

  it('needs no choice for what goes wrong by itself, and runs no seed then', async () => {
    const explorer = explorerOf(RING, (text) =>
      text.replace('- wait: 200 ms', '- expect: { client: bob, state: conflict }'),
    );
    const report = await explore(explorer, 50);
    expect(report).toMatchObject({ ran: 0, failing: 1, finds: [{ seed: 0, choices: [], seeds: [0] }] });
    expect(report.finds[0]?.violation.invariant).toBe('expects');
  }, 60_000);

  it('ends when it is asked to, with what it has', async () => {
    let done = 0;
    const report = await explore(explorerOf(TWO_MUCS), 1000, {
      stopped: () => done >= 3,
      progress: (progress) => (done = progress.done),
    });
    expect(report).toMatchObject({ ran: 3, stopped: true });
  }, 60_000);

  it('keeps to what the scenario allows', async () => {
    const settings = exploreSettings.parse({ faults: [], orders: 3, invariants: ['rooms-agree'] });
    const parsed = parseScenario(TWO_MUCS, readFileSync(path.join(ROOT, TWO_MUCS), 'utf8'));
    if (!parsed.ok) throw new Error('unreadable');
    const explorer = new Explorer({ scenario: parsed.scenario, settings, reader: { readTopology } });
    const report = await explore(explorer, 5);
    expect(report).toMatchObject({ ran: 5, failing: 0, finds: [] });
  }, 60_000);
});
