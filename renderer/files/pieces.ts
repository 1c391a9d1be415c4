/** What can be put on the map or taken from it: a process, with everything that the other files have to know of it. */
import { addMuc } from '#core/shared/config/edit-topology/add-muc.js';
import { addServer } from '#core/shared/config/edit-topology/add-server.js';
import { removeProcess } from '#core/shared/config/edit-topology/remove-process.js';
import type { TopologyFile } from '#core/shared/config/edit-topology/topology-file.js';
import { chance } from './chance.js';
import type { Draft } from './drafts.js';
import { changeDrafts, filesStore, selectFile } from './files-store.js';

/** What a piece is called on its way from the palette to the map. */
export const PIECE = 'application/x-cluster-lab-process';

export type Piece = 'server' | 'muc';

/**
 * @param placed hears the name of the new process before it is drawn
 * @returns false when there is nothing that it could be like
 */
export function addProcess(piece: Piece, placed?: (process: string) => void): boolean {
  const { present } = filesStore.getState().history;
  const added = (piece === 'server' ? addServer : addMuc)(present, {}, chance);
  if (!added) return false;
  placed?.(added.process);
  const drafts = withPaths(added.files);
  changeDrafts(() => drafts);
  const fresh = drafts.find(({ process }) => process === added.process);
  if (fresh) selectFile(fresh.name);
  return true;
}

export function takeAway(process: string): void {
  changeDrafts((drafts) => withPaths(removeProcess(drafts, process)));
}

/** Findings name a file by its path, which a new one gets from the topology's folder. */
function withPaths(files: readonly TopologyFile[]): Draft[] {
  const { history, folder } = filesStore.getState();
  const paths = new Map(history.present.map(({ name, path }) => [name, path]));
  const inFolder = (name: string): string => (folder === undefined ? name : `${folder}/${name}`);
  return files.map((file) => ({ ...file, path: paths.get(file.name) ?? inFolder(file.name) }));
}
