/** K5: a name that is dialled, on 5277 or as a component, and that nobody in this topology has (§5.4, §6.4). */
import { remoteRange } from '#core/shared/config/external.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { perNode, report } from '../lint-rule.js';
import { connectItems, isOutside, nodesAt, type LintNode } from '../topology-view.js';

interface DialledName {
  name: string;
  range: SourceRange;
}

export const nameUnresolved = perNode('K5', (node, view) =>
  [...clusterNames(node), ...componentNames(node)]
    .filter(({ name }) => nodesAt(view, name).length === 0 && !isOutside(view, name))
    .map(({ name, range }) => report('warning', range, { name })),
);

/** `localhost` resolves, to the wrong machine: K7. */
function clusterNames(node: LintNode): DialledName[] {
  if (!node.process.clusterMode) return [];
  return node.process.clusterNodes
    .filter((item) => item.host !== 'localhost')
    .map((item) => ({ name: item.host, range: item.source }));
}

function componentNames(node: LintNode): DialledName[] {
  return connectItems(node).flatMap((source) =>
    source.item.addresses.map((name) => ({ name, range: remoteRange(source, name) })),
  );
}
