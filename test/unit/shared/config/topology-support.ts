import { readFileSync } from 'node:fs';
import { buildTopology, type BuiltTopology } from '#core/shared/config/build-topology.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';

export type Texts = Record<string, string>;

const folder = new URL('../../../../examples/', import.meta.url);

/** Texts of an example that ships, by process name. */
export function example(name: 'seed' | 'seed-standard-muc'): Texts {
  const names = ['server1', 'server2', 'muc1', 'muc2'];
  const read = (process: string) => readFileSync(new URL(`${name}/${process}.properties`, folder), 'utf8');
  return Object.fromEntries(names.map((process) => [process, read(process)]));
}

export function build(texts: Texts, labYaml?: string): BuiltTopology {
  const sources = Object.entries(texts).map(([name, text]) => ({
    path: `${name}.properties`,
    processName: name,
    text,
  }));
  return buildTopology(
    'test',
    sources,
    labYaml === undefined ? undefined : { path: 'lab.yaml', text: labYaml },
  );
}

/** The seed with one replacement in the text of one process. */
export function seedWith(process: string, search: string | RegExp, replacement: string): Texts {
  const texts = example('seed');
  const before = texts[process] ?? '';
  const after = before.replace(search, replacement);
  if (after === before) throw new Error(`nothing to replace in ${process}: ${String(search)}`);
  return { ...texts, [process]: after };
}

/** Findings of one code, each as `file line text-in-range`, so that a test shows what is underlined. */
export function found(texts: Texts, code: string, labYaml?: string): string[] {
  return lintTopology(build(texts, labYaml))
    .filter((finding) => finding.code === code)
    .map(
      (finding) =>
        `${finding.severity} ${finding.range.file.replace('.properties', '')} ${underlined(texts, finding)}`,
    );
}

function underlined(texts: Texts, { range }: Finding): string {
  const text = texts[range.file.replace('.properties', '')] ?? '';
  const line = text.split(/\r\n|\r|\n/)[range.line - 1] ?? '';
  const end = range.endLine === range.line ? range.endColumn - 1 : line.length;
  return `${range.line}: ${line.slice(range.column - 1, end)}`;
}
