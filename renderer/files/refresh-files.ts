import type { WindowHost } from '../host/lab-host.js';
import { labStore } from '../store/lab-store.js';
import { takeUpFiles } from './files-store.js';

/** Asks the host for the files that run. `isStale`: the answer comes too late, something else is open by now. */
export async function refreshFiles(host: WindowHost, isStale: () => boolean = () => false): Promise<void> {
  const { opened } = labStore.getState();
  const [texts, { profile }] = await Promise.all([
    host.call('topology.get', {}),
    host.call('quirk.list', {}),
  ]);
  if (!isStale()) takeUpFiles(texts.plan, profile, { ...texts, opened });
}
