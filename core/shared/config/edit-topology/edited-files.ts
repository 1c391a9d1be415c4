/** Reading the files of a topology to edit them, and editing them. */
import { buildTopology, type BuiltTopology } from '../build-topology.js';
import { applyEdits } from '../edit/apply-edits.js';
import type { PropertiesFile } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import { sourcesOf, type TopologyFile } from '../topology-texts.js';
import type { ProcessPlan } from '../topology-plan.js';

/** A process with the file that it was read from. */
export interface ReadProcess {
  plan: ProcessPlan;
  file: PropertiesFile;
}

/** Files are called by their names in all ranges. */
export function readFiles(files: readonly TopologyFile[]): BuiltTopology {
  const { files: sources, labYaml } = sourcesOf(files.map((file) => ({ ...file, path: file.name })));
  return buildTopology('', sources, labYaml);
}

export function processesOf({ plan, files }: BuiltTopology): ReadProcess[] {
  return plan.processes.flatMap((process, index) => {
    const file = files[index];
    return file ? [{ plan: process, file }] : [];
  });
}

/** Files that no edit names come back as they are. */
export function withEdits(files: readonly TopologyFile[], edits: readonly TextEdit[]): TopologyFile[] {
  return files.map((file) => {
    const own = edits.filter(({ range }) => range.file === file.name);
    return own.length === 0 ? file : { ...file, text: applyEdits(file.text, own) };
  });
}
