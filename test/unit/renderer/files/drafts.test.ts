import { describe, expect, it } from 'vitest';
import { edited, redone, undone } from '#core/shared/config/edit-topology/edit-history.js';
import { draftsOf, rebased, sameDrafts, typed, type Draft } from '#renderer/files/drafts.js';

function draft(name: string, text: string): Draft {
  return { name, path: `cluster/${name}`, process: name, text };
}

const START = [draft('a', '1'), draft('b', '2')];

function texts(drafts: readonly Draft[]): string[] {
  return drafts.map(({ name, text }) => `${name}=${text}`);
}

describe('steps of editing', () => {
  it('keystrokes in one file that follow each other are one step', () => {
    let history = typed(draftsOf(START), 'a', '10', 0);
    history = typed(history, 'a', '100', 300);
    history = typed(history, 'a', '1000', 5000);
    expect(texts(undone(history).present)).toEqual(['a=100', 'b=2']);
    expect(texts(undone(undone(history)).present)).toEqual(['a=1', 'b=2']);
  });

  it('a step in another file is another one', () => {
    const history = typed(typed(draftsOf(START), 'a', '10', 0), 'b', '20', 1);
    expect(texts(undone(history).present)).toEqual(['a=10', 'b=2']);
  });

  it('what was undone comes back, until something else is done', () => {
    const history = edited(draftsOf(START), [draft('a', 'x')]);
    expect(texts(redone(undone(history)).present)).toEqual(['a=x']);
    expect(redone(typed(undone(history), 'a', 'y', 0)).future).toEqual([]);
    expect(undone(draftsOf(START))).toEqual(draftsOf(START));
  });
});

describe('when other texts run', () => {
  it('a file that nobody is editing follows, one that somebody is editing stays', () => {
    const history = typed(draftsOf(START), 'a', 'mine', 0);
    const running = [draft('a', 'theirs'), draft('b', 'theirs')];
    expect(texts(rebased(history, START, running).present)).toEqual(['a=mine', 'b=theirs']);
  });

  it('files come and go with the others, and a file of one’s own stays', () => {
    const history = edited(draftsOf(START), [...START, draft('mine', '')]);
    const running = [draft('b', '2'), draft('c', '3')];
    expect(texts(rebased(history, START, running).present)).toEqual(['b=2', 'c=3', 'mine=']);
  });

  it('a step that would change nothing any more is none', () => {
    const [before, after] = [START, [draft('a', 'applied'), draft('b', '2')]];
    const applied = rebased(edited(draftsOf(before), after), before, after);
    expect(texts(undone(applied).present)).toEqual(['a=1', 'b=2']);
    // As on another branch, where that was not applied.
    const elsewhere = rebased(applied, after, before);
    expect(elsewhere.past).toEqual([]);
    expect(rebased(undone(applied), after, after).future).toEqual([after]);
  });

  it('a file that was taken away stays away', () => {
    const history = edited(draftsOf(START), [draft('b', '2')]);
    expect(texts(rebased(history, START, START).present)).toEqual(['b=2']);
  });
});

it('drafts are the same whatever their order', () => {
  expect(sameDrafts(START, START.toReversed())).toBe(true);
  expect(sameDrafts(START, [draft('a', '1')])).toBe(false);
  expect(sameDrafts(START, [draft('a', '1'), draft('b', '3')])).toBe(false);
});
