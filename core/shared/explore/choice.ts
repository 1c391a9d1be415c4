/**
 * A choice: where a run of a scenario leaves the usual course. Each names what it is about by content (a line and the
 * how-manieth on it), so that it means the same whichever other choices are taken away. One whose moment never comes
 * does nothing.
 */
import { z } from 'zod';
import { faultRequest } from '../api/fault-request.js';

/** The `nth` thing (from 1) that goes on a line since the lab was opened. */
const moment = z.strictObject({
  /** `muc1>server1:5270 ab`, `dial muc1>server1:5270`, `bind server1 ext *:5270`. Connections of a route count together. */
  line: z.string().min(1),
  nth: z.int().min(1),
});
export type Moment = z.output<typeof moment>;

/** It lets so many other things go before itself, as long as there are any. */
const later = z.strictObject({ later: moment.extend({ by: z.int().min(1).max(10_000) }) });

/** A fault is put on when it has gone and everything that it led to at once has happened. */
const fault = z.strictObject({ fault: faultRequest, after: moment });

export const choice = z.union([later, fault]);
export type Choice = z.output<typeof choice>;
export type FaultChoice = z.output<typeof fault>;

export function isFault(one: Choice): one is FaultChoice {
  return 'fault' in one;
}

/** The key of a moment in a table. */
export function momentKey({ line, nth }: Moment): string {
  return `${nth} ${line}`;
}
