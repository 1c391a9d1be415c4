/** The texts of the topology that runs: as it was opened, or as they were applied last. */
import path from 'node:path';
import type { CommandArgs } from '#core/shared/api/commands.js';
import type { TopologyFileView } from '#core/shared/api/results.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import type { TopologyFile } from '#core/shared/config/edit-topology/topology-file.js';
import { processNameOf } from '#core/shared/config/topology-files.js';
import { fileNames, type FilePlaces } from './file-names.js';

/** A file of the open topology. */
export interface OpenText extends TopologyFile {
  path: string;
  isUtf8?: false;
}

type GivenFiles = CommandArgs<'topology.apply'>['files'];

interface OpenedFiles extends FilePlaces {
  files: readonly { path: string; processName: string; text: string; isUtf8?: boolean }[];
  labYaml?: { path: string; text: string } | undefined;
}

/** What a topology was opened with. */
export function openedTexts(source: OpenedFiles): OpenText[] {
  const nameOf = fileNames(source);
  return [
    ...source.files.map(({ path: file, processName, text, isUtf8 }) => ({
      name: nameOf(file),
      path: file,
      process: processName,
      text,
      ...encodingOf({ isUtf8 }),
    })),
    ...(source.labYaml ? [{ name: LAB_YAML_NAME, ...source.labYaml }] : []),
  ];
}

/**
 * Texts that were given by name.
 * @param open those that run
 * @param root folder of the topology, if it has one
 */
export function givenTexts(
  given: GivenFiles,
  open: readonly OpenText[],
  root: string | undefined,
): OpenText[] {
  const known = new Map(open.map((file) => [file.name, file]));
  return given.map(({ name, text, process }) => {
    const file = known.get(name);
    const where = file?.path ?? (root === undefined ? name : path.join(root, name));
    if (name === LAB_YAML_NAME) return { name, path: where, text };
    const called = process ?? file?.process ?? processNameOf(name) ?? name;
    return { name, path: where, process: called, text, ...encodingOf(file) };
  });
}

/** What is said of a file that is no UTF-8; of any other nothing. */
function encodingOf(file: { isUtf8?: boolean | undefined } | undefined): { isUtf8?: false } {
  return file?.isUtf8 === false ? { isUtf8: false } : {};
}

/** Name → text. */
export function savedTexts(texts: readonly OpenText[]): Map<string, string> {
  return new Map(texts.map(({ name, text }) => [name, text]));
}

/** What runs beside what the folder holds. */
export function textViews(
  texts: readonly OpenText[],
  saved: ReadonlyMap<string, string>,
): TopologyFileView[] {
  return texts.map((file) => {
    const kept = saved.get(file.name);
    if (kept === file.text) return { ...file, state: 'saved' };
    return kept === undefined ? { ...file, state: 'new' } : { ...file, state: 'edited', saved: kept };
  });
}
