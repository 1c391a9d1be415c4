import { fieldRange, remoteRange } from '#core/shared/config/external.js';
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import {
  finding,
  isOutside,
  itemFor,
  nodesAt,
  perNode,
  rangeOfProperty,
  type LintNode,
} from '../topology-view.js';

const THROTTLING = '--cm-ht-traffic-throttling';

/** E10 (both listen): a component process that waits as well, so nobody dials. */
export const bothListen = perNode(['E10'], (node, view) => {
  if (node.process.componentSet !== 'comp') return [];
  return node.externals
    .filter(({ item }) => item.type === 'accept')
    .flatMap((source) => {
      const server = view.nodes.find(
        (other) => other !== node && itemFor(other, source.item.domain, 'accept'),
      );
      const dialled = view.nodes.some((other) => itemFor(other, source.item.domain, 'connect'));
      const item = server === undefined ? undefined : itemFor(server, source.item.domain, 'accept');
      if (item === undefined || dialled) return [];
      const range = fieldRange(source, 'type');
      const params = { domain: source.item.domain, process: node.process.name, variant: 'listen' };
      const related = [{ range: fieldRange(item, 'type') }];
      return [finding('E10', 'error', range, params, { related, fix: { range, newText: 'connect' } })];
    });
});

/** E14: the router finds a component by `name.vhost`; another external domain bounces between the processes (§6.8). */
export const componentDomainMismatch = perNode(['E14'], (node) =>
  connectItems(node).flatMap((source) => {
    const { components, virtualHosts } = node.process;
    const domain = source.item.domain.toLowerCase();
    const served = components.some(({ name }) => virtualHosts.some((host) => `${name}.${host}` === domain));
    if (served) return [];
    const names = components.filter(
      (component) => component.source !== undefined && component.name !== 'ext',
    );
    const params = {
      domain,
      process: node.process.name,
      served: names.map(({ name }) => `${name}.${virtualHosts[0] ?? ''}`).join(', ') || '–',
    };
    const related = names.flatMap((component) => (component.source ? [{ range: component.source }] : []));
    return [finding('E14', 'error', fieldRange(source, 'domain'), params, { related })];
  }),
);

/** E15: a component process with the servers' set has a session manager that swallows what the component answers. */
export const componentWithSessionManager = perNode(['E15'], (node) => {
  const sessionManager = node.process.components.some(({ name }) => name === 'sess-man');
  const source = connectItems(node).find(({ item }) =>
    node.process.virtualHosts.includes(item.remoteDomain ?? ''),
  );
  if (!sessionManager || source === undefined) return [];
  const written = findEntry(node.file, 'config-type') !== undefined;
  const range = written ? rangeOfProperty(node, 'config-type') : source.item.source;
  const fix = written ? { fix: { range, newText: '--gen-config-comp' } } : {};
  const params = { process: node.process.name, domain: source.item.remoteDomain ?? '' };
  return [finding('E15', 'error', range, params, fix)];
});

/** E16: the first of several entries is the remote domain and is not dialled. */
export const firstEntryIsAddress = perNode(['E16'], (node, view) =>
  connectItems(node).flatMap((source) => {
    const first = source.item.remoteDomain;
    const several = source.fields.remote?.text.includes(';') === true;
    if (first === undefined || !several || nodesAt(view, first).length === 0) return [];
    if (view.nodes.some((other) => other.process.virtualHosts.includes(first))) return [];
    return [finding('E16', 'warning', remoteFirstRange(source, first), { name: first })];
  }),
);

/** E17: a single entry is the remote domain and the only address. */
export const singleRemoteEntry = perNode(['E17'], (node) =>
  connectItems(node)
    .filter(({ fields }) => fields.remote !== undefined && !fields.remote.text.includes(';'))
    .map((source) => {
      const params = { name: source.item.remoteDomain ?? '' };
      return finding('E17', 'info', fieldRange(source, 'remote'), params);
    }),
);

/** K5 for component links: a dialled name that nobody in this topology has. */
export const dialledNameUnknown = perNode(['K5'], (node, view) =>
  connectItems(node).flatMap((source) =>
    source.item.addresses
      .filter((name) => nodesAt(view, name).length === 0 && !isOutside(view, name))
      .map((name) => finding('K5', 'warning', remoteRange(source, name), { name })),
  ),
);

/** E20: without the property the field defaults apply, 2500 packets a minute, also to component links (§2.4). */
export const componentThrottled = perNode(['E20'], (node) => {
  const source = connectItems(node)[0];
  if (source === undefined || findEntry(node.file, THROTTLING) !== undefined) return [];
  return [finding('E20', 'warning', source.entry.keyRange, { process: node.process.name })];
});

/** K16: the same on a cluster node. */
export const clusterThrottled = perNode(['K16'], (node) => {
  if (!node.process.clusterMode || findEntry(node.file, THROTTLING) !== undefined) return [];
  return [
    finding('K16', 'warning', rangeOfProperty(node, '--cluster-mode', 'key'), { process: node.process.name }),
  ];
});

function connectItems(node: LintNode): ExternalItemSource[] {
  return node.externals.filter(({ item }) => item.type === 'connect');
}

/** The first entry, also when a later one has the same name. */
function remoteFirstRange(source: ExternalItemSource, first: string) {
  const range = fieldRange(source, 'remote');
  return range.line === range.endLine ? { ...range, endColumn: range.column + first.length } : range;
}
