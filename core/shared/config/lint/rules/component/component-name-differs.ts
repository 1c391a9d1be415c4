/** E14: the router finds a component by `name.vhost`; another external domain bounces between the processes (§6.8). */
import { fieldRange } from '#core/shared/config/external.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems, serves } from '#core/shared/config/lint/topology-view.js';

export const componentNameDiffers = perNode('E14', (node) =>
  connectItems(node).flatMap((source) => {
    const { components, virtualHosts } = node.process;
    const domain = source.item.domain.toLowerCase();
    if (serves(node, domain)) return [];
    const names = components.filter(({ source: place, name }) => place !== undefined && name !== 'ext');
    const served = names.map(({ name }) => `${name}.${virtualHosts[0] ?? ''}`).join(', ') || '–';
    const params = { domain, process: node.process.name, served };
    const related = names.flatMap((component) => (component.source ? [{ range: component.source }] : []));
    return [report('error', fieldRange(source, 'domain'), params, { related })];
  }),
);
