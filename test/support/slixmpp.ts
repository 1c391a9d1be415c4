/** Stories of slixmpp clients, told by the Python scripts beside the interoperability tests. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { needDebianPackage } from './debian-packages.js';

export const PYTHON = '/usr/bin/python3';
/** Longer than all the steps of a script together wait. */
const STORY_MS = 110_000;

export interface StorySettings {
  /** Where each user logs in. */
  nodes: [address: string, port: number][];
  domain: string;
  room: string;
  users: [string, string];
  /** SASL mechanism; null: slixmpp's own choice. */
  mechanism: string | null;
  /** Address of the component that the story is about. */
  service?: string;
  /** Users whose node has a connection of the component that the story is about. */
  served?: string[];
}

export interface StoryOutcome {
  failure: string | null;
  mechanisms: (string | null)[];
  heard: Record<string, [kind: string, from: string, text: string][]>;
}

/** True, or the exact command to type, for `ctx.skip`. */
export function needSlixmpp(): Promise<true | string> {
  return needDebianPackage('python3-slixmpp', [PYTHON, '-c', 'import slixmpp']);
}

/** Path of a script in `test/interop`. */
export function scriptPath(script: string): string {
  return fileURLToPath(new URL(`../interop/${script}`, import.meta.url));
}

/** Runs a story; its outcome is the script's last line, above which slixmpp itself prints. */
export function tellStory(script: string, settings: StorySettings): Promise<StoryOutcome> {
  const args = ['-B', scriptPath(script), JSON.stringify(settings)];
  return new Promise((resolve, reject) => {
    execFile(PYTHON, args, { timeout: STORY_MS }, (error, stdout, stderr) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      if (last.startsWith('{')) resolve(JSON.parse(last) as StoryOutcome);
      else reject(new Error(`${script}: ${error?.message ?? 'no answer'}\n${stderr}`));
    });
  });
}
