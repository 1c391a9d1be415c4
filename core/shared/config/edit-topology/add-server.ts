/** One more server: a file like that of another one, and every file that has to know of it. */
import { randomSecret } from '../new-topology/random-secret.js';
import { LINK_THROTTLING, NO_REDIRECTS } from '../new-topology/process-files.js';
import { isHostName } from '../new-topology/wish.js';
import { DEFAULT_CLUSTER_PORT, clusterNodesOf } from '../cluster-nodes.js';
import { findEntry } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import { dialToo, listenAs, listNode } from './list-edits.js';
import { setProperties } from './line-edits.js';
import { fileName, isProcessName, nextName } from './process-name.js';
import { withHostNames } from './host-name-file.js';
import { processesOf, readFiles, withEdits, type ReadProcess, type TopologyFile } from './topology-file.js';

/** Files with a process more. */
export interface Added {
  files: TopologyFile[];
  /** The process that has come. */
  process: string;
}

export interface NewServer {
  /** Default: the next number after the server that it is like. */
  process?: string;
  hostName?: string;
}

/**
 * The new one is like the last server of the cluster: same domains, plugins, database and passwords. All others of the cluster
 * list it, and components that dial the one dial the other. A server by itself becomes a cluster of two. undefined:
 * there is no server that it could be like, or its names are taken or cannot be written.
 * @param random numbers from 0 (included) to 1 (not included), for the password of a new cluster
 */
export function addServer(
  files: readonly TopologyFile[],
  wish: NewServer,
  random: () => number,
): Added | undefined {
  const all = processesOf(readFiles(files));
  const model = modelOf(all);
  const source = files.find(({ process }) => process === model?.plan.name);
  if (!model || !source) return undefined;
  const names = new Set(all.map(({ plan }) => plan.name));
  const hosts = new Set(all.map(({ plan }) => plan.hostname));
  const process = wish.process ?? nextName(model.plan.name, names);
  const host = wish.hostName ?? nextName(model.plan.hostname, hosts);
  if (!isProcessName(process) || names.has(process)) return undefined;
  if (!isHostName(host) || hosts.has(host)) return undefined;

  const like = model.plan.hostname;
  const clustered = withEdits(files, joinEdits(all, files, { model, host, random }));
  const copied = clustered.find(({ name }) => name === source.name) ?? source;
  const fresh: TopologyFile = { name: fileName(source, process), process, text: copied.text };
  const own = listenAs(readProcess([fresh])?.file ?? model.file, like, host);
  const dialled = withEdits(
    clustered,
    all.flatMap(({ file }) => dialToo(file, host, like)),
  );
  const expected = new Map([...all.map(({ plan }) => [plan.name, plan.hostname] as const), [process, host]]);
  return { files: withHostNames([...dialled, ...withEdits([fresh], own)], expected), process };
}

/** The last process of the cluster, or else the last that clients can log in to. */
function modelOf(all: readonly ReadProcess[]): ReadProcess | undefined {
  const servers = all.filter(({ plan }) => plan.components.some(({ name }) => name === 'sess-man'));
  return servers.findLast(({ plan }) => plan.clusterMode) ?? servers.at(-1);
}

interface Joining {
  model: ReadProcess;
  host: string;
  random: () => number;
}

function joinEdits(
  all: readonly ReadProcess[],
  files: readonly TopologyFile[],
  { model, host, random }: Joining,
): TextEdit[] {
  const like = model.plan.hostname;
  const members = all.filter(({ plan }) => plan.clusterMode);
  if (members.length > 0) return members.flatMap(({ file }) => listNode(file, host, like));
  const text = files.find(({ name }) => name === model.file.file);
  if (!text) return [];
  const known = clusterNodesOf(model.file).find((item) => item.host === like)?.password;
  const secret = known ?? randomSecret(random);
  const nodes = [like, host].map((node) => `${node}:${secret}:${DEFAULT_CLUSTER_PORT}`).join(',');
  const needed = [LINK_THROTTLING, ...(like.includes('.') ? [] : [NO_REDIRECTS])];
  const missing = needed.filter(([key]) => !findEntry(model.file, key));
  return setProperties(text, model.file, [
    ['--cluster-mode', 'true'],
    ['--cluster-nodes', nodes],
    ...missing,
  ]);
}

function readProcess(files: readonly TopologyFile[]): ReadProcess | undefined {
  return processesOf(readFiles(files))[0];
}
