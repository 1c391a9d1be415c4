/** What became of scenarios, as JUnit XML: a case each. */
import type { Language } from '#core/shared/text/render.js';
import { explanation, type ScenarioResult } from '../scenario-result.js';
import { junitXml, type JUnitCase } from './junit.js';

export function scenarioJUnit(lang: Language, results: readonly ScenarioResult[]): string {
  return junitXml(
    'cluster-lab',
    results.map((result) => caseOf(lang, result)),
  );
}

function caseOf(lang: Language, result: ScenarioResult): JUnitCase {
  const { title: name, file: classname, seconds, verdict, run } = result;
  if (verdict === 'passed') return { name, classname, seconds };
  const tag = verdict === 'failed' ? 'failure' : 'error';
  const text = explanation(lang, result);
  const type = run?.firstFailure?.code ?? result.problems.findings[0]?.code ?? 'unusable';
  return { name, classname, seconds, problem: { tag, type, message: text.split('\n')[0] ?? '', text } };
}
