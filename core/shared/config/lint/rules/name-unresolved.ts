/** K5: a name that is dialled, on 5277, as a component or by `--ext-comp`, and that nobody here has (§2.7, §5.4, §6.4). */
import { extCompFields } from '#core/shared/config/ext-comp.js';
import { remoteRange } from '#core/shared/config/external.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { perNodeInView, report } from '../lint-rule.js';
import { connectItems, isOutside, nodesAt, type LintNode } from '../topology-view.js';

interface DialledName {
  name: string;
  range: () => SourceRange;
}

export const nameUnresolved = perNodeInView('K5', (node, view) =>
  [...clusterNames(node), ...componentNames(node), ...managerNames(node)]
    .filter(({ name }) => nodesAt(view, name).length === 0 && !isOutside(view, name))
    .map(({ name, range }) => report('warning', range(), { name })),
);

/** `localhost` resolves, to the wrong machine: K7. */
function clusterNames(node: LintNode): DialledName[] {
  if (!node.process.clusterMode) return [];
  return node.process.clusterNodes
    .filter((item) => item.host !== 'localhost')
    .map((item) => ({ name: item.host, range: () => item.source }));
}

function componentNames(node: LintNode): DialledName[] {
  return connectItems(node).flatMap((source) =>
    source.item.addresses.map((name) => ({ name, range: () => remoteRange(source, name) })),
  );
}

/** Old connection managers whose line says whom they dial; without one they dial their own machine. */
function managerNames(node: LintNode): DialledName[] {
  return node.process.extComps
    .filter((item) => item.type === 'connect')
    .flatMap(({ component, host }) => {
      const range = extCompFields(node.file, component).remote?.range;
      return range === undefined ? [] : [{ name: host, range: () => range }];
    });
}
