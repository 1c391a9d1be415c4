import { describe, expect, it } from 'vitest';
import type { LinkView } from '#core/shared/api/results.js';
import type { MachineView } from '#core/shared/trace/machine-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { mismatchOf } from '#renderer/panels/inspector/belief.js';
import { linkOfSession } from '#renderer/panels/inspector/instance-name.js';
import { passes } from '#renderer/panels/inspector/log-levels.js';
import { eventOf, movesOf } from '#renderer/panels/inspector/log-queries.js';
import { prettyXml } from '#renderer/panels/inspector/pretty-xml.js';
import { toneOf } from '#renderer/panels/inspector/state-tone.js';
import { transcriptOf } from '#renderer/panels/inspector/transcript.js';

const LINK = 'server1>server2:5277#1';

const link: LinkView = {
  id: LINK,
  service: 'cl-comp',
  dialler: { node: 'server1', address: '127.0.1.3', port: 40_001, external: false },
  acceptor: { node: 'server2', address: '127.0.1.4', port: 5277, external: false },
  open: true,
  waiting: { ab: 0, ba: 0 },
  held: [],
  faults: [],
};

function event(
  seq: number,
  kind: TraceEvent['kind'],
  data: TraceEvent['data'],
  node = 'server1',
): TraceEvent {
  return { seq, time: seq, node, cause: 0, kind, data };
}

function machine(node: string, state: string): MachineView {
  return { machine: 'cluster-dialler', instance: `${node}/x`, node, state, edge: '', seq: 1 };
}

describe('a transcript', () => {
  const frame = { link: LINK, direction: 'ab', frame: 7 };

  it('has one row a frame, with what became of it', () => {
    const rows = transcriptOf(
      [
        event(1, 'link.opened', { link: LINK, acceptor: 'server2' }),
        event(2, 'frame.sent', { ...frame, text: '<a/>' }),
        event(3, 'frame.sent', { ...frame, frame: 8, direction: 'ba', text: '<b/>' }),
        event(4, 'frame.sent', { ...frame, link: 'another', frame: 9, text: '<c/>' }),
        event(5, 'frame.changed', { ...frame, reason: 'edit', text: '<a2/>' }),
        event(6, 'frame.delivered', frame),
        event(7, 'frame.dropped', { ...frame, frame: 8, reason: 'user' }),
        event(8, 'fault.applied', { fault: 'fault-1', kind: 'link-drop', target: LINK }),
      ],
      LINK,
    );
    expect(
      rows.map((row) => (row.row === 'frame' ? `${row.direction} ${row.fate}` : row.event.kind)),
    ).toEqual(['link.opened', 'ab delivered', 'ba dropped', 'fault.applied']);
    expect(rows[1]).toMatchObject({ text: '<a/>', changed: '<a2/>', reason: 'edit' });
  });
});

describe('what the ends of a link believe', () => {
  const [up, gone, waiting] = ['connected.live', 'connected.socketGone', 'negotiating.headerSent'];
  const code = (one: string | undefined, other: string | undefined, present = true): string | undefined =>
    mismatchOf({
      link,
      present,
      dialler: one === undefined ? undefined : machine('server1', one),
      acceptor: other === undefined ? undefined : machine('server2', other),
    })?.code;

  it('is not asked of somebody outside, whose machine nobody sees', () => {
    const toOutside = { ...link, acceptor: { ...link.acceptor, external: true } };
    const dialler = machine('server1', up);
    const shown = { present: true, dialler, acceptor: undefined };
    expect(mismatchOf({ link, ...shown })?.code).toBe('alone');
    expect(mismatchOf({ link: toOutside, ...shown })).toBeUndefined();
  });

  it('is the same, or no end believes anything', () => {
    expect(code(up, up)).toBeUndefined();
    expect(code(waiting, waiting)).toBeUndefined();
    expect(code(undefined, undefined)).toBeUndefined();
  });

  it('differs', () => {
    expect(code(up, waiting)).toBe('differ');
    expect(code(gone, up)).toBe('differ');
    expect(code(up, undefined)).toBe('alone');
  });

  it('outlives the socket at both ends, or at one', () => {
    expect(code(gone, gone, false)).toBe('ghost');
    expect(code(waiting, gone, false)).toBe('half-ghost');
  });
});

describe('questions to the log', () => {
  const events = [
    event(3, 'machine.started', { machine: 'room', instance: 'r', state: 'absent' }),
    event(5, 'machine.refused', {
      machine: 'room',
      instance: 'r',
      state: 'absent',
      event: 'emptied',
      guard: '',
    }),
    event(9, 'machine.transition', {
      machine: 'room',
      instance: 'other',
      edge: '',
      state: 'locked',
      event: 'created',
    }),
    event(12, 'frame.sent', {
      link: LINK,
      direction: 'ba',
      frame: 1,
      text: '<iq><bind><jid>a@b/c</jid></bind></iq>',
    }),
  ];

  it('finds an event by its number, though numbers are missing between', () => {
    expect(eventOf(events, 5)?.kind).toBe('machine.refused');
    expect(eventOf(events, 6)).toBeUndefined();
    expect(eventOf([], 1)).toBeUndefined();
  });

  it('lists what one machine did and refused, newest first', () => {
    expect(movesOf(events, 'r').map(({ seq }) => seq)).toEqual([5, 3]);
    expect(movesOf(events, 'r', 1).map(({ seq }) => seq)).toEqual([5]);
  });

  it('finds the link of a session by its socket', () => {
    const session = { ...machine('server2', 'active'), machine: 'user-session' };
    const instance = 'server2/sess-man/127.0.1.4_5277_127.0.1.3_40001';
    expect(linkOfSession({ ...session, instance }, [link])?.id).toBe(LINK);
    expect(linkOfSession({ ...session, instance: 'server2/sess-man/else' }, [link])).toBeUndefined();
  });
});

describe('reading aids', () => {
  it('lays XML out, with text beside its element', () => {
    expect(prettyXml('<m to="a"><x><y/></x><body>hi there</body></m>')).toBe(
      '<m to="a">\n  <x>\n    <y/>\n  </x>\n  <body>hi there</body>\n</m>',
    );
    expect(prettyXml('<stream:stream to="a">')).toBe('<stream:stream to="a">');
    expect(prettyXml('no xml')).toBe('no xml');
  });

  it('filters log lines by level and text', () => {
    const line = { kind: 'node.log' as const, data: { level: 'INFO', logger: 'tigase.X', text: 'Hello' } };
    expect(passes(line, 'INFO', '')).toBe(true);
    expect(passes(line, 'WARNING', '')).toBe(false);
    expect(passes(line, 'FINE', 'hell')).toBe(true);
    expect(passes(line, 'all', 'nothing')).toBe(false);
    expect(passes({ kind: 'node.console', data: { text: 'x' } }, 'SEVERE', '')).toBe(false);
  });

  it('gives a state its colour', () => {
    expect(toneOf('connected.live')).toBe('ok');
    expect(toneOf('open.bound')).toBe('ok');
    expect(toneOf('negotiating.headerSent')).toBe('warn');
    expect(toneOf('connected.socketGone')).toBe('error');
    expect(toneOf('bindFailed')).toBe('error');
    expect(toneOf('closed')).toBe('quiet');
  });
});
