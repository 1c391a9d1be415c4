/** A journey as rows to read: how far each is moved in, and which queues are left out. */
import type { Journey, Leg } from '#core/shared/trace/journey/journey.js';
import type { Marks } from './follow-store.js';

export interface LegRow {
  leg: Leg;
  /** Branchings above it: a way that does not branch is not moved in. */
  indent: number;
  /** Branches that begin here; 0 or 1: it goes on, or ends. */
  branches: number;
  /** Lab time in ms since the row above it on its way was entered. */
  took: number;
}

/** @param queues false leaves out queues where nothing was decided */
export function legRows({ legs }: Journey, queues: boolean): LegRow[] {
  const children = new Map<number, number>();
  for (const { parent } of legs) children.set(parent, (children.get(parent) ?? 0) + 1);
  const indents = new Map<number, number>([[0, 0]]);
  const entered = new Map<number, number>();
  const rows: LegRow[] = [];
  for (const leg of legs) {
    const branched = leg.parent !== 0 && (children.get(leg.parent) ?? 0) > 1;
    const indent = (indents.get(leg.parent) ?? 0) + (branched ? 1 : 0);
    indents.set(leg.seq, indent);
    const before = entered.get(leg.parent) ?? leg.entered;
    const branches = children.get(leg.seq) ?? 0;
    if (!queues && isPlain(leg, branches)) {
      entered.set(leg.seq, before);
      continue;
    }
    entered.set(leg.seq, leg.entered);
    rows.push({ leg, indent, branches, took: leg.entered - before });
  }
  return rows;
}

function isPlain(leg: Leg, branches: number): boolean {
  if (leg.kind === 'frame' || leg.end || branches > 1) return false;
  return leg.plugins.length === 0 && !leg.balanced;
}

/** Lines and cards of some legs. */
export function marksOf(legs: readonly Leg[]): Marks {
  const links = new Set<string>();
  const nodes = new Set<string>();
  for (const leg of legs) {
    nodes.add(leg.node);
    if (leg.kind !== 'frame') continue;
    links.add(leg.link);
    if (leg.to !== '') nodes.add(leg.to);
  }
  return { links, nodes };
}
