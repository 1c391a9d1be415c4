import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stanzaCost } from '#core/shared/trace/stanza-cost.js';
import { TrafficFold } from '#core/shared/trace/traffic-fold.js';
import type { TraceKind, TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';
import { utf8Length } from '#core/shared/trace/utf8-length.js';

/** Rows in order: node, cause, kind, values. */
function rows(
  ...told: [node: string, cause: number, kind: TraceKind, values: TraceRows[TraceKind]][]
): TraceRow[] {
  return told.map(
    ([node, cause, kind, values], index) => [index + 1, 0, node, cause, kind, values] as TraceRow,
  );
}

function fold(all: TraceRow[]): TrafficFold {
  const traffic = new TrafficFold();
  all.forEach((row) => traffic.take(row));
  return traffic;
}

const NOTHING = { frames: 0, bytes: 0 };

describe('bytes of a text', () => {
  it('are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 20 }), (points) => {
        const text = String.fromCodePoint(...points);
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
    expect(utf8Length('\ud800')).toBe(3);
  });
});

describe('traffic', () => {
  it('counts frames and bytes of each way, and hops', () => {
    const traffic = fold(
      rows(
        ['a', 0, 'frame.sent', ['l', 'ab', 1, '<é/>']],
        ['b', 1, 'frame.delivered', ['l', 'ab', 1]],
        ['b', 2, 'packet.hop', ['c2s', 'out', 1, 'x']],
        ['b', 2, 'frame.sent', ['l', 'ba', 2, '<y/>']],
      ),
    );
    expect(traffic.links()).toEqual([
      { link: 'l', ab: { frames: 1, bytes: 5 }, ba: { frames: 1, bytes: 4 }, lost: NOTHING },
    ]);
    expect(traffic.nodes()).toEqual([
      { node: 'a', sent: { frames: 1, bytes: 5 }, received: NOTHING, hops: 0 },
      { node: 'b', sent: { frames: 1, bytes: 4 }, received: { frames: 1, bytes: 5 }, hops: 1 },
    ]);
  });

  it('counts a changed frame as it went over the wire, and a lost one as lost', () => {
    const traffic = fold(
      rows(
        ['a', 0, 'frame.sent', ['l', 'ab', 1, '<x/>']],
        ['a', 1, 'frame.changed', ['l', 'ab', 1, 'edited', '<longer/>']],
        ['b', 1, 'frame.delivered', ['l', 'ab', 1]],
        ['a', 0, 'frame.sent', ['l', 'ab', 2, '<x/>']],
        ['b', 4, 'frame.dropped', ['l', 'ab', 2, 'reset']],
        // Sent before anybody counted.
        ['b', 0, 'frame.delivered', ['l', 'ab', 99]],
      ),
    );
    const [link] = traffic.links();
    expect(link).toEqual({
      link: 'l',
      ab: { frames: 2, bytes: 13 },
      ba: NOTHING,
      lost: { frames: 1, bytes: 4 },
    });
    expect(traffic.nodes()[1]?.received).toEqual({ frames: 1, bytes: 9 });
  });

  it('forgets links that were over long ago, and keeps what their processes sent', () => {
    const traffic = new TrafficFold();
    for (let index = 0; index < 1500; index += 1) {
      const [sent, closed] = rows(
        ['a', 0, 'frame.sent', [`l${index}`, 'ab', index, '<x/>']],
        ['', 0, 'link.closed', [`l${index}`]],
      );
      traffic.take(sent!);
      traffic.take(closed!);
    }
    expect(traffic.links()).toHaveLength(1000);
    expect(traffic.links()[0]?.link).toBe('l500');
    expect(traffic.nodes()[0]?.sent.frames).toBe(1500);
  });
});

describe('the cost of a stanza', () => {
  it('is what its sending led to, and nothing else', () => {
    const told = rows(
      ['x', 0, 'packet.hop', ['c2s', 'in', 7, 'before']],
      ['a', 0, 'frame.sent', ['l', 'ab', 1, '<é/>']],
      ['z', 0, 'frame.sent', ['m', 'ab', 2, '<somebody-elses/>']],
      ['b', 2, 'frame.delivered', ['l', 'ab', 1]],
      ['b', 4, 'packet.hop', ['c2s', 'out', 1, 'x']],
      ['b', 5, 'packet.hop', ['message-router', 'in', 1, 'x']],
      ['b', 6, 'packet.hop', ['c2s', 'in', 1, 'x']],
      ['b', 7, 'frame.sent', ['l', 'ba', 3, '<y/>']],
      ['b', 3, 'packet.hop', ['c2s', 'in', 9, 'other']],
    );
    expect(stanzaCost(told.slice(1), 2)).toEqual({
      seq: 2,
      hops: 3,
      crossings: 2,
      bytes: 9,
      components: [
        { node: 'b', component: 'c2s', hops: 2 },
        { node: 'b', component: 'message-router', hops: 1 },
      ],
      links: [{ link: 'l', frames: 2, bytes: 9 }],
    });
  });
});
