import { compareTraces } from '#core/shared/trace/compare/compare-traces.js';
import type { LabSession } from '../lab-session.js';
import type { Area } from './handlers.js';

export function compareCommands({ branches }: LabSession): Area<'compare'> {
  return {
    'compare.run': ({ left, right }) => ({
      left,
      right,
      ...compareTraces(branches.need(left).trace.all(), branches.need(right).trace.all()),
    }),
  };
}
