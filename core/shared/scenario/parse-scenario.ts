/** Reads a scenario file, format v1: every mistake is an error with its place. Never throws. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../config/lint/finding.js';
import { parseStep } from './parse-step.js';
import { issueAt, schemaIssues, type ScenarioIssue } from './scenario-issue.js';
import { fileSchema, type Scenario, type Step } from './scenario-schema.js';
import { YamlPlaces } from './yaml-places.js';

export type ScenarioResult =
  { ok: true; scenario: Scenario; lines: number[] } | { ok: false; problems: Finding[] };

/** A scenario is written by hand: more text than this is something else. */
const LARGEST_FILE = 1_000_000;
const MOST_ALIASES = 100;

export function parseScenario(file: string, text: string): ScenarioResult {
  try {
    if (text.length > LARGEST_FILE) return unreadable(file, 'TOO_LARGE');
    return parse(file, text);
  } catch {
    // Nesting that exhausts the stack, or aliases that multiply.
    return unreadable(file, 'TOO_COMPLEX');
  }
}

function parse(file: string, text: string): ScenarioResult {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const places = new YamlPlaces(file, counter, document);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      finding('scenario.not-yaml', places.range(...error.pos), { reason: error.code }),
    );
    return { ok: false, problems };
  }
  const parsed = fileSchema.safeParse(document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {});
  if (!parsed.success) return failed(places, schemaIssues([], parsed.error));
  const { steps, issues } = parseSteps(parsed.data.steps);
  const all = [...topologyIssues(parsed.data), ...issues];
  if (all.length > 0) return failed(places, all);
  const lines = steps.map((_, index) => places.value(['steps', index]).line);
  return { ok: true, scenario: scenarioOf(file, parsed.data, steps, lines), lines };
}

type FileParts = z.output<typeof fileSchema>;

function parseSteps(written: readonly unknown[]): { steps: Step[]; issues: ScenarioIssue[] } {
  const steps: Step[] = [];
  const issues: ScenarioIssue[] = [];
  written.forEach((entry, index) => {
    const path = ['steps', index];
    const result = parseStep(entry, path);
    if (!result.ok) issues.push(...result.issues);
    else {
      steps.push(result.step);
      // A scenario plays one lab, from its boot on.
      if ((result.step.kind === 'start') !== (index === 0)) {
        issues.push(issueAt('value', index === 0 ? 'scenario.start-first' : 'scenario.start-once', path));
      }
    }
  });
  return { steps, issues };
}

function topologyIssues({ topology, files }: FileParts): ScenarioIssue[] {
  if (topology === undefined && files === undefined) return [issueAt('value', 'scenario.no-topology', [])];
  if (topology !== undefined && files !== undefined) {
    return [issueAt('key', 'scenario.two-topologies', ['files'])];
  }
  return [];
}

function scenarioOf(file: string, parts: FileParts, steps: Step[], lines: number[]): Scenario {
  const {
    scenario: title,
    about = '',
    topology: path,
    files = {},
    seed,
    profile,
    quirks,
    explore,
    choices,
  } = parts;
  const texts = Object.entries(files).map(([name, text]) => ({
    name: name.includes('.') ? name : `${name}.properties`,
    text,
  }));
  const topology = path === undefined ? { files: texts } : { path };
  const scenario = { file, title, about, topology, seed, profile, quirks, explore, steps, lines };
  return choices ? { ...scenario, choices } : scenario;
}

function failed(places: YamlPlaces, issues: readonly ScenarioIssue[]): ScenarioResult {
  return { ok: false, problems: issues.map((issue) => located(places, issue)) };
}

/** The issue at its place. A value of the wrong type where there is none at all is a missing key. */
function located(places: YamlPlaces, { code, path, at, params }: ScenarioIssue): Finding {
  if (code === 'scenario.bad-value' && !places.has(path)) {
    return finding('scenario.missing', places.value(path), { key: String(params['key'] ?? '') });
  }
  return finding(code, at === 'key' ? places.key(path) : places.value(path), params);
}

function unreadable(file: string, reason: string): ScenarioResult {
  const range = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { ok: false, problems: [finding('scenario.not-yaml', range, { reason })] };
}

function finding(code: string, range: Finding['range'], params: Finding['params']): Finding {
  return { code, severity: 'error', range, params };
}
