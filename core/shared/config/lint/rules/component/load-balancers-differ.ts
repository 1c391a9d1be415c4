/** E7: servers that choose with different classes send one room to different processes (§6.5). */
import { fieldRange } from '#core/shared/config/external.js';
import { loadBalancerClass } from '#core/shared/routing/load-balancers.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, itemFor } from '#core/shared/config/lint/topology-view.js';

export const loadBalancersDiffer: LintRule = {
  code: 'E7',
  run: (view) =>
    view.nodes.flatMap((node, index) =>
      acceptItems(node).flatMap((source) => {
        const { domain, loadBalancer } = source.item;
        const [first] = view.nodes.slice(0, index).flatMap((other) => itemFor(other, domain, 'accept') ?? []);
        const mine = loadBalancerClass(loadBalancer).name;
        const theirs = loadBalancerClass(first?.item.loadBalancer).name;
        if (first === undefined || mine === theirs) return [];
        const params = { domain, className: mine, other: theirs };
        const related = [{ range: fieldRange(first, 'lbclass') }];
        return [report('error', fieldRange(source, 'lbclass'), params, { related })];
      }),
    ),
};
