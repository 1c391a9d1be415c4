import { describe, expect, it } from 'vitest';
import { renderText } from '#core/shared/text/render.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { TRACE_FIELDS, TRACE_KINDS, type TraceKind } from '#core/shared/trace/trace-schema.js';
import { describeStanza } from '#core/shared/trace/describe-stanza.js';
import { finds, groupOf, GROUPS, shows } from '#renderer/panels/events/event-filter.js';
import { FilteredLog } from '#renderer/panels/events/filtered-log.js';
import { summarise } from '#renderer/panels/events/summarise.js';

function event(seq: number, kind: TraceKind, data: TraceEvent['data'] = {}, cause = 0): TraceEvent {
  return { seq, time: seq, node: 'server1', cause, kind, data };
}

const SENT = event(1, 'frame.sent', {
  link: 'server1>server2:5277#1',
  direction: 'ba',
  frame: 7,
  text: '<message type="chat" from="alice@a/lab" to="bob@a"><body>Hi &amp; bye</body></message>',
});
const DELIVERED = event(
  2,
  'frame.delivered',
  { link: 'server1>server2:5277#1', direction: 'ba', frame: 7 },
  1,
);

function summary(of: TraceEvent, kept: TraceEvent[] = [], language: 'en' | 'zh-CN' = 'en'): string {
  return summarise(of, {
    text: (code, params) => renderText(language, code, params),
    event: (seq) => kept.find((one) => one.seq === seq),
  });
}

describe('summarise', () => {
  it.each(['en', 'zh-CN'] as const)(
    'says something of every kind, with no slot left open (%s)',
    (language) => {
      for (const kind of TRACE_KINDS) {
        const data = Object.fromEntries(TRACE_FIELDS[kind].map((name, index) => [name, index + 1]));
        const line = summary(event(9, kind, data), [], language);
        expect(line, kind).not.toBe('');
        expect(line, kind).not.toMatch(/[{}]|ui\.run/);
      }
    },
  );

  it('describes a frame by its stanza, written the way that it goes', () => {
    expect(summary(SENT)).toBe('message chat · “Hi & bye” · alice@a/lab → bob@a  [server1 ← server2:5277#1]');
  });

  it('takes the text of a delivered frame from the event that led to it', () => {
    expect(summary(DELIVERED, [SENT])).toBe(summary(SENT));
    expect(summary(event(3, 'frame.handled', DELIVERED.data, 2), [SENT, DELIVERED])).toBe(summary(SENT));
  });

  it('names the frame when its text is no longer kept, or the cause is another frame', () => {
    expect(summary(DELIVERED)).toBe('frame 7  [server1 ← server2:5277#1]');
    const other = { ...SENT, data: { ...SENT.data, frame: 6 } };
    expect(summary(DELIVERED, [other])).toBe('frame 7  [server1 ← server2:5277#1]');
  });

  it('names the guard that refused an event, where there is one', () => {
    const data = { machine: 'room', instance: 'room', state: 'locked', event: 'join', guard: 'isOwner' };
    expect(summary(event(4, 'machine.refused', data))).toBe(
      'room in locked did not take join: isOwner said no',
    );
    expect(summary(event(4, 'machine.refused', { ...data, guard: '' }))).toBe(
      'room in locked did not take join',
    );
  });

  it('counts pool connections from 1', () => {
    const data = { domain: 'muc.a', balancer: 'ReceiverBareJidLB', index: 0, size: 2, link: 'l' };
    expect(summary(event(5, 'packet.balanced', data))).toContain('connection 1 of 2');
  });

  it('keeps a log line to one line, with the short name of its logger', () => {
    const data = { level: 'FINE', logger: 'tigase.server.ConnectionManager', text: 'one\n two' };
    expect(summary(event(6, 'node.log', data))).toBe('FINE ConnectionManager: one two');
  });
});

describe('describeStanza', () => {
  it.each([
    ['<iq type="get" to="a"><query xmlns="jabber:iq:roster"/></iq>', 'iq get · query jabber:iq:roster · → a'],
    [`<presence from='x@a/1'/>`, 'presence · x@a/1 →'],
    ['<cluster type="set"><control><method name="ping-cmd"/></control></cluster>', 'cluster set · ping-cmd'],
    ['<handshake>abc</handshake>', 'handshake · abc'],
    ['</stream:stream>', '</stream:stream>'],
    ['not xml\n at all', 'not xml at all'],
    ['<', '<'],
    ['', ''],
  ])('%s', (xml, words) => expect(describeStanza(xml)).toBe(words));
});

describe('FilteredLog', () => {
  const everything = { groups: new Set(GROUPS), node: '', find: '', text: '' };

  it('takes each event once, and lets go of those that the log no longer keeps', () => {
    const view = new FilteredLog({ ...everything, find: 'HI &amp;' });
    expect(view.update([SENT])).toBe(0);
    view.update([SENT, DELIVERED]);
    expect(view.rows.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(view.matches).toEqual([1]);
    expect(view.update([DELIVERED, event(3, 'lab.ready')])).toBe(1);
    expect(view.rows.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(view.matches).toEqual([]);
  });

  it('begins again when the log does', () => {
    const view = new FilteredLog(everything);
    view.update([SENT, DELIVERED]);
    view.update([SENT]);
    expect(view.rows).toEqual([SENT]);
    // Another topology that is already further than the last one was.
    const others = [event(1, 'lab.ready'), event(2, 'lab.ready'), event(3, 'lab.ready')];
    view.update(others);
    expect(view.rows).toEqual(others);
    view.update([]);
    expect(view.rows).toEqual([]);
  });

  it('shows by group and node, and always what the lab says of itself', () => {
    const none = { ...everything, groups: new Set<never>() };
    expect(shows(none, SENT)).toBe(false);
    expect(shows(none, event(1, 'lab.error'))).toBe(true);
    expect(shows({ ...everything, node: 'muc1' }, SENT)).toBe(false);
    expect(groupOf('listener.failed')).toBe('links');
    expect(finds('server1>', SENT)).toBe(true);
  });
});
