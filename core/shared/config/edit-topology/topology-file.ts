/** The files of a topology while they are being edited: as `topology.get` gives them and `topology.apply` takes them. */
import { buildTopology, type BuiltTopology } from '../build-topology.js';
import { applyEdits } from '../edit/apply-edits.js';
import type { PropertiesFile } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import type { ProcessPlan } from '../topology-plan.js';

export interface TopologyFile {
  /** Path inside the topology's folder. */
  name: string;
  text: string;
  /** The process that it describes; absent: `lab.yaml`. */
  process?: string;
}

/** A process with the file that it was read from. */
export interface ReadProcess {
  plan: ProcessPlan;
  file: PropertiesFile;
}

/** Files are called by their names in all ranges. */
export function readFiles(files: readonly TopologyFile[]): BuiltTopology {
  const sources = files.flatMap(({ name, text, process }) =>
    process === undefined ? [] : [{ path: name, processName: process, text }],
  );
  const yaml = files.find(({ process }) => process === undefined);
  return buildTopology('', sources, yaml && { path: yaml.name, text: yaml.text });
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
