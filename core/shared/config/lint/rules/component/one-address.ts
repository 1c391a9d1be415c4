/** E6: connections are sorted by remote IP; two of one IP keep arrival order, which differs from server to server (§6.5). */
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems, itemFor, type LintNode } from '#core/shared/config/lint/topology-view.js';

export const oneAddress = perNodeInView('E6', (node, view) => {
  const before = view.nodes.slice(0, view.nodes.indexOf(node));
  const neighbours = before.filter((other) => other.process.address === node.process.address);
  return connectItems(node).flatMap((source) => {
    const { domain } = source.item;
    const mine = dialledNames(node, domain);
    const other = neighbours.find((candidate) =>
      dialledNames(candidate, domain).some((name) => mine.includes(name)),
    );
    if (other === undefined) return [];
    const first = itemFor(other, domain, 'connect');
    const related = first === undefined ? [] : [{ range: first.item.source }];
    const { name: process, address } = node.process;
    return [
      report(
        'error',
        source.item.source,
        { domain, process, other: other.process.name, address },
        { related },
      ),
    ];
  });
});

function dialledNames(node: LintNode, domain: string): string[] {
  return connectItems(node)
    .filter(({ item }) => item.domain === domain)
    .flatMap(({ item }) => item.addresses);
}
