import { LOAD_BALANCER_NAMES, loadBalancerClass } from '#core/shared/routing/load-balancers.js';
import { fieldRange, type ExternalItemSource } from '#core/shared/config/external.js';
import { nearestName } from '#core/shared/config/known-properties.js';
import { finding, isMucDomain, itemFor, perNode } from '../topology-view.js';
import type { LintNode, LintRule } from '../topology-view.js';

/** E8: a load balancer class that cannot be loaded; Tigase warns once and takes the default. */
export const loadBalancerUnknown = perNode(['E8'], (node) =>
  acceptItems(node)
    .filter(({ item }) => !loadBalancerClass(item.loadBalancer).known)
    .map((source) => {
      const range = fieldRange(source, 'lbclass');
      const written = source.item.loadBalancer;
      const suggestion = nearestName(written, LOAD_BALANCER_NAMES);
      const fix = suggestion === undefined ? {} : { fix: { range, newText: suggestion } };
      return finding(
        'E8',
        'warning',
        range,
        { className: written, used: loadBalancerClass(written).name },
        fix,
      );
    }),
);

/** E9: hashing the sender sends the occupants of one room to different MUC processes. */
export const senderBalancerForMuc = perNode(['E9'], (node, view) =>
  acceptItems(node)
    .filter(({ item }) => loadBalancerClass(item.loadBalancer).name.startsWith('Sender'))
    .filter(({ item }) => isMucDomain(view, item.domain))
    .map((source) => {
      const range = fieldRange(source, 'lbclass');
      const params = { className: source.item.loadBalancer, domain: source.item.domain };
      return finding('E9', 'error', range, params, { fix: { range, newText: 'ReceiverBareJidLB' } });
    }),
);

/** E7: servers that choose with different classes send one room to different processes. */
export const loadBalancersDiffer: LintRule = {
  codes: ['E7'],
  run: (view) =>
    view.nodes.flatMap((node, index) =>
      acceptItems(node).flatMap((source) => {
        const others = view.nodes.slice(0, index);
        const first = others
          .map((other) => itemFor(other, source.item.domain, 'accept'))
          .find((other) => other);
        const mine = loadBalancerClass(source.item.loadBalancer).name;
        const theirs = loadBalancerClass(first?.item.loadBalancer).name;
        if (first === undefined || mine === theirs) return [];
        const params = { domain: source.item.domain, className: mine, other: theirs };
        const related = [{ range: fieldRange(first, 'lbclass') }];
        return [finding('E7', 'error', fieldRange(source, 'lbclass'), params, { related })];
      }),
    ),
};

function acceptItems(node: LintNode): ExternalItemSource[] {
  return node.externals.filter(({ item }) => item.type === 'accept');
}
