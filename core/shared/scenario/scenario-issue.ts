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

/** What zod found below `prefix`. */
export function schemaIssues(prefix: YamlPath, error: z.ZodError): ScenarioIssue[] {
  return error.issues.flatMap((issue) => fromZod(prefix, issue));
}

function fromZod(prefix: YamlPath, issue: z.core.$ZodIssue): ScenarioIssue[] {
  const path = [...prefix, ...issue.path];
  const key = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) =>
        issueAt('key', 'scenario.unknown-key', [...path, name], { key: name, parent: parentName(path) }),
      );
    case 'invalid_union':
      return fromUnion(path, issue) ?? [issueAt('value', 'scenario.bad-value', path, { key, expected: '' })];
    case 'invalid_format':
      return [issueAt('value', 'scenario.duration', path, { key })];
    case 'custom':
      return [issueAt('key', String(issue.params?.['code'] ?? 'scenario.bad-value'), path, { key })];
    default:
      return [issueAt('value', 'scenario.bad-value', path, { key, expected: expectedOf(issue) })];
  }
}

/** Of several alternatives the one that got furthest is the one that was meant. */
function fromUnion(path: YamlPath, issue: z.core.$ZodIssueInvalidUnion): ScenarioIssue[] | undefined {
  const got = issue.errors.filter((issues) =>
    issues.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const [meant] = got.sort((left, right) => left.length - right.length);
  return meant?.flatMap((inner) => fromZod(path, inner));
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'too_small') return `>= ${issue.minimum}`;
  if (issue.code === 'too_big') return `<= ${issue.maximum}`;
  return issue.code;
}

function parentName(path: YamlPath): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '');
}
