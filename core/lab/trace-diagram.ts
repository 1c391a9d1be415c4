/** What a diagram draws of a part of a trace, and what has to be known before that part. */
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { CommandResult } from '#core/shared/api/results.js';
import { diagramColumns } from '#core/shared/trace/diagram/diagram-columns.js';
import type { Pictures } from './pictures.js';
import type { TraceSource } from './trace-source.js';

/** Events looked at, unless told otherwise. */
const LIMIT = 8192;

/** @param lab the trace, and the pictures that go with it */
export function diagramPart(
  { trace, pictures }: { trace: TraceSource; pictures: Pick<Pictures, 'at'> },
  { from, to, limit = LIMIT, components = false }: CommandArgs<'trace.diagram'>,
): CommandResult<'trace.diagram'> {
  const end = Math.min(to ?? trace.length, trace.length);
  const first = from ?? Math.max(1, end - limit + 1);
  const last = from === undefined ? end : Math.min(end, from + limit - 1);
  const columns = diagramColumns(trace.range(first, last), components);
  const part = { from: first, to: last, last: trace.length, columns };
  if (from !== undefined) return part;
  const links = pictures.at(first - 1).links.map(({ id, service, from: dialler, to: other, open }) => ({
    ...{ id, service, from: dialler, to: other, open },
  }));
  return { ...part, links };
}
