/** E16: the first of several entries is the remote domain and is not dialled (§2.5). */
import { fieldRange } from '#core/shared/config/external.js';
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems, nodesAt } from '#core/shared/config/lint/topology-view.js';

export const firstEntryNotDialled = perNodeInView('E16', (node, view) =>
  connectItems(node).flatMap((source) => {
    const first = source.item.remoteDomain;
    const several = source.fields.remote?.text.includes(';') === true;
    if (first === undefined || !several || nodesAt(view, first).length === 0) return [];
    if (view.nodes.some((other) => other.process.virtualHosts.includes(first))) return [];
    const range = firstRange(source, first);
    const isDialled = source.item.addresses.includes(first);
    const domain = nodesAt(view, first)[0]?.process.virtualHosts[0];
    const cure = domain && (isDialled ? domain : `${domain};${first}`);
    return [report(isDialled ? 'warning' : 'error', range, { name: first }, replacing(range, cure))];
  }),
);

/** The first entry, also when a later one has the same name. */
function firstRange(source: ExternalItemSource, first: string) {
  const range = fieldRange(source, 'remote');
  return range.line === range.endLine ? { ...range, endColumn: range.column + first.length } : range;
}
