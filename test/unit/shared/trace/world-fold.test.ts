/** The picture of a moment: what it holds, and that it can be kept, written down and gone on from. */
import { describe, expect, it } from 'vitest';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { World } from '#core/shared/trace/world/world.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';

const LINK = 'muc1>server1:5270#1';
const ROWS: TraceRow[] = [
  [1, 0, 'muc1', 0, 'machine.started', ['node', 'muc1/process', 'running']],
  [2, 10, 'server1', 0, 'listener.opened', ['ext', '127.0.1.1', 5270]],
  [3, 20, 'server1', 0, 'listener.failed', ['c2s', '127.0.1.1', 5222, 'EADDRINUSE']],
  [4, 30, 'muc1', 0, 'link.dialled', [LINK, 'ext', 'muc1', 'server1', 5270]],
  [5, 40, '', 4, 'link.opened', [LINK, 'server1']],
  [6, 50, 'muc1', 5, 'frame.sent', [LINK, 'ab', 1, '<a/>']],
  [7, 60, 'muc1', 5, 'frame.sent', [LINK, 'ab', 2, '<b/>']],
  [8, 70, 'muc1', 6, 'frame.changed', [LINK, 'ab', 2, 'edited', '<c/>']],
  [9, 80, 'server1', 6, 'frame.delivered', [LINK, 'ab', 1]],
  [10, 90, '', 0, 'fault.applied', ['fault1', 'latency', LINK, '{"options":{"delay":5}}']],
  [11, 95, 'muc1', 0, 'machine.transition', ['node', 'muc1/process', 'crash', 'crashed', 'CRASH']],
  [12, 100, '', 0, 'fault.healed', ['fault1', 'latency', LINK]],
  [13, 110, '', 0, 'frame.dropped', [LINK, 'ab', 2, 'reset']],
  [14, 120, '', 0, 'link.closed', [LINK]],
];

function after(count: number, from?: World): World {
  const fold = new WorldFold(from);
  for (const row of ROWS.slice(from?.seq ?? 0, count)) fold.take(row);
  return fold.world();
}

describe('the world, folded from the trace', () => {
  it('holds what stands and what is under way at each moment', () => {
    expect(after(4).links).toMatchObject([{ id: LINK, open: false, to: 'server1' }]);
    expect(after(7).links).toMatchObject([{ id: LINK, open: true }]);
    expect(after(7).frames.map(({ text }) => text)).toEqual(['<a/>', '<b/>']);
    expect(after(9).frames).toMatchObject([{ id: 2, text: '<c/>', seq: 7 }]);
    expect(after(9).listeners.map(({ failure }) => failure)).toEqual(['', 'EADDRINUSE']);
    expect(after(10).faults).toMatchObject([{ id: 'fault1', kind: 'latency' }]);
    expect(after(11).machines).toMatchObject([{ instance: 'muc1/process', state: 'crashed' }]);
  });

  it('forgets what is over', () => {
    expect(after(14)).toMatchObject({ seq: 14, time: 120, links: [], frames: [], faults: [] });
  });

  it('goes on from any kept picture as if it had seen everything', () => {
    for (let kept = 0; kept <= ROWS.length; kept += 1) {
      const picture = JSON.parse(JSON.stringify(after(kept))) as World;
      for (let end = kept; end <= ROWS.length; end += 1) expect(after(end, picture)).toEqual(after(end));
    }
  });

  it('gives pictures that do not change with what comes later', () => {
    const fold = new WorldFold();
    ROWS.slice(0, 7).forEach((row) => fold.take(row));
    const then = fold.world();
    const before = structuredClone(then);
    ROWS.slice(7).forEach((row) => fold.take(row));
    expect(then).toEqual(before);
  });
});

describe('the full JID of a client', () => {
  const OF_ALICE = 'client:alice>server1:5222#1';
  const SET = "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
  const answer = (jid: string): string =>
    `<iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>${jid}</jid></bind></iq>`;

  function said(...frames: [direction: 'ab' | 'ba', text: string][]): World {
    const fold = new WorldFold();
    fold.take([1, 0, 'client:alice', 0, 'link.dialled', [OF_ALICE, 'c2s', 'client:alice', 'server1', 5222]]);
    frames.forEach(([direction, text], index) =>
      fold.take([index + 2, 0, '', 0, 'frame.sent', [OF_ALICE, direction, index + 1, text]]),
    );
    return fold.world();
  }

  it('is what its server has answered', () => {
    expect(said(['ab', SET]).links).toMatchObject([{ jid: '' }]);
    const bound = said(['ab', SET], ['ba', answer('alice@a/caf&amp;e')]);
    expect(bound.links).toMatchObject([{ jid: 'alice@a/caf&e' }]);
    expect(bound.clientLinks).toEqual([['client:alice', OF_ALICE, 'alice@a/caf&e']]);
  });

  it('is not what somebody else says unasked', () => {
    expect(said(['ba', answer('eve@a/x')]).links).toMatchObject([{ jid: '' }]);
    const after = said(['ab', SET], ['ba', answer('alice@a/x')], ['ba', answer('eve@a/x')]);
    expect(after.links).toMatchObject([{ jid: 'alice@a/x' }]);
  });

  it('becomes another one when it binds again', () => {
    const again = said(['ab', SET], ['ba', answer('alice@a/x')], ['ab', SET], ['ba', answer('alice@a/y')]);
    expect(again.links).toMatchObject([{ jid: 'alice@a/y' }]);
  });
});
