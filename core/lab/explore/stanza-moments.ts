/** Finds, in the trace of a run, the moments at which a process got something that a client's stanza had led to. */
import type { Moment } from '#core/shared/explore/choice.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

const CLIENT = 'client:';
const STANZA = /^<(message|presence|iq)\b/;

/** @param moments each with the length of the trace before it went */
export function stanzaMoments(
  moments: readonly { moment: Moment; before: number }[],
  rows: readonly TraceRow[],
): Moment[] {
  const arrivals = arrivalsOf(rows);
  return moments
    .filter(({ before }, index) => {
      const end = moments[index + 1]?.before ?? rows.length;
      return rows.slice(before, end).some(([seq]) => arrivals.has(seq));
    })
    .map(({ moment }) => moment);
}

function arrivalsOf(rows: readonly TraceRow[]): ReadonlySet<number> {
  const causes = new Set<number>();
  const arrivals = new Set<number>();
  for (const row of rows) {
    if (!causes.has(row[3]) && !isWritten(row)) continue;
    causes.add(row[0]);
    if (row[4] === 'frame.delivered' && !row[2].startsWith(CLIENT)) arrivals.add(row[0]);
  }
  return arrivals;
}

/** What the scenario has let a client send: nothing in the lab caused it. */
function isWritten(row: TraceRow): boolean {
  return row[4] === 'frame.sent' && row[3] === 0 && row[2].startsWith(CLIENT) && STANZA.test(row[5][3]);
}
