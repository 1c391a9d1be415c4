import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { AttackLab, FILES } from '#test/support/attack-lab.js';
import { eventually } from '#test/support/eventually.js';

const FDS = '/proc/self/fd';

function openFiles(): number {
  return existsSync(FDS) ? readdirSync(FDS).length : 0;
}

/** Sockets, servers and timers that keep the event loop busy. */
function resources(): number {
  return process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Immediate/.test(name)).length;
}

function scratchFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('cluster-lab-'));
}

/** Labs of other test files have folders of their own in the system's one. */
const ownTmp = mkdtempSync(path.join(tmpdir(), 'leaks-'));
process.env.TMPDIR = ownTmp;
afterAll(() => rmSync(ownTmp, { recursive: true, force: true }));

let attack: AttackLab | undefined;
afterEach(async () => {
  await attack?.close();
  attack = undefined;
});

describe('what a lab holds stays as it was', () => {
  it('after 1,000 clients that came and went, live', async () => {
    attack = await AttackLab.open({ speed: 100 });
    const { host, lab } = attack;
    await attack.meshed();
    const cycle = async (from: number, count: number): Promise<void> => {
      for (let first = from; first < from + count; first += 50) {
        const names = Array.from({ length: 50 }, (_, index) => `u${(first + index) % 100}`);
        for (const name of names) await host.call('client.add', { name, node: 'server1' });
        await eventually('all online', () =>
          lab.clients.list().every((each) => each.view().state.startsWith('online')),
        );
        for (const name of names) await host.call('client.remove', { client: name });
        await eventually('all gone', () => lab.network.allLinks().length <= 6);
      }
      await eventually(
        'no timers of theirs',
        () => lab.clock.timers().length < 60,
        () => lab.clock.timers().map(({ label }) => label),
        5000,
      );
    };
    const held = (): Record<string, number> => ({
      links: lab.network.allLinks().length,
      machines: lab.machines.all().length,
      timers: lab.clock.armed,
      files: openFiles(),
    });
    await cycle(0, 100);
    const before = held();
    await cycle(100, 1000);
    const after = held();
    expect(after['links']).toBeLessThanOrEqual(before['links'] ?? 0);
    expect(after['machines']).toBeLessThanOrEqual(before['machines'] ?? 0);
    expect(after['timers']).toBeLessThanOrEqual((before['timers'] ?? 0) + 100);
    // The trace may have opened its file.
    expect(after['files']).toBeLessThanOrEqual((before['files'] ?? 0) + 2);
    expect(attack.errors()).toEqual([]);
  });
});

describe('nothing is left behind', () => {
  it.each([undefined, 0, 3, 15])('by a lab that is closed (%s ms into its boot)', async (ms) => {
    await delay(30);
    const before = { files: openFiles(), resources: resources(), folders: scratchFolders() };
    const lab = new AttackLab();
    const opening = lab.host.call('topology.open', { files: FILES, speed: 100 }).catch(() => undefined);
    if (ms === undefined) await opening;
    else await delay(ms);
    await lab.close();
    await opening;
    await eventually(
      'nothing left',
      () => resources() <= before.resources && openFiles() <= before.files,
      () => ({ before, resources: process.getActiveResourcesInfo(), files: openFiles() }),
      3000,
    );
    expect(scratchFolders()).toEqual(before.folders);
    expect(lab.bugs).toEqual([]);
  });

  it('by a lab that cannot be opened', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'leaks-'));
    const before = scratchFolders();
    const lab = new AttackLab({ traceFile: path.join(folder, 'nowhere', 'trace.jsonl') });
    await expect(lab.host.call('topology.open', { files: FILES })).rejects.toThrow();
    await lab.close();
    rmSync(folder, { recursive: true });
    expect(scratchFolders()).toEqual(before);
    expect(lab.bugs).toEqual([]);
  });
});
