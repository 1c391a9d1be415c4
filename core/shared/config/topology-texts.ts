/** The files of a topology as a window has them: as `topology.get` gives them, and `topology.apply` takes them. */
import type { TopologySource } from './build-topology.js';

export interface TopologyFile {
  /** Path inside the topology's folder. */
  name: string;
  text: string;
  /** The process that it describes; absent: `lab.yaml`. */
  process?: string;
  /** What findings call it; default: its name. */
  path?: string;
}

/** The same for `buildTopology` and `previewTopology`. */
export function sourcesOf(files: readonly TopologyFile[]): {
  files: TopologySource[];
  labYaml?: { path: string; text: string };
} {
  const sources = files.flatMap(({ name, path = name, process, text }) =>
    process === undefined ? [] : [{ path, processName: process, text }],
  );
  const yaml = files.find(({ process }) => process === undefined);
  return { files: sources, ...(yaml ? { labYaml: { path: yaml.path ?? yaml.name, text: yaml.text } } : {}) };
}
