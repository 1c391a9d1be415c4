import { expect, it } from 'vitest';
import type { PendingItem } from '#core/shared/api/pending.js';
import { framesUnderWay } from '#renderer/flow/frame-fold.js';

function frame(id: string, link: string, direction: 'ab' | 'ba', text: string): PendingItem {
  return { id, kind: 'frame', deliverable: true, node: 'n', link, direction, text };
}

it('the frames of an earlier moment stand at the end that sent them, the first one shows what it is', () => {
  const frames = [
    frame('f1', 'a>b#1', 'ab', '<message/>'),
    frame('f2', 'a>b#1', 'ba', '<presence/>'),
    frame('f3', 'a>b#1', 'ab', '<iq/>'),
    { id: 't1', kind: 'timer', deliverable: true, node: 'n', text: 'ping' } as PendingItem,
  ];
  expect(framesUnderWay(frames)).toEqual([
    { link: 'a>b#1', direction: 'ab', count: 2, kind: 'message' },
    { link: 'a>b#1', direction: 'ba', count: 1, kind: 'presence' },
  ]);
});
