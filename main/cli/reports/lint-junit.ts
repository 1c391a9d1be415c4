/**
 * What the linter found, as JUnit XML: a case for each file, and one for each finding in it, so that a build server counts
 * and follows every one. Errors fail; warnings and notes pass and say what they have to say.
 */
import type { Finding } from '#core/shared/config/lint/finding.js';
import type { Language } from '#core/shared/text/render.js';
import { findingSentences, formatFinding, type Texts } from '../format-finding.js';
import { junitXml, type JUnitCase } from './junit.js';

/** `texts` holds every file that was read, also those in which nothing was found. */
export function lintJUnit(lang: Language, findings: readonly Finding[], texts: Texts): string {
  const files = new Set([...texts.keys(), ...findings.map(({ range }) => range.file)]);
  const cases = [...files].flatMap((file) => {
    const here = findings.filter(({ range }) => range.file === file);
    return here.length === 0 ? [clean(file)] : here.map((finding) => caseOf(lang, finding, texts));
  });
  return junitXml('cluster-lab lint', cases);
}

function clean(file: string): JUnitCase {
  return { name: file, classname: file };
}

function caseOf(lang: Language, finding: Finding, texts: Texts): JUnitCase {
  const { code, severity, range } = finding;
  const { message } = findingSentences(lang, finding);
  const text = formatFinding(lang, finding, texts);
  const about = { name: `${code} ${range.line}:${range.column} ${message}`, classname: range.file };
  if (severity !== 'error') return { ...about, systemOut: text };
  return { ...about, problem: { tag: 'failure', type: code, message, text } };
}
