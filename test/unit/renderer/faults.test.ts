import { describe, expect, it } from 'vitest';
import { faultRequest } from '#core/shared/api/fault-request.js';
import type { FaultView } from '#core/shared/api/results.js';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import { choice, ms } from '#core/shared/faults/fault-options.js';
import { renderText } from '#core/shared/text/render.js';
import { emptyDraft, problemOf, requestOf, type FaultDraft } from '#renderer/faults/fault-draft.js';
import {
  familyOrder,
  faultsOnLine,
  faultsOnNode,
  groundsOf,
  linePlace,
  nodePlace,
  rootOf,
} from '#renderer/faults/fault-place.js';
import { faultSentence, kindName, optionName, targetWords, type Say } from '#renderer/faults/fault-words.js';
import { defaultTarget, quickFaults } from '#renderer/faults/quick-faults.js';

const say: Say = (code, params) => renderText('en', code, params);

const LATENCY: FaultKindView = {
  kind: 'latency',
  on: 'route',
  group: 'line',
  directed: true,
  once: false,
  options: { delay: ms(100), jitter: ms(0) },
};
const DROP: FaultKindView = {
  kind: 'link-drop',
  on: 'route',
  group: 'connection',
  directed: false,
  once: true,
  options: { how: choice('reset', 'fin') },
};
const WIFI: FaultKindView = { ...DROP, kind: 'wifi-off', on: 'node', group: 'interface', once: false };

function fault(part: Partial<FaultView>): FaultView {
  return { id: 'fault-1', kind: 'latency', target: '', state: 'on.untilHealed', options: {}, ...part };
}

const PLAN = {
  processes: [
    { name: 'server1', hostname: 'vm-1', listeners: [{ component: 'ext', port: 5270 }] },
    { name: 'muc1', hostname: 'muc1', listeners: [] },
  ],
} as unknown as Parameters<typeof nodePlace>[0];

describe('where a fault can be put', () => {
  const link = linePlace(PLAN, {
    id: 'muc1>server1:5270#3',
    source: 'muc1',
    target: 'server1',
    service: 'ext',
  });
  const gap = linePlace(PLAN, {
    id: 'dial muc1/ext/dial x y',
    source: 'muc1',
    target: 'server1',
    service: 'ext',
  });

  it('knows a line by its link, and one without a link by its service', () => {
    expect(link).toMatchObject({
      title: 'muc1 → server1:5270',
      line: { link: 'muc1>server1:5270#3', from: 'muc1', to: 'server1', port: 5270 },
    });
    expect(gap.line).toEqual({ link: undefined, from: 'muc1', to: 'server1', port: 5270 });
  });

  it('puts what stays on the route, and what is over at once on the one connection', () => {
    expect(defaultTarget(link, 'route', false)).toBe('muc1>server1:5270');
    expect(defaultTarget(link, 'route', true)).toBe('muc1>server1:5270#3');
    expect(defaultTarget(gap, 'route', true)).toBe('muc1>server1:5270');
    expect(defaultTarget(nodePlace(PLAN, 'server1'), 'name', false)).toBe('vm-1');
    expect(defaultTarget(nodePlace(PLAN, 'server1'), 'port', false)).toBeUndefined();
  });

  it('offers the usual ones first, of those that the lab has', () => {
    const kinds = [WIFI, LATENCY, DROP];
    expect(quickFaults(link, kinds).map(({ kind }) => kind)).toEqual(['link-drop', 'latency']);
    expect(quickFaults(nodePlace(PLAN, 'server1'), kinds).map(({ kind }) => kind)).toEqual(['wifi-off']);
    const down: FaultKindView = { ...WIFI, kind: 'database-down', on: 'database', group: 'database' };
    const quick = quickFaults({ title: 'mysql', database: 'server1' }, [...kinds, down]);
    expect(quick.map(({ kind }) => kind)).toEqual(['database-down']);
    expect(groundsOf(nodePlace(PLAN, 'server1'))).toEqual(['node', 'port', 'name']);
  });

  it('finds the faults that lie on a line, those included that wait there', () => {
    const on = ['muc1>server1:5270', 'server1<>muc1', '*>server1:5270', 'muc1>server1:5270#3'];
    const off = ['muc1>server2:5270', 'muc1>server1:5277', 'muc1>server1:5270#2', 'server1', ''];
    const faults = [...on, ...off].map((target) => fault({ target }));
    expect(faultsOnLine(link.line!, faults).map(({ target }) => target)).toEqual(on);
    expect(faultsOnLine(gap.line!, faults).map(({ target }) => target)).toEqual(on.slice(0, 3));
  });

  it('finds the faults of a process, of its ports and of its name', () => {
    const ground = { a: 'node', b: 'port', c: 'name', d: 'nodes', e: 'route' } as const;
    const faults = [
      ['a', 'server1'],
      ['b', 'server1:5270'],
      ['c', 'VM-1'],
      ['d', 'muc1|server1,server2'],
      ['a', 'server10'],
      ['e', 'server1>server2'],
    ].map(([kind = '', target = '']) => fault({ kind, target }));
    const found = faultsOnNode('server1', 'vm-1', faults, (kind) => ground[kind as keyof typeof ground]);
    expect(found.map(({ kind }) => kind)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('what a pattern has put on', () => {
  const part = fault({ id: 'fault-3', kind: 'refuse', of: 'fault-1' });
  const pattern = fault({ id: 'fault-1', kind: 'split-brain', target: 'a|b' });
  const other = fault({ id: 'fault-2' });

  it('stands below it, and is healed with it', () => {
    const all = [pattern, other, part];
    expect(familyOrder(all).map(({ id }) => id)).toEqual(['fault-1', 'fault-3', 'fault-2']);
    expect(rootOf(part, all)).toBe(pattern);
    expect(rootOf(other, all)).toBe(other);
  });

  it('is not lost when the pattern is gone', () => {
    expect(familyOrder([part])).toEqual([part]);
    expect(rootOf(part, [part])).toBe(part);
  });
});

describe('the form of a fault', () => {
  const draft = (part: Partial<FaultDraft> = {}): FaultDraft => ({ ...emptyDraft(LATENCY, 'a>b'), ...part });

  it('asks for no more than was filled in', () => {
    expect(requestOf(LATENCY, draft())).toEqual({
      kind: 'latency',
      target: 'a>b',
      options: { delay: 100, jitter: 0 },
    });
  });

  it('makes a request that the host takes, whatever was filled in', () => {
    const full = draft({
      direction: 'ba',
      chance: '12.5',
      duration: '1.5',
      after: '2',
      every: '10',
      times: '3',
      frames: { name: 'message', contains: 'x', skip: '2', count: '1' },
      stage: {
        ...draft().stage,
        when: 'state',
        machine: 'listener',
        state: 'listening',
        node: 'a',
        nth: '2',
      },
    });
    expect(problemOf(LATENCY, full)).toBeUndefined();
    const request = requestOf(LATENCY, full);
    expect(faultRequest.parse(request)).toEqual({
      kind: 'latency',
      target: 'a>b',
      direction: 'ba',
      options: { delay: 100, jitter: 0 },
      probability: 0.125,
      frames: { match: { name: 'message', contains: 'x' }, skip: 2, count: 1 },
      durationMs: 1500,
      schedule: { afterMs: 2000, everyMs: 10_000, times: 3 },
      when: { machine: 'listener', state: 'listening', node: 'a', nth: 2 },
    });
    const stage = { ...full.stage, when: 'frame', name: 'handshake', at: 'delivered' } as const;
    expect(requestOf(LATENCY, { ...full, stage }).when).toEqual({
      stanza: { name: 'handshake' },
      at: 'delivered',
      nth: 2,
    });
  });

  it.each([
    ['delay', { options: { delay: '', jitter: '0' } }],
    ['jitter', { options: { delay: '1', jitter: '-1' } }],
    ['chance', { chance: '0' }],
    ['duration', { duration: 'soon' }],
    ['duration', { duration: '0' }],
    ['every', { every: '5' }],
    ['every', { every: '5', duration: '5' }],
    ['skip', { frames: { name: '', contains: '', skip: '1.5', count: '' } }],
    ['target', { target: '' }],
    ['state', { stage: { ...draft().stage, when: 'state', machine: 'node' } }],
    ['name', { stage: { ...draft().stage, when: 'frame' } }],
  ] satisfies [string, Partial<FaultDraft>][])('says that %s is wrong', (field, part) => {
    expect(problemOf(LATENCY, draft(part))?.field).toBe(field);
  });

  it('lets what is over at once come again without a duration', () => {
    const again = { ...emptyDraft(DROP, 'a>b'), every: '5' };
    expect(problemOf(DROP, again)).toBeUndefined();
  });
});

describe('a fault in words', () => {
  it('says its settings, its way and its time', () => {
    const one = fault({
      target: 'muc1>server1:5270',
      direction: 'ba',
      options: { delay: 250, jitter: 0 },
      probability: 0.5,
      durationMs: 60_000,
      state: 'armed',
      when: { machine: 'listener', state: 'listening' },
    });
    expect(faultSentence(one, LATENCY, say)).toBe(
      `${kindName('latency', say)} (${optionName('delay', say)} 250 ms) · server1 → muc1 · 50 % chance · for 60 s · when listener is in listening · armed, waits for its stage`,
    );
    expect(faultSentence(fault({ kind: 'new-one', options: {} }), undefined, say)).toBe('new-one');
  });

  it('says targets as people do', () => {
    const targets = [
      'muc1>server1:5270#3',
      '*>server1:5277',
      'client:alice<>server1',
      'a,b|c',
      'server1',
      '',
    ];
    expect(targets.map((target) => targetWords(target, say))).toEqual([
      'muc1 → server1:5270 #3',
      'anyone → server1:5277',
      'alice ↔ server1',
      'a, b | c',
      'server1',
      'the link on which it happens',
    ]);
  });
});
