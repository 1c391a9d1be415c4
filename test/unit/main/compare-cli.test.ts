import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compare } from '#main/cli/compare.js';
import { scenarioUnder, settingsOf } from '#main/cli/compare-settings.js';
import { Output } from '#main/cli/output.js';
import { run } from '#main/cli/run.js';
import type { Comparison } from '#core/shared/trace/compare/comparison.js';

const NODE_KILL = 'examples/scenarios/crash-and-heal-all.yaml';

function listening(): { output: Output; out: () => string; aside: () => string } {
  const said = { out: '', aside: '' };
  const stream = (name: keyof typeof said) => ({
    write: (text: string) => void (said[name] += text),
    on: () => undefined,
  });
  const output = new Output('en', { stdout: stream('out'), stderr: stream('aside') });
  return { output, out: () => said.out, aside: () => said.aside };
}

describe('cluster-lab compare', () => {
  it('says what the two profiles make of a node that is killed', { timeout: 60_000 }, async () => {
    const { output, out, aside } = listening();
    const options = { left: { profile: '5.2' }, right: { profile: '7.1' }, json: true } as const;
    expect(await compare([NODE_KILL], options, output)).toBe(1);
    const found = JSON.parse(out()) as Comparison;
    expect(found.verdict).toBe('different');
    expect(found.firstEvent?.left?.text).toContain('5.2');
    // 5.2.3 believes in the sockets of the node that died; 7.1.7 dials again.
    for (const muc of ['muc1', 'muc2']) {
      expect(found.ends).toContainEqual(
        expect.objectContaining({
          what: 'machine',
          subject: expect.stringMatching(`^${muc}/ext/dial .* vm-128-157$`) as string,
          left: 'bound.socketGone',
          right: 'bound.live',
        }),
      );
    }
    expect(found.headline).toMatchObject({ code: 'compare.headline.end', params: { right: 'agreed' } });
    expect(aside()).toContain('In right, a step did not come out');
  });

  it('names the message that the lesson loses, and its link', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'compare-pair-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const traces: string[] = [];
    for (const name of ['message-before-loss', 'loss-before-message']) {
      const trace = path.join(folder, name);
      const scenario = `examples/scenarios/${name}.yaml`;
      const settings = { transport: 'memory', trace } as const;
      expect(await run([scenario], settings, listening().output)).toBe(0);
      traces.push(trace);
    }
    const { output, out } = listening();
    expect(await compare(traces, { left: {}, right: {} }, output)).toBe(1);
    expect(out().split('\n')[0]).toMatch(
      /^bob got the message “tea is ready” in left, and not in right: there it was lost on muc\d>server2:5270#\d+ \(reset\)\.$/,
    );
  });

  it('finds nothing between a run and itself', { timeout: 60_000 }, async () => {
    const { output, out } = listening();
    expect(await compare(['examples/scenarios/links-come-up.yaml'], { left: {}, right: {} }, output)).toBe(0);
    expect(out()).toContain('The two runs are the same, event by event.');
  });

  it.each([
    [['a', 'b', 'c'], {}],
    [['no-such.yaml'], {}],
    [['no-such.ndjson', 'nor-this.ndjson'], {}],
    [['README.md', 'README.md'], {}],
    [['a.ndjson', 'b.ndjson'], { seed: 2 }],
  ])('refuses %j %j with a sentence', async (files, left) => {
    const { output, out, aside } = listening();
    expect(await compare(files, { left, right: {} }, output)).toBe(2);
    expect(out()).toBe('');
    expect(aside()).not.toBe('');
  });

  it('reads settings, and refuses others', () => {
    const read = settingsOf(listening().output);
    expect(read('profile=7.1,seed=3', {})).toEqual({ profile: '7.1', seed: 3 });
    expect(read('quirk:fin-unnoticed=off', { seed: 1 })).toEqual({
      seed: 1,
      quirks: { 'fin-unnoticed': false },
    });
    for (const bad of [
      'profile=8',
      'seed=x',
      'quirk:no-such=on',
      'quirk:fin-unnoticed=maybe',
      'nothing',
      '',
    ]) {
      expect(() => read(bad, {})).toThrow();
    }
  });

  it('puts settings before those of the scenario and of its start', () => {
    const start = { kind: 'start', options: { profile: '5.2', quirks: { 'fin-unnoticed': true } } };
    const scenario = { profile: '5.2', seed: 1, quirks: {}, steps: [start] } as never;
    const under = scenarioUnder(scenario, { profile: '7.1', quirks: { 'fin-unnoticed': false } });
    expect(under.profile).toBe('7.1');
    expect(under.steps[0]).toMatchObject({ options: { profile: '7.1', quirks: { 'fin-unnoticed': false } } });
  });
});
