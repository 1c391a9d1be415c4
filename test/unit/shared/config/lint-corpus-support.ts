/** Reads `test/fixtures/lint`; the README there says how a case is laid out. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { TIGASE_VERSIONS } from '#core/shared/config/catalogue/entry.js';
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import type { Finding, Fix } from '#core/shared/config/lint/finding.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';

const ROOT = new URL('../../../fixtures/lint/', import.meta.url);
const LAB_YAML = 'lab.yaml';

const expectedSchema = z.strictObject({
  profile: z.enum(TIGASE_VERSIONS).optional(),
  findings: z
    .array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'info', 'warning']),
        file: z.string(),
        line: z.int(),
        column: z.int(),
        /** What is underlined, as far as it stands on the first line. */
        text: z.string(),
        /** Places that belong to it, each as `file:line:column`. */
        related: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

type Expected = z.output<typeof expectedSchema>;

export interface CorpusCase {
  name: string;
  kind: 'broken' | 'right';
  /** Code of the rule that the case is for. */
  code: string;
  /** Texts by file name, `lab.yaml` among them. */
  texts: Record<string, string>;
  profile: Expected['profile'];
  expected: Expected['findings'];
}

export function corpusCases(): CorpusCase[] {
  return folders(ROOT).flatMap((rule) =>
    folders(new URL(`${rule}/`, ROOT)).map((name) => readCase(rule, name)),
  );
}

function folders(url: URL): string[] {
  return readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readCase(rule: string, name: string): CorpusCase {
  const folder = new URL(`${rule}/${name}/`, ROOT);
  const texts = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  const { 'expected.yaml': expectedText = '{}', ...topology } = texts;
  const { profile, findings } = expectedSchema.parse(parse(expectedText));
  const kind = name.startsWith('broken') ? 'broken' : 'right';
  const code = rule.split('-')[0] ?? '';
  return { name: `${rule}/${name}`, kind, code, texts: topology, profile, expected: findings };
}

export function lintCase({ texts, profile }: CorpusCase): Finding[] {
  const { [LAB_YAML]: labText, ...files } = texts;
  const sources = Object.entries(files).map(([path, text]) => {
    return { path, processName: path.replace('.properties', ''), text };
  });
  const labYaml = labText === undefined ? undefined : { path: LAB_YAML, text: labText };
  return lintTopology(buildTopology('corpus', sources, labYaml), profile === undefined ? {} : { profile });
}

/** The findings in the form of `expected.yaml`. */
export function placesOf(found: CorpusCase): Expected['findings'] {
  return lintCase(found).map(({ code, severity, range, related = [] }) => {
    const { file, line, column, endLine, endColumn } = range;
    const places = related.map(({ range: other }) => `${other.file}:${other.line}:${other.column}`);
    const written = found.texts[file]?.split('\n')[line - 1] ?? '';
    const text = written.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
    return { code, severity, file, line, column, text, related: places };
  });
}

/** The case after a quick fix. */
export function applyFix(found: CorpusCase, { edits }: Fix): CorpusCase {
  const texts = { ...found.texts };
  for (const file of new Set(edits.map(({ range }) => range.file))) {
    const ofFile = edits.filter(({ range }) => range.file === file);
    texts[file] = applyEdits(texts[file] ?? '', ofFile);
  }
  return { ...found, texts };
}
