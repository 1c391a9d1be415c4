/** E10: the component's process listens, or a server dials, so that both sides do the same (§6.1, §6.9). */
import { ANY_ADDRESS, fieldRange, type ExternalItemSource } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import { editsOf, type ValuePiece } from '#core/shared/config/lint/mending.js';
import {
  itemFor,
  nodesAt,
  serves,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import { mendingEntries, type CuredReport } from '../cured-entries.js';
import { dialledServers } from './dialled-servers.js';
import { roleFor } from './roles.js';

export const sameSide: LintRule = {
  code: 'E10',
  run(view) {
    const wrong = view.nodes.flatMap((node) =>
      node.externals.flatMap((source) => wrongSide(view, node, source)),
    );
    return [...mendingEntries(wrong), ...bothDial(view)];
  },
};

/** The side that does what the other one has to do. */
function wrongSide(view: TopologyView, node: LintNode, source: ExternalItemSource): CuredReport[] {
  const { domain, type } = source.item;
  const role = roleFor(node, domain);
  const variant = type === 'accept' ? 'listen' : 'connect';
  if (role !== (type === 'accept' ? 'component' : 'server')) return [];
  const peers = view.nodes.filter((other) => other !== node && hasItem(other, domain));
  const others = peers.filter((peer) => isOtherSide(peer, domain, role));
  if (others.length === 0 || (role === 'component' && isHub(view, node, domain))) return [];
  const pieces = role === 'server' ? listening(source) : dialling(view, node, source, others);
  const params = { domain, process: node.process.name, variant };
  const related = others
    .flatMap((peer) => externalOf(peer, domain) ?? [])
    .map((item) => ({ range: fieldRange(item, 'type') }));
  const said = report('error', fieldRange(source, 'type'), params, { related, ...writing(source, pieces) });
  return [{ entry: source.entry, report: said, pieces }];
}

function hasItem(node: LintNode, domain: string): boolean {
  return externalOf(node, domain) !== undefined;
}

function externalOf(node: LintNode, domain: string): ExternalItemSource | undefined {
  return node.externals.find(({ item }) => item.domain === domain);
}

/** Who listens is no component of that domain, whatever else it may be. */
function isOtherSide(peer: LintNode, domain: string, role: 'component' | 'server'): boolean {
  const theirs = roleFor(peer, domain);
  if (role === 'server') return theirs === 'component';
  return theirs === 'server' || itemFor(peer, domain, 'accept') !== undefined;
}

/** A component process may listen for components of others, when they dial it. */
function isHub(view: TopologyView, node: LintNode, domain: string): boolean {
  if (serves(node, domain)) return false;
  return view.componentLinks.some(
    ({ source, targets }) => source.item.domain === domain && targets.includes(node),
  );
}

/** A server accepts on all of its interfaces; whom it has dialled is none of them. */
function listening({ fields: { type, remote } }: ExternalItemSource): ValuePiece[] {
  return [
    ...(type ? [{ from: type.from, to: type.from + type.text.length, text: 'listen' }] : []),
    ...(remote ? [{ from: remote.from, to: remote.from + remote.text.length, text: ANY_ADDRESS }] : []),
  ];
}

/** A component dials the servers: the ones that its item names already, or all that have one for its domain. */
function dialling(
  view: TopologyView,
  { process }: LintNode,
  { item, fields }: ExternalItemSource,
  peers: readonly LintNode[],
): ValuePiece[] {
  const { type, domain } = fields;
  const servers = peers.filter((peer) => roleFor(peer, item.domain) === 'server');
  const vhost = process.virtualHosts[0];
  if (type === undefined || domain === undefined || servers.length === 0 || vhost === undefined) return [];
  const namesServers = item.addresses.every((name) =>
    nodesAt(view, name).some((node) => servers.includes(node)),
  );
  if (namesServers && item.protocol !== undefined && item.port >= 0 && item.unreadablePort === undefined)
    return [{ from: type.from, to: type.from + type.text.length, text: 'connect' }];
  const remote = [vhost, ...servers.map((server) => server.process.hostname)].join(';');
  const ports = [item, ...servers.flatMap((server) => externalOf(server, item.domain)?.item ?? [])];
  const port = ports.find((each) => each.port >= 0 && each.unreadablePort === undefined)?.port;
  if (port === undefined) return [];
  const end = Math.max(...Object.values(fields).map(({ from, text }) => from + text.length));
  return [{ from: type.from, to: end, text: `connect:${port}:${remote}:accept` }];
}

function writing({ entry }: ExternalItemSource, pieces: readonly ValuePiece[]): Pick<Report, 'fix'> {
  const [first, ...others] = editsOf(entry, pieces);
  return first === undefined ? {} : replacing(first.range, first.newText, others);
}

/** Where nobody can tell which side is which, both are said to do the same. */
function bothDial(view: TopologyView): Report[] {
  return dialledServers(view).flatMap(({ link: { client, source }, server, accept, params }) => {
    const { domain } = source.item;
    const other = itemFor(server, domain, 'connect');
    if (accept !== undefined || other === undefined) return [];
    if ([client, server].some((node) => roleFor(node, domain) === 'server')) return [];
    const related = [{ range: fieldRange(other, 'type') }];
    return [report('error', fieldRange(source, 'type'), { ...params, variant: 'both' }, { related })];
  });
}
