/** K5: a name that is dialled, on 5277, as a component or by `--ext-comp`, and that nobody here has (§2.7, §5.4, §6.4). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { extCompFields } from '#core/shared/config/ext-comp.js';
import { remotePart } from '#core/shared/config/external.js';
import {
  findEntry,
  rangeInValue,
  splitValue,
  type PropertyEntry,
} from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
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
  range: SourceRange;
  /** Where the name itself stands. */
  place?: { entry: PropertyEntry; from: number };
  /** Who could be meant. */
  others: readonly LintNode[];
}

/** Beyond that a name is of another machine. */
const MOST_SLIPS = 2;

export const nameUnresolved = perNodeInView('K5', (node, view) => {
  const names = [...clusterNames(node, view), ...componentNames(node, view)];
  const unknown = names.filter(({ name }) => isUnknown(view, name));
  const managers = managerNames(node).filter(({ name }) => isUnknown(view, name));
  return [
    ...mendingEntries(unknown.flatMap(misspelt)),
    ...unknown
      .filter((each) => misspelt(each).length === 0)
      .map(({ name, range }) => report('warning', range, { name })),
    ...managers.map(({ name, range }) => report('warning', range, { name })),
  ];
});

function isUnknown(view: TopologyView, name: string): boolean {
  return nodesAt(view, name).length === 0 && !isOutside(view, name);
}

/** A name that is nearly that of somebody who is missing there. */
function misspelt({ name, range, place, others }: DialledName): CuredReport[] {
  const near = others.map(({ process }) => process.hostname).find((host) => isNear(name, host));
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
  const listed = new Set(node.process.clusterNodes.map(({ host }) => host));
  const others = clusterNodes(view).filter(({ process }) => !listed.has(process.hostname));
  const starts = new Map(
    splitValue(entry, ',').map(({ range, from }) => [`${range.line}:${range.column}`, from]),
  );
  return node.process.clusterNodes
    .filter((item) => item.host !== 'localhost')
    .map(({ host: name, source: range }) => {
      const item = starts.get(`${range.line}:${range.column}`) ?? 0;
      return { name, range, place: { entry, from: entry.value.indexOf(name, item) }, others };
    });
}

function componentNames(node: LintNode, view: TopologyView): DialledName[] {
  return connectItems(node).flatMap((source) => {
    const { addresses, domain } = source.item;
    const others = view.nodes
      .filter((other) => roleFor(other, domain) === 'server')
      .filter(({ process }) => !addresses.includes(process.hostname));
    return addresses.map((name) => {
      const { range, from } = remotePart(source, name);
      return { name, range, others, ...(from === undefined ? {} : { place: { entry: source.entry, from } }) };
    });
  });
}

/** Old connection managers whose line says whom they dial; without one they dial their own machine. */
function managerNames(node: LintNode): { name: string; range: SourceRange }[] {
  return node.process.extComps
    .filter((item) => item.type === 'connect')
    .flatMap(({ component, host }) => {
      const range = extCompFields(node.file, component).remote?.range;
      return range === undefined ? [] : [{ name: host, range: () => range }];
    });
}
