import { readFileSync } from 'node:fs';
import { Validator, type Schema } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { escapeXml } from '#main/cli/reports/junit.js';
import { lintJUnit } from '#main/cli/reports/lint-junit.js';
import { sarifLog } from '#main/cli/reports/sarif.js';
import { scenarioJUnit } from '#main/cli/reports/scenario-junit.js';
import type { ScenarioResult } from '#main/cli/scenario-result.js';

describe('JUnit XML of scenarios', () => {
  const run = { scenario: 's.yaml', title: 'A & B', seed: 1, traceHash: '', events: 0, durationLabMs: 0 };
  const base = { file: 's.yaml', title: 'A & B', seconds: 0.5, problems: { findings: [], text: '' } };
  const failure = {
    code: 'scenario.lab-error',
    params: { where: '<x>', message: '"\n' },
    step: 1,
    line: 4,
    time: 0,
  };

  it('counts, and says why', () => {
    const results: ScenarioResult[] = [
      { ...base, verdict: 'passed', run: { ...run, passed: true } },
      { ...base, verdict: 'failed', run: { ...run, passed: false, firstFailure: failure } },
      { ...base, verdict: 'unusable' },
    ];
    const xml = scenarioJUnit('en', results);
    expect(xml).toContain('<testsuites tests="3" failures="1" errors="1" skipped="0" time="1.500">');
    expect(xml).toContain('<testcase name="A &amp; B" classname="s.yaml" time="0.500"/>');
    expect(xml).toContain('<failure type="scenario.lab-error" message="s.yaml:4: The lab itself has made');
    expect(xml).toContain('in &lt;x&gt;: &quot;');
  });

  it('has no character that XML has not', () => {
    expect(escapeXml('a\u0000b\ud800c\uffffd😀')).toBe('a\ufffdb\ufffdc\ufffdd😀');
  });
});

const range = { file: 'a b/c.properties', line: 2, column: 3, endLine: 2, endColumn: 6 };
const error: Finding = {
  code: 'C1',
  severity: 'error',
  range,
  params: { value: '<x>', suggestion: 'y', variant: 'near' },
  related: [{ range: { ...range, line: 9, endLine: 9 } }],
  fix: {
    title: 'replace',
    params: { text: 'y' },
    edits: [
      { range, newText: 'y' },
      { range: { ...range, file: 'other.properties' }, newText: '' },
    ],
  },
};
const note: Finding = {
  code: 'C20',
  severity: 'info',
  range: { ...range, endColumn: 3 },
  params: { key: 'k' },
};

describe('JUnit XML of the linter', () => {
  it('has a case for each finding, and for each file without one', () => {
    const texts = new Map([
      [range.file, '\n  xyz'],
      ['clean.properties', ''],
    ]);
    const xml = lintJUnit('en', [error, note], texts);
    expect(xml).toContain('tests="3" failures="1" errors="0"');
    expect(xml).toContain('<testcase name="clean.properties" classname="clean.properties" time="0.000"/>');
    expect(xml).toContain(
      '<failure type="C1" message="Tigase does not know the config-type &quot;&lt;x&gt;&quot;.',
    );
    expect(xml).toContain('<system-out>a b/c.properties:2:3 info C20 ');
  });
});

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync('test/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8')) as Schema;
  const validator = new Validator(schema, '7', false);

  it.each([[[]], [[error, note]], [[{ ...error, range: { ...range, file: '/etc/c.properties' } }]]])(
    'fits the schema of OASIS',
    (findings) => {
      expect(validator.validate(JSON.parse(sarifLog('en', findings))).errors).toEqual([]);
    },
  );

  it('would be refused by that schema if it were wrong', () => {
    const wrong = sarifLog('en', [error]).replace('"level": "error"', '"level": "info"');
    expect(validator.validate(JSON.parse(wrong)).valid).toBe(false);
  });

  it('leaves nothing out', () => {
    const log = JSON.parse(sarifLog('zh-CN', [error, note])) as { runs: { results: object[] }[] };
    const uri = 'a%20b/c.properties';
    const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 };
    expect(log.runs[0]?.results).toMatchObject([
      {
        ruleId: 'C1',
        ruleIndex: 0,
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
        relatedLocations: [{ physicalLocation: { region: { ...region, startLine: 9, endLine: 9 } } }],
        fixes: [
          {
            artifactChanges: [
              { artifactLocation: { uri }, replacements: [{ insertedContent: { text: 'y' } }] },
              { artifactLocation: { uri: 'other.properties' }, replacements: [{ deletedRegion: region }] },
            ],
          },
        ],
      },
      { ruleId: 'C20', ruleIndex: 1, level: 'note' },
    ]);
  });
});
