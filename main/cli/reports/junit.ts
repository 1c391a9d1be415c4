/** JUnit XML, the form that build servers read. */

export interface JUnitCase {
  name: string;
  /** What the case belongs to; build servers group by it. */
  classname: string;
  seconds?: number;
  /** Absent: passed. `failure` is a verdict, `error` is that there could be none. */
  problem?: { tag: 'failure' | 'error'; type: string; message: string; text: string };
  /** What a passed case has to say. */
  systemOut?: string;
}

/** One suite of cases. Times are in s. */
export function junitXml(suite: string, cases: readonly JUnitCase[]): string {
  const count = (tag: 'failure' | 'error'): number =>
    cases.filter(({ problem }) => problem?.tag === tag).length;
  const totals = attributes({
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: 0,
    time: cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0).toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${totals}>`,
    `  <testsuite${attributes({ name: suite })}${totals}>`,
    ...cases.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ name, classname, seconds = 0, problem, systemOut }: JUnitCase): string {
  const start = `    <testcase${attributes({ name, classname, time: seconds.toFixed(3) })}`;
  const children = [
    ...(problem === undefined ? [] : [problemElement(problem)]),
    ...(systemOut === undefined ? [] : [`      <system-out>${escapeXml(systemOut)}</system-out>`]),
  ];
  return children.length === 0 ? `${start}/>` : [`${start}>`, ...children, '    </testcase>'].join('\n');
}

function problemElement({ tag, type, message, text }: NonNullable<JUnitCase['problem']>): string {
  return `      <${tag}${attributes({ type, message })}>${escapeXml(text)}</${tag}>`;
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
