/** The files of a topology as a window has them, as `topology.get` gives them and `topology.apply` takes them; reading and editing them. */
import { buildTopology, type BuiltTopology, type TopologySource } from '../build-topology.js';
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
  /** What findings call it; default: its name. */
  path?: string;
  /** false: its bytes were no UTF-8 and were taken for Latin-1, in which it is saved as long as that has letters for all of it. */
  isUtf8?: boolean;
}

const LATIN_1 = /^[\0-\xff]*$/;

/** The same for `buildTopology` and `previewTopology`. */
export function sourcesOf(files: readonly TopologyFile[]): {
  files: TopologySource[];
  labYaml?: { path: string; text: string };
} {
  const sources = files.flatMap(({ name, path = name, process, text, isUtf8 = true }) =>
    process === undefined
      ? []
      : [{ path, processName: process, text, isUtf8: isUtf8 || !LATIN_1.test(text) }],
  );
  const yaml = files.find(({ process }) => process === undefined);
  return { files: sources, ...(yaml ? { labYaml: { path: yaml.path ?? yaml.name, text: yaml.text } } : {}) };
}

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
