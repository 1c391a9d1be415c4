/**
 * Waits for a stage (a machine that enters a state or refuses an event, a stanza that is sent or delivered) by looking
 * at the trace: whatever is drawn can be waited for.
 */
import type { FaultStage } from '#core/shared/api/fault-request.js';
import { parseRoute, routeMeans } from '#core/shared/faults/route-selector.js';
import { matchesState } from '#core/shared/scenario/match.js';
import { TRACE_FIELDS, type TraceRow } from '#core/shared/trace/trace-schema.js';
import { matchesStanza } from '../stanza-match.js';

/** Causes that are looked through for the link on which something happened. */
const MOST_CAUSES = 64;

type MachineStage = Extract<FaultStage, { machine: string }>;
type StanzaStage = Exclude<FaultStage, MachineStage>;

/** Gives a question to ask of each row in order; true: the stage is reached now. */
export function stageWatch(stage: FaultStage): (row: TraceRow) => boolean {
  const meant = 'machine' in stage ? machineTest(stage) : stanzaTest(stage);
  let left = stage.nth ?? 1;
  return (row) => {
    if (!meant(row)) return false;
    left -= 1;
    return left === 0;
  };
}

/** The link on which an event happened: its own, or that of the event which led to it. Empty: none. */
export function linkOf(row: TraceRow, recent: (seq: number) => TraceRow | undefined): string {
  let next: TraceRow | undefined = row;
  for (let tries = 0; next && tries < MOST_CAUSES; tries += 1) {
    const index = (TRACE_FIELDS[next[4]] as readonly string[]).indexOf('link');
    const link = index < 0 ? '' : String((next[5] as readonly unknown[])[index] ?? '');
    if (link !== '') return link;
    next = next[3] === 0 ? undefined : recent(next[3]);
  }
  return '';
}

function machineTest({ machine, node, instance, state, refused }: MachineStage): (row: TraceRow) => boolean {
  return (row) => {
    const [, , where, , kind, values] = row;
    if (kind !== 'machine.transition' && kind !== 'machine.refused') return false;
    if (values[0] !== machine || (instance !== undefined && values[1] !== instance)) return false;
    if (node !== undefined && where !== node) return false;
    if (kind === 'machine.refused') return refused !== undefined && values[3] === refused;
    return refused === undefined && (state === undefined || matchesState(values[3], state));
  };
}

function stanzaTest({ stanza, link, at = 'sent' }: StanzaStage): (row: TraceRow) => boolean {
  const route = link === undefined ? undefined : parseRoute(link);
  const means = (id: string): boolean => link === undefined || (route !== undefined && routeMeans(route, id));
  /** Frames that match and have not been delivered yet. */
  const under = new Set<number>();
  return ([, , , , kind, values]) => {
    if (kind === 'frame.sent') {
      const [id, , frame, text] = values;
      if (!means(id) || !matchesStanza(text, stanza)) return false;
      under.add(frame);
      return at === 'sent';
    }
    if (kind === 'frame.delivered' && under.delete(values[2])) return at === 'delivered';
    if (kind === 'frame.dropped') under.delete(values[2]);
    return false;
  };
}
