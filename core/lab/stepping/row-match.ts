/** Questions that breakpoints and bounded runs ask of an event of the trace. */
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

export interface MachineWanted {
  machine?: string | undefined;
  instance?: string | undefined;
  /** A state that it enters, or one that has it inside; undefined: any. */
  state?: string | undefined;
  /** An event that it refuses; `*`: any. */
  refuses?: string | undefined;
}

/** Whether a machine has entered a state, or has refused an event, as wanted. */
export function machineMoved(row: TraceRow, wanted: MachineWanted): boolean {
  const { machine, instance, state, refuses } = wanted;
  const isOne = (name: string, id: string): boolean =>
    (machine === undefined || machine === name) && (instance === undefined || instance === id);
  switch (row[4]) {
    case 'machine.refused':
      return (
        refuses !== undefined && isOne(row[5][0], row[5][1]) && (refuses === '*' || refuses === row[5][3])
      );
    case 'machine.started':
      return refuses === undefined && isOne(row[5][0], row[5][1]) && inState(row[5][2], state);
    case 'machine.transition':
      return refuses === undefined && isOne(row[5][0], row[5][1]) && inState(row[5][3], state);
    default:
      return false;
  }
}

/** `on.untilHealed` is within `on`. */
function inState(now: string, wanted: string | undefined): boolean {
  return wanted === undefined || now === wanted || now.startsWith(`${wanted}.`);
}

/** Whether a link is the one that is meant; without `#number`, every connection between the two is. */
export function onLink(link: string, wanted: string | undefined): boolean {
  return wanted === undefined || link === wanted || link.startsWith(`${wanted}#`);
}
