import type { TopologySource } from '#core/lab/commands/topology-commands.js';

/** Texts of topologies by path, for quoting lines. */
export function textsOf(sources: readonly TopologySource[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { files, labYaml } of sources) {
    for (const { path, text } of [...files, ...(labYaml ? [labYaml] : [])]) texts.set(path, text);
  }
  return texts;
}
