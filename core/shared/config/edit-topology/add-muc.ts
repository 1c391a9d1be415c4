/** One more MUC process: like the one that there is, or the first one of its topology. */
import { EXTERNAL_COMPONENT_CLASS, MUC_COMPONENT_CLASS } from '../config-type.js';
import { printValue, type Property } from '../edit/print-properties.js';
import { findEntry } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import { behind } from '../lint/fixes.js';
import { acceptItem, mucText } from '../new-topology/process-files.js';
import { randomSecret } from '../new-topology/random-secret.js';
import type { Added } from './add-server.js';
import { withHostNames } from './host-name-file.js';
import { setProperties } from './line-edits.js';
import { fileName, isProcessName, nextName } from './process-name.js';
import { processesOf, readFiles, withEdits, type ReadProcess, type TopologyFile } from './topology-file.js';

/**
 * The new one has the same file as the last MUC process, and the servers need not be touched for it. The first one gets a file
 * of its own, and every server takes it in on 5270. undefined: there is neither a server nor a MUC process, or the name is taken or cannot be a file's.
 * @param random numbers from 0 (included) to 1 (not included), for the password of the first one
 */
export function addMuc(
  files: readonly TopologyFile[],
  wish: { process?: string },
  random: () => number,
): Added | undefined {
  const all = processesOf(readFiles(files));
  const names = new Set(all.map(({ plan }) => plan.name));
  const model = all.findLast(isMucProcess);
  const process =
    wish.process ?? (model || names.has('muc1') ? nextName(model?.plan.name ?? 'muc1', names) : 'muc1');
  if (!isProcessName(process) || names.has(process)) return undefined;
  const source = files.find((file) => file.process !== undefined && file.process === model?.plan.name);
  const more = source
    ? [...files, { name: fileName(source, process), process, text: source.text }]
    : withFirst(files, all, process, random);
  const hostNames = new Map(all.map(({ plan }) => [plan.name, plan.hostname] as const));
  return more && { files: withHostNames(more, hostNames), process };
}

function isMucProcess({ plan }: ReadProcess): boolean {
  const offers = plan.components.some(({ className }) => className === MUC_COMPONENT_CLASS);
  return offers && plan.externals.some(({ type }) => type === 'connect');
}

function withFirst(
  files: readonly TopologyFile[],
  all: readonly ReadProcess[],
  process: string,
  random: () => number,
): TopologyFile[] | undefined {
  const servers = all.filter(({ plan }) => plan.components.some(({ name }) => name === 'sess-man'));
  const [first] = servers;
  const domain = first?.plan.virtualHosts[0];
  if (!first || domain === undefined) return undefined;
  const componentSecret = randomSecret(random);
  const edits = servers.flatMap((server) =>
    takesIn(server, files, acceptItem({ domain, componentSecret }, server.plan.hostname)),
  );
  const text = mucText({
    domain,
    componentSecret,
    servers: servers.map(({ plan }) => plan.hostname),
    databaseUri: first.plan.databaseUri ?? '',
  });
  return [...withEdits(files, edits), { name: `${process}.properties`, process, text }];
}

/** A server that listens for the component: one item more, or the component that reads it as well. */
function takesIn({ plan, file }: ReadProcess, files: readonly TopologyFile[], item: string): TextEdit[] {
  const source = files.find(({ name }) => name === file.file);
  if (!source) return [];
  const entry = findEntry(file, '--external');
  const reads = plan.components.some(({ className }) => className === EXTERNAL_COMPONENT_CLASS);
  const isListed = entry !== undefined && entry.value !== '';
  const number = firstFreeNumber(file.entries.map(({ key }) => key));
  const component: Property[] = [
    [`--comp-name-${number}`, 'ext'],
    [`--comp-class-${number}`, EXTERNAL_COMPONENT_CLASS],
  ];
  const listing: Property[] = isListed ? [] : [['--external', item]];
  // The item first: the list may be the last line, and what comes behind all lines begins there as well.
  return [
    ...(isListed ? [behind(entry.valueRange, printValue(`,${item}`))] : []),
    ...setProperties(source, file, [...(reads ? [] : component), ...listing]),
  ];
}

function firstFreeNumber(keys: readonly string[]): number {
  let number = 1;
  while (keys.includes(`--comp-name-${number}`) || keys.includes(`--comp-class-${number}`)) number += 1;
  return number;
}
