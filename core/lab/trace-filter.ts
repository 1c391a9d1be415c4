/** A filter of the host API, as a text or in parts, as what it means. */
import type { TraceFilter } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import { EVERYTHING, type FilterExpression } from '#core/shared/trace/query/filter-expression.js';
import { filterTest } from '#core/shared/trace/query/match-filter.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

/** @throws HostError `bad-filter` with the first thing that is wrong with a text, and its place */
export function filterExpression(filter: TraceFilter | undefined): FilterExpression {
  if (filter === undefined) return EVERYTHING;
  if (typeof filter === 'string') {
    const { expression, issues } = parseFilter(filter);
    const [issue] = issues;
    if (issue) {
      const { code, from, to, what } = issue;
      throw new HostError('bad-filter', { issue: code, from: from + 1, to, what });
    }
    return expression;
  }
  const { kinds, contains, causedBy, ...exact } = filter;
  const all: FilterExpression[] = [];
  if (kinds) all.push({ is: 'oneOf', field: 'kind', values: kinds });
  for (const [field, value] of Object.entries(exact)) {
    if (value !== undefined) all.push({ is: 'word', field, value, literal: true });
  }
  if (contains !== undefined) all.push({ is: 'has', field: 'text', value: contains, exactCase: true });
  if (causedBy !== undefined) all.push({ is: 'family', seq: causedBy });
  return { is: 'all', of: all };
}

/** A filter as one question; ask it of the rows in order, each once, when it follows causes. */
export function rowFilter(filter: TraceFilter | undefined): (row: TraceRow) => boolean {
  return filterTest(filterExpression(filter));
}
