/** What became of one scenario, as `run` prints and writes it. */
import type { ScenarioRun } from '#core/lab/scenario-runner.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { renderText, type Language } from '#core/shared/text/render.js';
import { formatFinding } from './format-finding.js';

/** Failure code of a scenario whose topology could not be opened. */
const START_FAILED = 'scenario.start-failed';

export type Verdict = 'passed' | 'failed' | 'unusable';

export interface ScenarioResult {
  file: string;
  title: string;
  verdict: Verdict;
  /** Real time, in s. */
  seconds: number;
  /** Absent when the file could not be read. */
  run?: ScenarioRun;
  /** Why it cannot be played, quoted and explained. */
  problems: { findings: Finding[]; text: string };
}

export function playedResult(run: ScenarioRun, text: string, seconds: number): ScenarioResult {
  const unusable = run.firstFailure?.code === START_FAILED;
  const verdict = run.passed ? 'passed' : unusable ? 'unusable' : 'failed';
  return { file: run.scenario, title: run.title, verdict, seconds, run, problems: { findings: [], text } };
}

/** Why it did not pass: sentences, or nothing. */
export function explanation(lang: Language, { file, run, problems }: ScenarioResult): string {
  const texts = new Map([[file, problems.text]]);
  const found = problems.findings.map((finding) => formatFinding(lang, finding, texts));
  const failure = run?.firstFailure;
  if (!failure) return found.join('\n');
  const message = renderText(lang, failure.code, failure.params);
  // Events that came nearest stand below, one a line.
  return [`${file}:${failure.line}: ${message.replaceAll('\n', '\n    ')}`, ...found].join('\n');
}

export function jsonResult({ file, run, problems }: ScenarioResult): object {
  const [finding] = problems.findings;
  const problem = finding && { code: finding.code, params: finding.params, line: finding.range.line };
  return {
    scenario: file,
    seed: run?.seed ?? null,
    passed: run?.passed ?? false,
    traceHash: run?.traceHash ?? '',
    firstFailure: run?.firstFailure ?? problem ?? null,
  };
}
