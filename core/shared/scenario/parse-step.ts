/** One entry of `steps:`. */
import type { z } from 'zod';
import { COMMAND_SCHEMAS, isCommand, type CommandName } from '../api/commands.js';
import {
  EXPECT_SCHEMAS,
  NEVER_SCHEMAS,
  SUBJECTS,
  subjectOf,
  type Expectation,
  type Prohibition,
  type Subject,
} from './condition-schema.js';
import { duration } from './duration.js';
import { issueAt, schemaIssues, type ScenarioIssue } from './scenario-issue.js';
import { startSchema, type Step, type StepWords } from './scenario-schema.js';
import type { YamlPath } from './yaml-places.js';

export type StepResult = { ok: true; step: Step } | { ok: false; issues: ScenarioIssue[] };

/** Commands that ask, that a person at the window needs, or that would hand the clock to real time or open another lab. */
const NOT_FOR_SCENARIOS =
  /^(topology|lint|clock|pending|breakpoint|trace|traffic|session|scenario|state|branch|bookmark|compare)\.|\.(list|get|inbox)$/;

export function isScenarioCommand(command: CommandName): boolean {
  return !NOT_FOR_SCENARIOS.test(command);
}

/** Reads the step at `path`; a bare text is an action without arguments. */
export function parseStep(written: unknown, path: YamlPath): StepResult {
  if (typeof written === 'string') return action({ name: written, payload: {}, path, at: path, words: {} });
  if (!isRecord(written)) return refused(issueAt('value', 'scenario.step-shape', path));
  const names = Object.keys(written).filter((key) => key !== 'note' && key !== 'fails');
  const [name] = names;
  if (name === undefined || names.length > 1) {
    return refused(issueAt('value', 'scenario.step-shape', path, { keys: names.join(', ') }));
  }
  const issues = ['note', 'fails']
    .filter((word) => Object.hasOwn(written, word) && typeof written[word] !== 'string')
    .map((word) =>
      issueAt('value', 'scenario.bad-value', [...path, word], { key: word, expected: 'string' }),
    );
  if (issues.length > 0) return { ok: false, issues };
  const words = pickTexts(written);
  return action({ name, payload: written[name] ?? {}, path: [...path, name], at: path, words });
}

interface Action {
  name: string;
  payload: unknown;
  /** Where the payload stands, and where the step does. */
  path: YamlPath;
  at: YamlPath;
  words: StepWords & { fails?: string };
}

function action({ name, payload, path, at, words: { fails, ...words } }: Action): StepResult {
  if (fails !== undefined && !name.includes('.')) {
    return refused(issueAt('key', 'scenario.unknown-key', [...at, 'fails'], { key: 'fails', parent: name }));
  }
  switch (name) {
    case 'start':
      return checked(startSchema, payload, path, (options) => ({ ...words, kind: 'start', options }));
    case 'wait':
      if (typeof payload !== 'string')
        return refused(issueAt('value', 'scenario.duration', path, { key: name }));
      return checked(duration, payload, path, (ms) => ({ ...words, kind: 'wait', ms }));
    case 'expect':
      return condition(EXPECT_SCHEMAS, payload, path, (parts) => {
        return { ...words, kind: 'expect', expectation: parts as Expectation };
      });
    case 'never':
      return condition(NEVER_SCHEMAS, payload, path, (parts) => {
        return { ...words, kind: 'never', prohibition: parts as Prohibition };
      });
    default:
      return command(name, payload, path, fails === undefined ? words : { ...words, fails });
  }
}

function command(name: string, payload: unknown, path: YamlPath, words: Action['words']): StepResult {
  if (!isCommand(name)) return refused(issueAt('key', 'scenario.unknown-command', path, { command: name }));
  if (!isScenarioCommand(name)) {
    return refused(issueAt('key', 'scenario.not-for-scenarios', path, { command: name }));
  }
  const schema: z.ZodType<Record<string, unknown>> = COMMAND_SCHEMAS[name];
  return checked(schema, payload, path, (args) => ({ ...words, kind: 'command', command: name, args }));
}

function condition(
  schemas: Readonly<Record<Subject, z.ZodType<object>>>,
  payload: unknown,
  path: YamlPath,
  make: (parts: object) => Step,
): StepResult {
  const subject = isRecord(payload) ? subjectOf(payload) : undefined;
  if (subject === undefined) {
    return refused(issueAt('value', 'scenario.no-condition', path, { known: SUBJECTS.join(', ') }));
  }
  return checked(schemas[subject], payload, path, (parts) => make({ subject, ...parts }));
}

function checked<Out>(
  schema: z.ZodType<Out>,
  payload: unknown,
  path: YamlPath,
  make: (parsed: Out) => Step,
): StepResult {
  const result = schema.safeParse(payload);
  if (result.success) return { ok: true, step: make(result.data) };
  return { ok: false, issues: schemaIssues(path, result.error) };
}

function refused(issue: ScenarioIssue): StepResult {
  return { ok: false, issues: [issue] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pickTexts(written: Record<string, unknown>): Action['words'] {
  const { note, fails } = written;
  return {
    ...(typeof note === 'string' ? { note } : {}),
    ...(typeof fails === 'string' ? { fails } : {}),
  };
}
