/** E10: both sides listen, so nobody dials; or both dial, so nobody accepts (§6.1). */
import { fieldRange } from '#core/shared/config/external.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, itemFor, type TopologyView } from '#core/shared/config/lint/topology-view.js';
import { dialledServers } from './dialled-servers.js';

export const sameSide: LintRule = {
  code: 'E10',
  run: (view) => [...bothListen(view), ...bothDial(view)],
};

function bothListen(view: TopologyView): Report[] {
  const components = view.nodes.filter((node) => node.process.componentSet === 'comp');
  return components.flatMap((node) =>
    acceptItems(node).flatMap((source) => {
      const { domain } = source.item;
      if (view.nodes.some((other) => itemFor(other, domain, 'connect'))) return [];
      const [first] = view.nodes
        .filter((other) => other !== node)
        .flatMap((other) => itemFor(other, domain, 'accept') ?? []);
      if (first === undefined) return [];
      const range = fieldRange(source, 'type');
      const params = { domain, process: node.process.name, variant: 'listen' };
      const related = [{ range: fieldRange(first, 'type') }];
      return [report('error', range, params, { related })];
    }),
  );
}

function bothDial(view: TopologyView): Report[] {
  return dialledServers(view).flatMap(({ link: { source }, server, accept, params }) => {
    const other = itemFor(server, source.item.domain, 'connect');
    if (accept !== undefined || other === undefined) return [];
    const related = [{ range: fieldRange(other, 'type') }];
    return [report('error', fieldRange(source, 'type'), { ...params, variant: 'connect' }, { related })];
  });
}
