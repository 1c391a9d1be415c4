import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoverAt } from '#core/shared/config/assist/hover.js';
import { proposalsAt } from '#core/shared/config/assist/proposals.js';
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import { anyText } from '../any-text.js';
import { atCursor } from './at-cursor.js';

const COMPONENTS = [{ name: 'c2s', className: 'tigase.server.xmppclient.ClientConnectionManager' }];

/** The text after a proposal has been accepted at `|`. */
function accept(marked: string, label: string): string {
  const { text, cursor } = atCursor(marked);
  const found = proposalsAt(text, cursor, COMPONENTS);
  const proposal = found?.proposals.find((one) => one.label === label);
  if (!found || !proposal) throw new Error(`${label} is not proposed`);
  return applyEdits(text, [{ range: found.range, newText: proposal.insert }]);
}

function labels(marked: string): string[] {
  const { text, cursor } = atCursor(marked);
  return proposalsAt(text, cursor, COMPONENTS)?.proposals.map(({ label }) => label) ?? [];
}

describe('proposals', () => {
  it.each([
    ['--clu|', '--cluster-mode', '--cluster-mode = '],
    ['--clu| = ', '--cluster-mode', '--cluster-mode = '],
    ['--clu|=true', '--cluster-mode', '--cluster-mode=true'],
    ['a=b\n|\n', '--admins', 'a=b\n--admins = \n'],
    ['--comp-name-1=ext\n|', '--comp-name-2', '--comp-name-1=ext\n--comp-name-2 = '],
    ['--cluster-mode = |', 'true', '--cluster-mode = true'],
    ['--cluster-mode = tr|', 'true', '--cluster-mode = true'],
    ['--watchdog_ping_type = |', 'whitespace', '--watchdog_ping_type = whitespace'],
  ])('in %j, %s', (marked, label, expected) => {
    expect(accept(marked, label)).toBe(expected);
  });

  it('leaves out what is written already', () => {
    expect(labels('--admins = a\n--vir|')).not.toContain('--admins');
    expect(labels('--admins = a\n--vir|')).toContain('--virt-hosts');
  });

  it('has settings of the components that are there', () => {
    expect(labels('|')).toContain('c2s/traffic-throttling');
    expect(labels('|').some((label) => label.startsWith('s2s/'))).toBe(false);
  });

  it('has nothing to say in a comment', () => {
    expect(labels('# --clu|')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(30), (text, line, column) => {
        proposalsAt(text, { line, column }, COMPONENTS);
        hoverAt(text, { line, column }, 'zh-CN');
      }),
    );
  });
});

describe('hover', () => {
  it('explains the key under the pointer, in the language asked for', () => {
    const { text, cursor } = atCursor('--clus|ter-mode = true');
    const english = hoverAt(text, cursor, 'en');
    expect(english?.range).toMatchObject({ column: 1, endColumn: 15 });
    expect(english?.about.name).toBe('--cluster-mode');
    expect(hoverAt(text, cursor, 'zh-CN')?.about.meaning).toContain('集群');
  });

  it('knows nothing of an unknown key', () => {
    const { text, cursor } = atCursor('--no-|such = 1');
    expect(hoverAt(text, cursor, 'en')).toBeUndefined();
  });
});
