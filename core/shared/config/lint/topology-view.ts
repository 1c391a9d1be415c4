/** What the rules ask about a topology as a whole: who is at a name, who links to whom. */
import type { BuiltTopology } from '../build-topology.js';
import type { TigaseVersion } from '../catalogue/entry.js';
import { MUC_COMPONENT_CLASS } from '../config-type.js';
import { databaseIdentity } from '../database-identity.js';
import { effectiveExternals, type ExternalItemSource } from '../external.js';
import { findEntry, type PropertiesFile } from '../init-properties.js';
import { outsideHosts } from '../outside-hosts.js';
import { ownValue } from '../own-value.js';
import { remembering } from '../remembering.js';
import type { SourceRange } from '../source-range.js';
import type { ProcessPlan, TopologyPlan } from '../topology-plan.js';

/** A process with the file it was read from. */
export interface LintNode {
  process: ProcessPlan;
  file: PropertiesFile;
  /** Items of `--external` that a loaded component reads; the sample item is not among them. */
  externals: ExternalItemSource[];
}

export interface TopologyView {
  plan: TopologyPlan;
  nodes: LintNode[];
  /** The version whose facts hold. */
  profile: TigaseVersion;
  /** Every code that a finding can have. */
  codes: ReadonlySet<string>;
  labYaml: BuiltTopology['labYaml'];
  places: Places;
  /** Every address of every connect item. */
  componentLinks: readonly ComponentLink[];
}

/** Who is where; several processes may share an address. */
interface Places {
  byHostname: ReadonlyMap<string, readonly LintNode[]>;
  byAddress: ReadonlyMap<string, readonly LintNode[]>;
}

/** One address that an external component dials. */
export interface ComponentLink {
  client: LintNode;
  source: ExternalItemSource;
  address: string;
  /** Processes of this topology at that address; more than one when they share it. */
  targets: readonly LintNode[];
}

export function viewTopology(
  built: Pick<BuiltTopology, 'files' | 'labYaml' | 'plan'>,
  { profile, codes }: Pick<TopologyView, 'codes' | 'profile'>,
): TopologyView {
  const nodes = built.plan.processes.flatMap((process, index) => {
    const file = built.files[index];
    return file === undefined ? [] : [nodeOf(process, file)];
  });
  const { plan, labYaml } = built;
  const view = { plan, nodes, profile, codes, labYaml, places: placesOf(nodes) };
  return { ...view, componentLinks: linksOf(view) };
}

const nodeOf = remembering((process: ProcessPlan, file: PropertiesFile): LintNode => {
  const reads = process.externals.some((item) => item.sample !== true);
  return { process, file, externals: reads ? effectiveExternals(file) : [] };
});

function placesOf(nodes: readonly LintNode[]): Places {
  const grouped = (name: (node: LintNode) => string) => {
    const groups = new Map<string, LintNode[]>();
    for (const node of nodes) groups.set(name(node), [...(groups.get(name(node)) ?? []), node]);
    return groups;
  };
  return {
    byHostname: grouped(({ process }) => process.hostname),
    byAddress: grouped(({ process }) => process.address),
  };
}

/** Processes that a name or address leads to: by host name, by `hosts` of lab.yaml, by logical address. */
export function nodesAt(view: Pick<TopologyView, 'places' | 'plan'>, name: string): readonly LintNode[] {
  const { byHostname, byAddress } = view.places;
  return byHostname.get(name) ?? byAddress.get(ownValue(view.plan.hosts, name) ?? name) ?? [];
}

/** Whether `lab.yaml` says that a name is a server outside the lab. */
export function isOutside(view: TopologyView, name: string): boolean {
  return outsideHosts(view.plan).has(name.toLowerCase());
}

/** Whether a name means this very process (or another one at its address, whose interface it shares). */
export function isOwnName(view: TopologyView, node: LintNode, name: string): boolean {
  return nodesAt(view, name).some((other) => other.process.address === node.process.address);
}

function linksOf(view: Pick<TopologyView, 'nodes' | 'places' | 'plan'>): ComponentLink[] {
  return view.nodes.flatMap((client) =>
    connectItems(client).flatMap((source) =>
      source.item.addresses.map((address) => ({
        client,
        source,
        address,
        targets: nodesAt(view, address),
      })),
    ),
  );
}

/** Items by which a process dials servers. */
export function connectItems(node: LintNode): ExternalItemSource[] {
  return node.externals.filter(({ item }) => item.type === 'connect');
}

/** Items by which a process waits for components. */
export function acceptItems(node: LintNode): ExternalItemSource[] {
  return node.externals.filter(({ item }) => item.type === 'accept');
}

/** Whether the router of a process finds a component of its own for a domain: `name.vhost` (§6.8). */
export function serves({ process }: LintNode, domain: string): boolean {
  const { components, virtualHosts } = process;
  return components.some(({ name }) => virtualHosts.some((host) => `${name}.${host}` === domain));
}

/** The item of a process for a component domain. */
export function itemFor(
  node: LintNode,
  domain: string,
  type: 'accept' | 'connect',
): ExternalItemSource | undefined {
  return node.externals.find(({ item }) => item.type === type && item.domain === domain);
}

/** Whether a component domain is served by a MUC process here; by its first label when nobody here serves it. */
export function isMucDomain(view: TopologyView, domain: string): boolean {
  const clients = view.nodes.filter((node) => itemFor(node, domain, 'connect') !== undefined);
  if (clients.length === 0) return domain.startsWith('muc.');
  return clients.some((node) =>
    node.process.components.some((comp) => comp.className === MUC_COMPONENT_CLASS),
  );
}

/** Processes that run `cl-comp`. */
export function clusterNodes(view: TopologyView): LintNode[] {
  return view.nodes.filter((node) => node.process.clusterMode);
}

type Planned = Pick<LintNode, 'process'>;

/** Whether two processes publish their cluster items in one `cluster_nodes` table (§5.2). */
export function sharesNodeTable(left: Planned, right: Planned): boolean {
  return sharesDatabase(left, right) && usesTable(left) && usesTable(right);
}

/** Whether two processes name one database. */
export function sharesDatabase(left: Planned, right: Planned): boolean {
  const [mine, theirs] = [left.process.databaseUri, right.process.databaseUri];
  if (mine === undefined || theirs === undefined) return false;
  return mine === theirs || databaseIdentity(mine) === databaseIdentity(theirs);
}

function usesTable(node: Planned): boolean {
  const repository = ownValue(node.process.properties, '--cl-conn-repo-class');
  return repository === undefined || repository.endsWith('ClConSQLRepository');
}

/** Range of a property's value (or its key); the file's first place when it is not written. */
export function rangeOfProperty(node: LintNode, key: string, part: 'key' | 'value' = 'value'): SourceRange {
  const entry = findEntry(node.file, key);
  if (entry === undefined) return startOf(node);
  return part === 'key' || entry.value === '' ? entry.keyRange : entry.valueRange;
}

/** The range of the first of some properties that the file has. */
export function rangeOfFirst(node: LintNode, keys: readonly string[]): SourceRange {
  const key = keys.find((candidate) => findEntry(node.file, candidate) !== undefined);
  return key === undefined ? startOf(node) : rangeOfProperty(node, key);
}

export function startOf(node: LintNode): SourceRange {
  return { file: node.file.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
