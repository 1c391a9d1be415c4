/** What all scenarios together have to do, judged when they have been played. */
import { describe, expect, it } from 'vitest';
import { MACHINES } from '#core/shared/machines/catalog.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import { EXCUSED_EDGES, EXCUSED_REFUSALS } from './excused-edges.js';
import type { MachineEvents } from './machine-events.js';

/** An edge with two targets is two arrows with one id. */
const EDGES = [...new Set(MACHINES.flatMap((machine) => machineGraph(machine).edges.map((edge) => edge.id)))];

/**
 * Declares the tests.
 * @param runs file → what its machines did; filled by the tests before these
 * @param files every scenario
 */
export function judgeMachines(runs: ReadonlyMap<string, MachineEvents>, files: readonly string[]): void {
  /** What is listed by every run: value → the scenarios in which it was seen. */
  function seen(part: 'edges' | 'refused' | 'errors'): Map<string, string[]> {
    const where = new Map<string, string[]>();
    for (const [file, run] of runs) {
      for (const value of run[part]) where.set(value, [...(where.get(value) ?? []), file]);
    }
    return where;
  }

  describe('each edge of each machine is taken by some scenario, or excused', () => {
    it('the scenarios pass', () => {
      expect([...runs.values()].flatMap(({ failure }) => failure || [])).toEqual([]);
      expect([...runs.keys()].sort()).toEqual([...files].sort());
    });

    it.each(MACHINES.map((machine) => machine.id))('%s', (id) => {
      const taken = seen('edges');
      const own = machineGraph(MACHINES.find((machine) => machine.id === id)!).edges.map((edge) => edge.id);
      const missing = own.filter((edge) => !taken.has(edge) && EXCUSED_EDGES[edge] === undefined);
      expect([...new Set(missing)]).toEqual([]);
    });

    it('what is taken is drawn', () => {
      expect([...seen('edges').keys()].filter((edge) => !EDGES.includes(edge))).toEqual([]);
    });

    it('no excuse is stale, and each has a reason', () => {
      const taken = seen('edges');
      const stale = Object.keys(EXCUSED_EDGES).filter((edge) => taken.has(edge) || !EDGES.includes(edge));
      expect(stale).toEqual([]);
      expect(
        Object.entries({ ...EXCUSED_EDGES, ...EXCUSED_REFUSALS }).filter(([, why]) => why === ''),
      ).toEqual([]);
    });
  });

  describe('no machine is sent what it cannot take', () => {
    it('but for what is listed', () => {
      const unlisted = [...seen('refused')].filter(([refusal]) => EXCUSED_REFUSALS[refusal] === undefined);
      expect(unlisted).toEqual([]);
    });

    it('and what is listed does happen', () => {
      const refused = seen('refused');
      expect(Object.keys(EXCUSED_REFUSALS).filter((refusal) => !refused.has(refusal))).toEqual([]);
    });
  });

  it('no scenario meets a bug of the lab', () => {
    expect([...seen('errors')]).toEqual([]);
  });
}
