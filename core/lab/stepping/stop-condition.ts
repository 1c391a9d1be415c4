/** When a bounded run has come to what it was asked for: the first of all that is given. */
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { matchesStanza } from '../stanza-match.js';
import { rowFilter } from '../trace-filter.js';
import type { TraceLog } from '../trace-log.js';
import { machineMoved } from './row-match.js';

export type StopWish = Pick<CommandArgs<'clock.runUntil'>, 'event' | 'seq' | 'stanza' | 'machine' | 'node'>;

/** Asked after each step; looks at every event since the call, once. */
export function stopCondition(trace: TraceLog, wish: StopWish): () => boolean {
  const questions = questionsOf(wish);
  let seen = trace.length;
  return () => {
    if (wish.seq !== undefined && trace.length >= wish.seq) return true;
    if (questions.length === 0) return false;
    let met = false;
    for (; seen < trace.length; seen += 1) {
      const row = trace.recent(seen + 1);
      // Each question sees every event: one that follows causes counts on it.
      if (row) met = questions.filter((asks) => asks(row)).length > 0 || met;
    }
    return met;
  };
}

function questionsOf({ event, stanza, machine, node }: StopWish): ((row: TraceRow) => boolean)[] {
  const questions: ((row: TraceRow) => boolean)[] = [];
  if (event) questions.push(rowFilter(event));
  if (stanza) questions.push((row) => row[4] === 'frame.sent' && matchesStanza(row[5][3], stanza));
  if (machine) questions.push((row) => matchesNode(row, machine.node) && machineMoved(row, machine));
  if (node !== undefined) questions.push((row) => matchesNode(row, node));
  return questions;
}

function matchesNode(row: TraceRow, node: string | undefined): boolean {
  return node === undefined || row[2] === node;
}
