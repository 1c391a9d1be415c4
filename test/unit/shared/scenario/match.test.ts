import { describe, expect, it } from 'vitest';
import { durationMs } from '#core/shared/scenario/duration.js';
import {
  matchesEvent,
  matchesFrame,
  matchesJid,
  matchesLink,
  matchesState,
  type FrameElement,
} from '#core/shared/scenario/match.js';
import { conditionText, stepText } from '#core/shared/scenario/step-text.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

const log: TraceRow = [7, 1500, 'server1', 3, 'node.log', ['WARNING', 'tigase.x.Y', 'Error: creating']];
const sent: TraceRow = [8, 1500, 'muc1', 3, 'frame.sent', ['muc1>server1:5270#2', 'ab', 12, '<presence/>']];

describe('matchesEvent', () => {
  it.each([
    [{}, true],
    [{ kinds: ['node.log' as const, 'node.console' as const] }, true],
    [{ kinds: ['node.console' as const] }, false],
    [{ node: 'server1' }, true],
    [{ node: 'server2' }, false],
    [{ contains: 'creating' }, true],
    [{ contains: 'WARN' }, true],
    [{ contains: 'absent' }, false],
    [{ data: { level: 'WARNING', text: 'Error: creating' } }, true],
    [{ data: { level: 'WARN' } }, false],
    [{ data: { port: 5270 } }, false],
    [{ machine: 'node' }, false],
  ])('%j', (filter, matches) => expect(matchesEvent(log, filter)).toBe(matches));

  it('compares numbers as text, and links with or without their number', () => {
    expect(matchesEvent(sent, { data: { frame: 12 } })).toBe(true);
    expect(matchesEvent(sent, { data: { frame: '12' } })).toBe(true);
    expect(matchesEvent(sent, { link: 'muc1>server1:5270' })).toBe(true);
    expect(matchesEvent(sent, { link: 'muc1>server1:5270#2' })).toBe(true);
    expect(matchesEvent(sent, { link: 'muc1>server1:527' })).toBe(false);
  });
});

describe('names', () => {
  it('a link stands for each of its numbers', () => {
    expect(matchesLink('a>b:1#12', 'a>b:1#1')).toBe(false);
    expect(matchesLink(undefined, 'a>b:1')).toBe(false);
  });
  it('a state stands for those inside it', () => {
    expect(matchesState('bound.live', 'bound')).toBe(true);
    expect(matchesState('boundary', 'bound')).toBe(false);
  });
  it('a bare JID stands for its resources', () => {
    expect(matchesJid('a@b/c', 'a@b')).toBe(true);
    expect(matchesJid('a@b/c', 'a@b/d')).toBe(false);
    expect(matchesJid('a@bc', 'a@b')).toBe(false);
    expect(matchesJid(undefined, 'a@b')).toBe(false);
  });
});

const leaf = (name: string, attrs: Record<string, string> = {}, text = ''): FrameElement => ({
  name,
  attrs,
  text,
  children: [],
});
const presence: FrameElement = {
  name: 'presence',
  attrs: { from: 'room@muc/alice', to: 'alice@x/a', type: 'error' },
  text: '',
  children: [
    {
      ...leaf('x', { xmlns: 'muc#user' }),
      children: [leaf('item', { role: 'moderator' }), leaf('status', { code: '201' })],
    },
    leaf('body', {}, 'hello'),
  ],
};

describe('matchesFrame', () => {
  it.each([
    [{}, true],
    [{ name: 'presence' }, true],
    [{ name: 'pres' }, false],
    [{ name: 'iq' }, false],
    [{ from: 'room@muc', to: 'alice@x/a', type: 'error' }, true],
    [{ from: 'room@muc/bob' }, false],
    [{ id: '1' }, false],
    [{ attrs: { type: 'error' } }, true],
    [{ attrs: { type: 'get' } }, false],
    [{ contains: '201' }, true],
    [{ contains: '202' }, false],
    [{ lacks: '201' }, false],
    [{ lacks: '202' }, true],
    [{ child: 'status' }, true],
    [{ child: { name: 'status', attrs: { code: '201' } } }, true],
    [{ child: { name: 'status', attrs: { code: '110' } } }, false],
    [{ child: ['item', { name: 'x', xmlns: 'muc#user' }, { name: 'body', text: 'hello' }] }, true],
    [{ child: ['item', 'history'] }, false],
    [{ child: { name: 'body', text: 'hell' } }, false],
    [{ child: { name: 'x', xmlns: 'other' } }, false],
  ])('%j', (pattern, matches) =>
    expect(matchesFrame('<presence 201/>', pattern, () => presence)).toBe(matches),
  );

  it('is never what cannot be parsed', () => {
    expect(matchesFrame('<presence', { name: 'presence' }, () => undefined)).toBe(false);
  });
});

describe('texts', () => {
  it('durations', () => {
    expect(['500 ms', '1.5s', '2 min', '1 h', '0 s'].map(durationMs)).toEqual([
      500, 1500, 120_000, 3_600_000, 0,
    ]);
    expect(['5', 's', '-1 s', '1  s', '1 d', ''].map(durationMs)).toEqual(Array(6).fill(undefined));
  });
  it('steps in one line', () => {
    expect(stepText({ kind: 'wait', ms: 10 })).toBe('wait 10 ms');
    const args = { name: 'alice', node: 'server1', presence: false, password: 'a b' };
    expect(stepText({ kind: 'command', command: 'client.add', args })).toBe(
      'client.add {name: alice, node: server1, presence: false, password: "a b"}',
    );
    const links = { subject: 'links', links: { service: 'ext', open: 4 }, within: 10_000 } as const;
    expect(conditionText(links)).toBe('{links: {service: ext, open: 4}}');
    const trace = {
      subject: 'trace',
      trace: { kinds: ['node.log'] },
      within: 1,
      count: 1,
      since: 'start',
    } as const;
    expect(conditionText({ ...trace, trace: { kinds: ['node.log'] } })).toBe('{trace: {kinds: [node.log]}}');
  });
});
