/** `cluster-lab lint`: checks configuration without running it. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TopologySource } from '#core/lab/commands/topology-commands.js';
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import type { Finding, Severity } from '#core/shared/config/lint/finding.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { isTdslFile } from '#core/shared/config/topology-files.js';
import { readTopology, readTopologyFiles } from '#main/topology/read-topology.js';
import { EXIT } from './exit-codes.js';
import { formatFinding, jsonFinding } from './format-finding.js';
import type { Output } from './output.js';
import { lintJUnit } from './reports/lint-junit.js';
import { sarifLog } from './reports/sarif.js';
import { textsOf } from './source-texts.js';
import { written } from './write-result.js';

export interface LintOptions {
  json?: boolean;
  /** Files to write reports into. */
  junit?: string;
  sarif?: string;
  /** The Tigase that the files are for; default 5.2. */
  profile?: TigaseVersion;
}

export async function lint(paths: readonly string[], options: LintOptions, output: Output): Promise<number> {
  const { json, junit, sarif, ...settings } = options;
  const sources = await readEach(paths);
  for (const report of [junit, sarif]) {
    if (report !== undefined && !(await canWrite(report, sources, output))) return EXIT.unusable;
  }
  const findings = sources.flatMap((source) => [
    ...source.problems,
    ...lintTopology(buildTopology(source.name, source.files, source.labYaml), settings),
  ]);
  const unusable = sources.filter(({ files }) => files.every((file) => isTdslFile(file.path)));
  const silent = unusable.filter(({ files, problems }) => files.length + problems.length === 0);
  if (!(await writeReports(findings, sources, options, output))) return EXIT.unusable;
  if (json) output.line(JSON.stringify(findings.map(jsonFinding), undefined, 2));
  else if (silent.length < sources.length) printFindings(findings, sources, output);
  for (const { given } of silent) output.say('cli.not-a-topology', { path: given });
  if (unusable.length > 0 || sources.some(({ problems }) => problems.length > 0)) return EXIT.unusable;
  return findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.ok;
}

/** Whether a report may be written there: nowhere that cannot be, and over nothing that was to be checked. */
async function canWrite(
  report: string,
  sources: readonly TopologySource[],
  output: Output,
): Promise<boolean> {
  const checked = [...textsOf(sources).keys()].map((file) => path.resolve(file));
  if (!checked.includes(path.resolve(report))) return written(report, '', output);
  output.say('cli.report-over-input', { path: report });
  return false;
}

/** Whether every report that was asked for could be written. */
async function writeReports(
  findings: readonly Finding[],
  sources: readonly TopologySource[],
  { junit, sarif }: LintOptions,
  output: Output,
): Promise<boolean> {
  const { lang } = output;
  if (junit !== undefined && !(await written(junit, lintJUnit(lang, findings, textsOf(sources)), output)))
    return false;
  return sarif === undefined || written(sarif, sarifLog(lang, findings), output);
}

type GivenSource = TopologySource & { given: string };

/** Each folder is a topology; all files together are one. */
async function readEach(paths: readonly string[]): Promise<GivenSource[]> {
  const sources: GivenSource[] = [];
  const files: string[] = [];
  for (const given of new Set(paths)) {
    if (await isFolder(given)) sources.push({ ...(await readTopology(given)), given });
    else files.push(given);
  }
  if (files.length > 0) sources.push({ ...(await readTopologyFiles(files)), given: files.join(' ') });
  return sources;
}

async function isFolder(given: string): Promise<boolean> {
  try {
    return (await stat(given)).isDirectory();
  } catch {
    return false;
  }
}

function printFindings(
  findings: readonly Finding[],
  sources: readonly TopologySource[],
  output: Output,
): void {
  const texts = textsOf(sources);
  for (const finding of findings) output.line(`${formatFinding(output.lang, finding, texts)}\n`);
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  output.line(
    findings.length === 0 ? output.text('cli.lint.clean') : output.text('cli.lint.summary', counts),
  );
}
