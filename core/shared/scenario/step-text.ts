/** A step in one line, as the trace and a failure name it: the words of the file, compact. */
import type { Condition } from './condition-schema.js';
import type { Step } from './scenario-schema.js';

export function stepText(step: Step): string {
  switch (step.kind) {
    case 'start':
      return 'start';
    case 'wait':
      return `wait ${step.ms} ms`;
    case 'command':
      return `${step.command} ${flow(step.args)}`;
    case 'expect':
      return `expect ${conditionText(step.expectation)}`;
    case 'never':
      return `never ${conditionText(step.prohibition)}`;
  }
}

/** The condition alone: neither how long it is waited for nor how often it must come. */
export function conditionText(condition: Condition): string {
  const left = new Set(['subject', 'within', 'for', 'since', 'count', 'atLeast']);
  return flow(Object.fromEntries(Object.entries(condition).filter(([key]) => !left.has(key))));
}

/** `{node: server1, kinds: [node.log]}`: JSON without the quotes that YAML can do without. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries.map(([key, part]) => `${key}: ${flow(part)}`).join(', ')}}`;
  }
  if (typeof value === 'string' && !/^[A-Za-z][\w.@/>#:-]*$/.test(value)) return JSON.stringify(value);
  return String(value);
}
