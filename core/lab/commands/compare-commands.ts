import { align, startsOf } from '#core/shared/trace/compare/align.js';
import { compareTraces } from '#core/shared/trace/compare/compare-traces.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

const DEFAULT_LIMIT = 300;

export function compareCommands({ branches }: LabSession): Area<'compare'> {
  return {
    'compare.run': ({ left, right }) => compareTraces(branches.need(left).trace, branches.need(right).trace),
    'compare.events': ({ left, right, from, limit = DEFAULT_LIMIT }) => {
      const [these, those] = [branches.need(left).trace, branches.need(right).trace];
      return align(these, those, startsOf(these, those, from), limit);
    },
  };
}
