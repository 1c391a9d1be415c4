/** Which rows of the trace a filter means. */
import type { TraceFilter } from '#core/shared/api/commands.js';
import { TRACE_FIELDS, type TraceRow } from '#core/shared/trace/trace-schema.js';

/** A filter as one question; ask it of the rows in order, each once, when it follows causes. */
export function rowFilter(filter: TraceFilter | undefined): (row: TraceRow) => boolean {
  if (!filter) return () => true;
  if (filter.causedBy === undefined) return (row) => matchesRow(row, filter);
  const inFamily = causedBy(filter.causedBy);
  return (row) => inFamily(row) && matchesRow(row, filter);
}

export function matchesRow(row: TraceRow, filter: TraceFilter): boolean {
  const [, , node, , kind, values] = row;
  if (filter.kinds && !filter.kinds.includes(kind)) return false;
  if (filter.node !== undefined && node !== filter.node) return false;
  const fields = TRACE_FIELDS[kind] as readonly string[];
  const has = (name: string, wanted: string | undefined): boolean => {
    if (wanted === undefined) return true;
    const index = fields.indexOf(name);
    return index >= 0 && values[index] === wanted;
  };
  if (!has('link', filter.link) || !has('machine', filter.machine) || !has('instance', filter.instance))
    return false;
  const { contains } = filter;
  return contains === undefined || values.some((value) => String(value).includes(contains));
}

/** Keeps what `seq` led to, given rows in order: each row is asked once. */
function causedBy(seq: number): (row: TraceRow) => boolean {
  const family = new Set([seq]);
  return (row) => {
    const caused = family.has(row[3]) || row[0] === seq;
    if (caused) family.add(row[0]);
    return caused;
  };
}
