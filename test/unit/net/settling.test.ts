import { describe, expect, it } from 'vitest';
import { Settling } from '#core/net/settling.js';

function rig(): { settling: Settling; said: string[] } {
  const said: string[] = [];
  return { settling: new Settling(() => said.push('changed')), said };
}

describe('what is under way', () => {
  it('lets what comes from outside wait until nothing is', () => {
    const { settling, said } = rig();
    settling.count(1);
    settling.between(() => said.push('bytes'));
    expect(said).toEqual([]);
    settling.count(-1);
    expect(said).toEqual(['bytes', 'changed']);
  });

  it('runs one after another, each when what the one before has released is over', () => {
    const { settling, said } = rig();
    settling.count(1);
    settling.between(() => {
      said.push('first');
      settling.count(1);
    });
    settling.between(() => said.push('second'));
    settling.count(-1);
    expect(said).toEqual(['first']);
    settling.count(-1);
    expect(said).toEqual(['first', 'second', 'changed']);
  });

  it('keeps what is asked for within a step for its end', () => {
    const { settling, said } = rig();
    settling.during(() => {
      settling.between(() => said.push('later'));
      said.push('now');
    });
    expect(said).toEqual(['now', 'later', 'changed']);
    expect(settling.settled).toBe(true);
  });
});
