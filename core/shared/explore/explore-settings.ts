/** What a scenario says in `explore:` of how it is to be explored; each part has a default. */
import { z } from 'zod';
import { faultRequest, type FaultRequest } from '../api/fault-request.js';
import { duration } from '../scenario/duration.js';
import { INVARIANT_NAMES } from './invariant-names.js';

/** A fault that may be put on: without `target` on anything it fits; a bare text is its kind. */
const offer = z.union([
  z
    .string()
    .min(1)
    .transform((kind): FaultRequest => ({ kind })),
  faultRequest.omit({ when: true, schedule: true }),
]);
export type FaultOffer = z.output<typeof offer>;

/** A process dies and stays dead or comes back, a machine is gone, a connection breaks or is closed. */
const USUAL_FAULTS = [
  'crash',
  { kind: 'crash', durationMs: 2000 },
  'power-off',
  'link-drop',
  { kind: 'link-drop', how: 'fin' },
] as const;

export const exploreSettings = z.strictObject({
  /** What may be put on. */
  faults: z.array(offer).prefault([...USUAL_FAULTS]),
  /** Faults a run at most. */
  atMost: z.int().min(0).max(20).prefault(2),
  /** Things that go later than their turn, a run at most; 0: the order is always the usual one. */
  orders: z.int().min(0).max(100).prefault(4),
  invariants: z.array(z.enum(INVARIANT_NAMES)).prefault([...INVARIANT_NAMES]),
  /** Lab time that passes after the last step, in ms: what was on its way arrives. */
  settle: duration.prefault('20 s'),
});
export type ExploreSettings = z.output<typeof exploreSettings>;
