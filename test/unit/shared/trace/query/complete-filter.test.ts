import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeFilter } from '#core/shared/trace/query/complete-filter.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';

const WORDS = {
  nodes: ['server1', 'server2', 'muc1'],
  links: ['muc1>server1:5270#2'],
  machines: ['node'],
  instances: ['room lobby (muc)'],
  states: ['running'],
};

function complete(marked: string) {
  const at = marked.indexOf('|');
  return completeFilter(marked.replace('|', ''), at, WORDS);
}

describe('completing a filter', () => {
  it.each<[string, string, number, number]>([
    ['no|', 'node:', 0, 2],
    ['node:s|', 'server1', 5, 6],
    ['kind:frame.* sta|', 'state:', 13, 16],
    ['kind:del|', 'frame.delivered', 5, 8],
    ['link:5270|', 'muc1>server1:5270#2', 5, 9],
    ['(node:m|)', 'muc1', 6, 7],
    ['instance:|', '"room lobby (muc)"', 9, 9],
    ['|', 'kind:', 0, 0],
    ['node:muc1 |', 'kind:', 10, 10],
  ])('%s proposes %s', (marked, proposal, from, to) => {
    const { proposals, ...place } = complete(marked);
    expect(proposals).toContain(proposal);
    expect(place).toEqual({ from, to });
  });

  it('proposes nothing where all is said', () => {
    expect(complete('node:muc1|').proposals).toEqual([]);
    expect(complete('text:"a b|"').proposals).toEqual([]);
  });

  it('makes a value that can be read, whatever it is put into', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('node:', 'link:', 'instance:', 'kind:', 'state:'),
        fc.constantFrom('', 'r', 'm'),
        (field, typed) => {
          const text = `seq>1 ${field}${typed}`;
          const { from, to, proposals } = completeFilter(text, text.length, WORDS);
          for (const one of proposals) {
            expect(parseFilter(text.slice(0, from) + one + text.slice(to)).issues).toEqual([]);
          }
        },
      ),
    );
  });
});
