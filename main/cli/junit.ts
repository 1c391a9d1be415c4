/** Results as JUnit XML, the form that build servers read. */
import type { Language } from '#core/shared/text/render.js';
import { explanation, type ScenarioResult } from './scenario-result.js';

export function junitXml(lang: Language, results: readonly ScenarioResult[]): string {
  const count = (verdict: ScenarioResult['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const time = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const totals = attributes({
    tests: results.length,
    failures: count('failed'),
    errors: count('unusable'),
    skipped: 0,
    time: time.toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${totals}>`,
    `  <testsuite name="cluster-lab"${totals}>`,
    ...results.map((result) => testCase(lang, result)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(lang: Language, result: ScenarioResult): string {
  const { title, file, seconds, verdict, run } = result;
  const start = `    <testcase${attributes({ name: title, classname: file, time: seconds.toFixed(3) })}`;
  if (verdict === 'passed') return `${start}/>`;
  const tag = verdict === 'failed' ? 'failure' : 'error';
  const text = explanation(lang, result);
  const type = run?.firstFailure?.code ?? result.problems.findings[0]?.code ?? 'unusable';
  const about = attributes({ type, message: text.split('\n')[0] ?? '' });
  return `${start}>\n      <${tag}${about}>${escapeXml(text)}</${tag}>\n    </testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no character for becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
