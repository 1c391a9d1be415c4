/** What the breakpoint form holds, and what it means. */
import type { BreakpointSpec, LinkStage } from '#core/shared/api/breakpoint.js';

export const BLANK = {
  kind: 'pattern',
  name: '',
  attribute: '',
  value: '',
  contains: '',
  machine: '',
  instance: '',
  moves: 'enters',
  state: '',
  stage: 'opened',
  level: '',
  logger: '',
  link: '',
  node: '',
  ignore: '',
  once: '',
  intercept: '',
};
export type BreakpointFields = typeof BLANK;

export function problemOf(fields: BreakpointFields): 'empty' | 'half' | undefined {
  const { kind, name, attribute, value, contains, link, node, machine, instance, state, level, logger } =
    fields;
  if (kind === 'stage') return undefined;
  if (kind === 'machine') return machine || instance || state ? undefined : 'empty';
  if (kind === 'log') return level || logger || contains ? undefined : 'empty';
  if ((attribute.trim() === '') !== (value === '')) return 'half';
  return name || attribute.trim() || contains || link || node ? undefined : 'empty';
}

export function specOf(fields: BreakpointFields): BreakpointSpec {
  const { link, node, ignore, once, intercept, kind } = fields;
  const count = Math.max(0, Math.floor(Number(ignore) || 0));
  return {
    ...wantedOf(fields),
    ...(link ? { link } : {}),
    ...(node ? { node } : {}),
    ...(count > 0 ? { ignore: count } : {}),
    ...(once ? { once: true } : {}),
    ...(intercept && kind === 'pattern' ? { intercept: true } : {}),
  };
}

function wantedOf(fields: BreakpointFields): BreakpointSpec {
  const { kind, name, attribute, value, contains, machine, instance, moves, state, level, logger } = fields;
  switch (kind) {
    case 'stage':
      return { stage: fields.stage as LinkStage };
    case 'machine': {
      const which = { ...given({ machine, instance }) };
      if (moves === 'refuses') return { machine: { ...which, refuses: state || '*' } };
      return { machine: { ...which, ...given({ state }) } };
    }
    case 'log':
      return { log: given({ level, logger, contains }) };
    default: {
      const attrs = attribute.trim() ? { attrs: { [attribute.trim()]: value } } : {};
      return { pattern: { ...given({ name, contains }), ...attrs } };
    }
  }
}

/** Without those that are empty. */
function given(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
