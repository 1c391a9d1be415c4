import { describe, expect, it } from 'vitest';
import { diffLinks } from '#core/shared/config/preview/diff-links.js';
import { diffPlans } from '#core/shared/config/preview/diff-plans.js';
import { plannedLinks } from '#core/shared/config/preview/planned-links.js';
import { previewTopology, type TopologyPreview } from '#core/shared/config/preview/preview-topology.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { example, type Texts } from './topology-support.js';

function preview(texts: Texts, labYaml?: string, running?: TopologyPlan): TopologyPreview {
  const files = Object.entries(texts).map(([processName, text]) => ({
    path: `${processName}.properties`,
    processName,
    text,
  }));
  const yaml = labYaml === undefined ? {} : { labYaml: { path: 'lab.yaml', text: labYaml } };
  return previewTopology({ name: 'test', files, ...yaml }, '5.2', running);
}

const links = ({ plan }: TopologyPreview) => plannedLinks(plan, '5.2');

const SEED = example('seed-standard-muc');

function changedSeed(process: string, change: (text: string) => string): Texts {
  return { ...SEED, [process]: change(SEED[process] ?? '') };
}

describe('a preview', () => {
  it('names the links that there would be, and who dials whom', () => {
    const planned = links(preview(SEED)).map(({ id, service, connections, listening }) =>
      [id, service, connections, listening].join(' '),
    );
    expect(planned).toEqual([
      'muc1>server1:5270 ext 1 true',
      'muc1>server2:5270 ext 1 true',
      'muc2>server1:5270 ext 1 true',
      'muc2>server2:5270 ext 1 true',
      'server1>server2:5277 cl-comp 2 true',
      'server2>server1:5277 cl-comp 2 true',
    ]);
  });

  it('says where nobody is, and where nobody listens', () => {
    const [nobody, deaf] = links(
      preview(
        changedSeed('muc1', (text) =>
          text.replace('vm-128-157;vm-128-158', 'vm-9;vm-128-158').replace('5270', '5271'),
        ),
      ),
    );
    expect(nobody).toMatchObject({ id: 'muc1>vm-9:5271', listening: false });
    expect(nobody?.to).toBeUndefined();
    expect(deaf).toMatchObject({ id: 'muc1>server2:5271', to: 'server2', listening: false });
  });

  it('finds a server outside the lab by lab.yaml', () => {
    const texts = changedSeed('muc1', (text) => text.replace('vm-128-157;', 'real-server;'));
    const [link] = links(preview(texts, 'hosts:\n  real-server: 127.0.0.7\n'));
    expect(link).toMatchObject({ id: 'muc1>outside:5270', host: 'real-server', listening: true });
  });

  it('calls a text that cannot be read an obstacle, and a mistake in one only a finding', () => {
    expect(preview(SEED, 'quirkz: {}').obstacles.map(({ code }) => code)).toEqual(['Y2']);
    const wrong = preview(
      changedSeed('server1', (text) => text.replace('listen:5270:vm-128-157', 'listen:5270:vm-128-158')),
    );
    expect(wrong.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(wrong.obstacles).toEqual([]);
  });

  it('leaves the addresses of processes that run as they are', () => {
    const { plan } = preview(SEED);
    const more = { ...SEED, amuc: SEED['muc1'] ?? '', zmuc: SEED['muc1'] ?? '' };
    const changed = Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'muc2'));
    const addresses = (texts: Texts, running?: TopologyPlan): string[] =>
      preview(texts, undefined, running).plan.processes.map(({ name, address }) => `${name} ${address}`);
    expect(addresses(more, plan)).toEqual([
      'amuc 127.0.1.5',
      'muc1 127.0.1.1',
      'muc2 127.0.1.2',
      'server1 127.0.1.3',
      'server2 127.0.1.4',
      'zmuc 127.0.1.6',
    ]);
    expect(addresses(changed, plan)[0]).toBe('amuc 127.0.1.2');
    expect(addresses(more)[0]).toBe('amuc 127.0.1.1');
  });

  it('keeps what lab.yaml says of addresses, and puts nobody else there', () => {
    const { plan } = preview(SEED);
    const texts = { ...SEED, muc3: SEED['muc1'] ?? '' };
    const { processes } = preview(texts, 'processes:\n  muc2:\n    address: 127.0.1.5\n', plan).plan;
    expect(processes.map(({ address }) => address)).toEqual([
      '127.0.1.1',
      '127.0.1.5',
      '127.0.1.2',
      '127.0.1.3',
      '127.0.1.4',
    ]);
  });
});

describe('the difference between two plans', () => {
  const before = preview(SEED);
  const difference = (after: TopologyPreview) => diffPlans(before.plan, after.plan);

  it('is nothing when only comments, blanks and the order of lines have changed', () => {
    const texts = changedSeed('server1', (text) => {
      const [first = '', ...others] = text.trimEnd().replaceAll(' = ', '=').split('\n');
      return ['# Mine', ...others, '', first, ''].join('\n');
    });
    expect(difference(preview(texts))).toEqual({
      added: [],
      removed: [],
      changed: [],
      unchanged: ['muc1', 'muc2', 'server1', 'server2'],
    });
  });

  it('names the keys that have been changed', () => {
    const texts = changedSeed('server2', (text) =>
      text.replace('xmpp.impl', 'xmpp').concat('sess-man/some-setting=1\n'),
    );
    expect(difference(preview(texts)).changed).toEqual([
      { name: 'server2', because: ['--debug', 'sess-man/some-setting'] },
    ]);
  });

  it('tells what lab.yaml changes from what it does not', () => {
    const labYaml =
      'processes:\n  muc1:\n    clockAhead: 3\nlint:\n  off: [K1]\nquirks: { fin-unnoticed: off }\n';
    expect(difference(preview(SEED, labYaml))).toMatchObject({
      changed: [{ name: 'muc1', because: ['clockAheadMs'] }],
      unchanged: ['muc2', 'server1', 'server2'],
    });
    const missing = difference(preview(SEED, 'standIns:\n  ChannelMsgExtComponent: missing\n'));
    expect(missing.changed.length + missing.unchanged.length).toBe(4);
  });

  it('counts who has come and gone, and their links', () => {
    const { muc1: muc3 = '', ...rest } = SEED;
    const after = preview({ ...rest, muc3 }, undefined, before.plan);
    expect(difference(after)).toEqual({
      added: ['muc3'],
      removed: ['muc1'],
      changed: [],
      unchanged: ['muc2', 'server1', 'server2'],
    });
    const { added, removed, changed } = diffLinks(links(before), links(after));
    expect(added.map(({ id }) => id)).toEqual(['muc3>server1:5270', 'muc3>server2:5270']);
    expect(removed.map(({ id }) => id)).toEqual(['muc1>server1:5270', 'muc1>server2:5270']);
    expect(changed).toEqual([]);
  });

  it('sees that nobody would listen any more', () => {
    const texts = changedSeed('server1', (text) => text.replace('listen:5270', 'listen:5271'));
    const { changed } = diffLinks(links(before), links(preview(texts)));
    expect(changed.map(({ id, listening }) => `${id} ${listening}`)).toEqual([
      'muc1>server1:5270 false',
      'muc2>server1:5270 false',
    ]);
  });
});
