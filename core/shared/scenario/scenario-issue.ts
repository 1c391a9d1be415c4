/** What is wrong with a scenario, and at which path of its YAML; `parse-scenario.ts` finds the line. */
import type { z } from 'zod';
import type { YamlPath } from './yaml-places.js';

export interface ScenarioIssue {
  /** Code of core/shared/text: `scenario.unknown-key` … */
  code: string;
  path: YamlPath;
  /** Whether the key at the end of the path is meant, or its value. */
  at: 'key' | 'value';
  params: Record<string, string | number>;
}

export function issueAt(
  at: ScenarioIssue['at'],
  code: string,
  path: YamlPath,
  params: ScenarioIssue['params'] = {},
): ScenarioIssue {
  return { code, path, at, params };
}

/** `wait: 10` lacks its unit rather than a pair of quotes. */
const DURATION_KEYS = new Set(['wait', 'within', 'for']);

/** What zod found below `prefix`. */
export function schemaIssues(prefix: YamlPath, error: z.ZodError): ScenarioIssue[] {
  return error.issues.flatMap((issue) => fromZod(prefix, issue));
}

function fromZod(prefix: YamlPath, issue: z.core.$ZodIssue): ScenarioIssue[] {
  const path = [...prefix, ...issue.path];
  const key = lastKey(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) =>
        issueAt('key', 'scenario.unknown-key', [...path, name], { key: name, parent: key }),
      );
    case 'invalid_union':
      return fromUnion(path, issue) ?? [issueAt('value', 'scenario.bad-value', path, { key, expected: '' })];
    case 'invalid_format':
      return [issueAt('value', 'scenario.duration', path, { key })];
    case 'invalid_type':
      if (DURATION_KEYS.has(key)) return [issueAt('value', 'scenario.duration', path, { key })];
      break;
    case 'custom':
      return [issueAt('key', String(issue.params?.['code'] ?? 'scenario.bad-value'), path, { key })];
  }
  return [issueAt('value', 'scenario.bad-value', path, { key, expected: expectedOf(issue) })];
}

/** Of several alternatives the one that got furthest is the one that was meant. */
function fromUnion(path: YamlPath, issue: z.core.$ZodIssueInvalidUnion): ScenarioIssue[] | undefined {
  const got = issue.errors.filter((issues) => issues.some(isInside));
  const [meant] = got.sort((left, right) => left.length - right.length);
  return meant?.flatMap((inner) => fromZod(path, inner));
}

/** Whether a value had the right shape as a whole, and the mistake is somewhere in it. */
function isInside(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0 || issue.code === 'unrecognized_keys') return true;
  return issue.code === 'invalid_union' && issue.errors.some((issues) => issues.some(isInside));
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'too_small') return `>= ${issue.minimum}`;
  if (issue.code === 'too_big') return `<= ${issue.maximum}`;
  return issue.code;
}

/** The innermost name of a path: numbers are places in lists. */
function lastKey(path: YamlPath): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '');
}
