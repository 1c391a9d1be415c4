import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  historyOf,
  MOST_STEPS,
  redone,
  undone,
  type EditHistory,
} from '#core/shared/config/edit-topology/edit-history.js';

const after = (...texts: string[]): EditHistory<string> =>
  texts.reduce((history, text) => edited(history, text), historyOf('start'));

describe('the history of an editor', () => {
  it('goes back and forth', () => {
    const history = after('a', 'b');
    expect(undone(history).present).toBe('a');
    expect(undone(undone(history)).present).toBe('start');
    expect(undone(undone(undone(history)))).toEqual(undone(undone(history)));
    expect(redone(undone(history))).toEqual(history);
    expect(redone(history)).toBe(history);
  });

  it('forgets what was undone when something else is written', () => {
    const history = edited(undone(after('a', 'b')), 'c');
    expect(redone(history)).toBe(history);
    expect(undone(history).present).toBe('a');
  });

  it('joins the letters of a word, and takes the same text for no step', () => {
    const word = edited(edited(after('h'), 'he', { joined: true }), 'hey', { joined: true });
    expect(undone(word).present).toBe('start');
    expect(undone(edited(historyOf('x'), 'xy', { joined: true })).present).toBe('x');
    expect(edited(word, 'hey')).toBe(word);
  });

  it('keeps so many steps and no more', () => {
    const history = after(...Array.from({ length: MOST_STEPS + 10 }, (_, index) => `t${index}`));
    expect(history.past).toHaveLength(MOST_STEPS);
    expect(history.past[0]).toBe('t9');
  });

  it('comes back to where it was, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(20), (texts, steps) => {
        const history = after(...texts);
        let moved = history;
        for (let step = 0; step < steps; step += 1) moved = undone(moved);
        for (let step = 0; step < steps; step += 1) moved = redone(moved);
        expect(moved).toEqual(history);
      }),
    );
  });
});
