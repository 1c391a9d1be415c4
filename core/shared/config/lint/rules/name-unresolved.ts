/** K5: a name that is dialled, on 5277, as a component or by `--ext-comp`, and that nobody here has (§2.7, §5.4, §6.4). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { extCompFields } from '#core/shared/config/ext-comp.js';
import { remotePart, type ExternalItemSource } from '#core/shared/config/external.js';
import {
  findEntry,
  rangeInValue,
  splitValue,
  type PropertyEntry,
} from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import { remembering } from '#core/shared/config/remembering.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import type { ExternalItem } from '#core/shared/config/topology-plan.js';
import { replacing } from '../fixes.js';
import { perNodeInView, report, suggesting } from '../lint-rule.js';
import type { ValuePiece } from '../mending.js';
import {
  clusterNodes,
  connectItems,
  isOutside,
  nodesAt,
  type LintNode,
  type TopologyView,
} from '../topology-view.js';
import { roleFor } from './component/roles.js';
import { mendingEntries, type CuredReport } from './cured-entries.js';

interface DialledName {
  name: string;
  /** Only asked for of a name that nobody has. */
  details: () => Details;
}

interface Details {
  range: SourceRange;
  /** Where the name itself stands. */
  place?: { entry: PropertyEntry; from: number };
  /** Who could be meant. */
  others?: readonly LintNode[];
}

/** Beyond that a name is of another machine. */
const MOST_SLIPS = 2;

export const nameUnresolved = perNodeInView('K5', (node, view) => {
  const unknown = [...clusterNames(node, view), ...componentNames(node, view), ...managerNames(node)]
    .filter(({ name }) => nodesAt(view, name).length === 0 && !isOutside(view, name))
    .map(({ name, details }) => ({ name, ...details() }));
  const read = unknown.map((each) => ({ ...each, near: nearest(each) }));
  return [
    ...mendingEntries(read.filter((each) => isMeant(each, read)).flatMap(misspelt)),
    ...read
      .filter((each) => !isMeant(each, read))
      .map(({ name, range }) => report('warning', range, { name })),
  ];
});

interface UnknownName extends Details {
  name: string;
  /** Who is missing there and has nearly that name. */
  near: string | undefined;
}

function nearest({ name, others = [] }: Omit<UnknownName, 'near'>): string | undefined {
  return others.map(({ process }) => process.hostname).find((host) => isNear(name, host));
}

/** Two names of one list are not both a third one: where machines are numbered, each is near every other. */
function isMeant({ name, near, place }: UnknownName, all: readonly UnknownName[]): boolean {
  if (near === undefined || place === undefined) return false;
  return !all.some(
    (other) => other.place?.entry === place.entry && other.near === near && other.name !== name,
  );
}

/** A name that is nearly that of somebody who is missing there. */
function misspelt({ name, range, place, near }: UnknownName): CuredReport[] {
  if (near === undefined || place === undefined) return [];
  const piece: ValuePiece = { from: place.from, to: place.from + name.length, text: near };
  const fix = replacing(rangeInValue(place.entry, piece.from, piece.to), near);
  return [
    {
      entry: place.entry,
      report: report('warning', range, { name, ...suggesting(near) }, fix),
      pieces: [piece],
    },
  ];
}

/** A slip or two, capitals, or the same machine with and without its domain. */
function isNear(name: string, host: string): boolean {
  const [lower, other] = [name.toLowerCase(), host.toLowerCase()];
  if (lower.split('.')[0] === other.split('.')[0]) return true;
  return editDistance(lower, other, MOST_SLIPS + 1) <= MOST_SLIPS;
}

/** `localhost` resolves, to the wrong machine: K7. */
function clusterNames(node: LintNode, view: TopologyView): DialledName[] {
  const entry = findEntry(node.file, CLUSTER_NODES_KEY);
  if (!node.process.clusterMode || entry === undefined) return [];
  return node.process.clusterNodes
    .filter((item) => item.host !== 'localhost')
    .map(({ host, source: range }) => {
      const details = () => {
        const from = hostsOf(entry).get(placeOf(range));
        return {
          range,
          others: unlistedNodes(view, node),
          ...(from === undefined ? {} : { place: { entry, from } }),
        };
      };
      return { name: host, details };
    });
}

/** Place of an item → index in the value where its host begins. */
const hostsOf = remembering(
  (entry: PropertyEntry) =>
    new Map(splitValue(entry, ',').map(({ text, from, range }) => [placeOf(range), from + hostStart(text)])),
);

/** `user@host` is reduced to the host (§2.3). */
function hostStart(item: string): number {
  const [address = ''] = item.split(':');
  return address.indexOf('@') + 1;
}

function placeOf({ line, column }: SourceRange): string {
  return `${line}:${column}`;
}

const unlistedNodes = remembering((view: TopologyView, node: LintNode) => {
  const listed = new Set(node.process.clusterNodes.map((item) => item.host));
  return clusterNodes(view).filter(({ process }) => !listed.has(process.hostname));
});

function componentNames(node: LintNode, view: TopologyView): DialledName[] {
  return connectItems(node).flatMap((source) =>
    source.item.addresses.map((name) => ({ name, details: () => inRemote(view, source, name) })),
  );
}

function inRemote(view: TopologyView, source: ExternalItemSource, name: string): Details {
  const { range, from } = remotePart(source, name);
  return {
    range,
    others: undialledServers(view, source.item),
    ...(from === undefined ? {} : { place: { entry: source.entry, from } }),
  };
}

const undialledServers = remembering((view: TopologyView, { addresses, domain }: ExternalItem) => {
  const dialled = new Set(addresses);
  const servers = view.nodes.filter((other) => roleFor(other, domain) === 'server');
  return servers.filter(({ process }) => !dialled.has(process.hostname));
});

/** Old connection managers whose line says whom they dial; without one they dial their own machine. */
function managerNames(node: LintNode): DialledName[] {
  return node.process.extComps
    .filter((item) => item.type === 'connect')
    .flatMap(({ component, host }) => {
      const range = extCompFields(node.file, component).remote?.range;
      return range === undefined ? [] : [{ name: host, details: () => ({ range }) }];
    });
}
