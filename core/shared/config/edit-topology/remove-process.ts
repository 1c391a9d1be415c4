/** One process less: its file goes, and every file that names its host forgets it. */
import { dialNoMore, unlistNode } from './list-edits.js';
import { withHostNames, withoutProcess } from './host-name-file.js';
import { processesOf, readFiles, withEdits, type TopologyFile } from './topology-file.js';

/**
 * Only lists that name the host change; what takes MUC processes in stays for the next one. The last node of a list and
 * the last server of a component stay as well: without them the property would mean something else.
 */
export function removeProcess(files: readonly TopologyFile[], process: string): TopologyFile[] {
  const all = processesOf(readFiles(files));
  const gone = all.find(({ plan }) => plan.name === process);
  if (!gone) return [...files];
  const left = all.filter((other) => other !== gone);
  const { hostname } = gone.plan;
  const edits = left.flatMap(({ file }) => [...unlistNode(file, hostname), ...dialNoMore(file, hostname)]);
  const others = files.filter((file) => file.process !== process);
  const hostNames = new Map(left.map(({ plan }) => [plan.name, plan.hostname] as const));
  return withHostNames(withoutProcess(withEdits(others, edits), process), hostNames);
}
