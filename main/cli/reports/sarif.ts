/** What the linter found, as SARIF 2.1.0 (OASIS), the form that code hosts and editors show beside the lines. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fix, Location, Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { Finding, Severity } from '#core/shared/config/lint/finding.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { renderFix } from '#core/shared/text/render-finding.js';
import type { Language } from '#core/shared/text/render.js';
import { ownPackage } from '#main/package-root.js';
import { findingSentences } from '../format-finding.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

export function sarifLog(lang: Language, findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const run: Run = {
    tool: { driver: { name: 'Cluster Lab', version: ownPackage().version, rules: codes.map(ruleOf) } },
    language: lang,
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => resultOf(lang, finding, codes)),
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(id: string): ReportingDescriptor {
  return { id };
}

function resultOf(lang: Language, finding: Finding, codes: readonly string[]): Result {
  const { code, severity, range, related = [] } = finding;
  const { message, why } = findingSentences(lang, finding);
  const fixes = fixesOf(lang, finding);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: why === '' ? message : `${message} ${why}` },
    locations: [locationOf(range)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((place) => locationOf(place.range)) }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function fixesOf(lang: Language, { fix }: Finding): Fix[] {
  if (fix === undefined) return [];
  const files = [...new Set(fix.edits.map(({ range }) => range.file))];
  const artifactChanges = files.map((file) => ({
    artifactLocation: { uri: uriOf(file) },
    replacements: fix.edits
      .filter(({ range }) => range.file === file)
      .map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } })),
  }));
  return [{ description: { text: renderFix(lang, fix) }, artifactChanges }];
}

function locationOf(range: SourceRange): Location {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(range.file) }, region: regionOf(range) },
  };
}

function regionOf({ line, column, endLine, endColumn }: SourceRange): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A relative path stays relative: code hosts look for it from the root of the repository. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join('/');
}
