import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WaitingLine } from '#core/net/waiting-line.js';
import type { WireItem } from '#core/net/frame.js';

function frame(id: number): WireItem {
  return { kind: 'frame', frame: { id, text: 'x', bytes: new Uint8Array(1), sent: 0 } };
}

function idOf(item: WireItem | undefined): number | undefined {
  return item?.kind === 'frame' ? item.frame.id : undefined;
}

it('does what an array does, whatever is put in front, taken from the middle or thrown away', () => {
  const step = fc.constantFrom('push', 'shift', 'shift', 'putBack', 'remove', 'insert', 'clear');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const line = new WaitingLine();
      const model: number[] = [];
      let next = 0;
      for (let number = 0; number < 200; number += 1) {
        line.push(frame((next += 1)));
        model.push(next);
      }
      for (const what of steps) {
        const some = model[Math.floor(model.length / 2)];
        next += 1;
        if (what === 'push') {
          line.push(frame(next));
          model.push(next);
        } else if (what === 'shift') expect(idOf(line.shift())).toBe(model.shift());
        else if (what === 'putBack') {
          line.putBack([frame(next), frame(-next)]);
          model.unshift(next, -next);
        } else if (what === 'remove' && some !== undefined) {
          expect(idOf(line.remove(some))).toBe(some);
          model.splice(model.indexOf(some), 1);
        } else if (what === 'insert' && some !== undefined) {
          line.insertBehind(some, frame(next));
          model.splice(model.indexOf(some) + 1, 0, next);
        } else if (what === 'clear' && next % 10 === 0) {
          expect(line.clear().map(idOf)).toEqual(model.splice(0));
        }
        expect([line.length, idOf(line.head)]).toEqual([model.length, model[0]]);
      }
      const listed = line.describe(
        { node: 'a', link: 'l', direction: 'ab' },
        { holds: [], open: true, now: 0 },
      );
      expect(listed.map(({ id }) => id)).toEqual(model.map((id) => `f${id}`));
    }),
  );
});

it('a line of 200,000 frames empties in no time', { timeout: 2000 }, () => {
  const line = new WaitingLine();
  for (let number = 0; number < 200_000; number += 1) line.push(frame(number));
  while (line.shift());
  expect(line.length).toBe(0);
});
