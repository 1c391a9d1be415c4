/** A folder or single files → the texts of a topology. Never throws: what cannot be read becomes a finding (X1). */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TopologySource } from '#core/lab/commands/topology-commands.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import { isTdslFile } from '#core/shared/config/topology-files.js';
import { TOPOLOGY_LIMITS, type TopologyLimits } from '#core/shared/config/topology-limits.js';
import { readText, systemCode, unreadable } from './read-text.js';
import { nameOfFolder, processNameIn, topologyPaths, type TopologyPaths } from './topology-paths.js';

/** Reads a topology's folder, or one file of it. */
export async function readTopology(
  given: string,
  limits: TopologyLimits = TOPOLOGY_LIMITS,
): Promise<TopologySource> {
  try {
    const folder = (await stat(given)).isDirectory();
    if (!folder) return { ...(await readTopologyFiles([given], limits)), root: rootOfFile(given) };
    const source = await readAll(nameOfFolder(given), await topologyPaths(given), limits);
    return { ...source, root: path.resolve(given) };
  } catch (error) {
    return { name: nameOfFolder(given), files: [], problems: [unreadable(given, systemCode(error))] };
  }
}

/** Reads single files as one topology; a `lab.yaml` among them counts. */
export async function readTopologyFiles(
  given: readonly string[],
  limits: TopologyLimits = TOPOLOGY_LIMITS,
): Promise<TopologySource> {
  const paths: TopologyPaths = { files: [], problems: [] };
  for (const file of given) {
    if (path.basename(file) === LAB_YAML_NAME) paths.labYaml = file;
    else paths.files.push({ path: file, processName: processNameOfFile(file) });
  }
  const [first] = paths.files;
  return readAll(first?.processName ?? 'topology', paths, limits);
}

/** The folder in which a file given by itself is called as a topology's files are: `x/etc/init.properties`, `x.properties`. */
function rootOfFile(file: string): string {
  const folder = path.dirname(path.resolve(file));
  if (!/^init\.properties$|^config\.tdsl$/.test(path.basename(file))) return folder;
  return path.dirname(path.basename(folder) === 'etc' ? path.dirname(folder) : folder);
}

/** A file given by itself: `x/etc/init.properties` and `x/init.properties` are process x, all others their own name. */
function processNameOfFile(file: string): string {
  const whole = path.resolve(file);
  const folder = path.dirname(whole);
  const base = path.basename(folder) === 'etc' ? path.dirname(folder) : folder;
  const name =
    processNameIn(base, path.relative(base, whole)) ?? path.basename(whole).replace(/\.[^.]*$/, '');
  return /^init\.properties$|^config\.tdsl$/.test(path.basename(whole)) ? nameOfFolder(base) : name;
}

async function readAll(name: string, paths: TopologyPaths, limits: TopologyLimits): Promise<TopologySource> {
  const source: TopologySource = { name, files: [], problems: [...paths.problems] };
  let left = limits.totalBytes;
  const read = async (
    file: string,
    bytes: number,
  ): Promise<{ text: string; isUtf8: boolean } | undefined> => {
    const result = await readText(file, Math.min(bytes, left));
    if ('text' in result) {
      left -= result.text.length;
      return result;
    }
    source.problems.push(result.problem);
    return undefined;
  };
  for (const { path: file, processName } of paths.files.slice(0, limits.files)) {
    // What Tigase 8 reads is named by its path alone.
    const content = isTdslFile(file) ? { text: '' } : await read(file, limits.fileBytes);
    if (content) source.files.push({ path: file, processName, ...content });
  }
  const extra = paths.files[limits.files];
  if (extra) {
    const finding = unreadable(extra.path, 'EMFILE', 'too-many');
    source.problems.push({ ...finding, params: { ...finding.params, limit: limits.files } });
  }
  const yaml = paths.labYaml === undefined ? undefined : await read(paths.labYaml, limits.yamlBytes);
  return paths.labYaml === undefined || yaml === undefined
    ? source
    : { ...source, labYaml: { path: paths.labYaml, text: yaml.text } };
}
