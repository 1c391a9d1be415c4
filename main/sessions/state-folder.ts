/** Where the program keeps what it needs again after its end. */
import { homedir } from 'node:os';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** `CLUSTER_LAB_STATE`, or `cluster-lab` in the folder that the XDG base directories name. */
export function stateFolder(env: Env = process.env, home = homedir()): string {
  const own = env['CLUSTER_LAB_STATE'];
  if (own) return path.resolve(own);
  const xdg = env['XDG_STATE_HOME'];
  // The specification wants an absolute path, and others ignored.
  const state = xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'state');
  return path.join(state, 'cluster-lab');
}

export function autosaveFolder(env: Env = process.env): string {
  return path.join(stateFolder(env), 'autosave');
}
