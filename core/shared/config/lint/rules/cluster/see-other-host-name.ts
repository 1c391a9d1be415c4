/** K22: clients are redirected to the node's internal name, which has no dot and so no place in public DNS (§7.6). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { isIpAddress } from '#core/shared/config/loopback-address.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfFirst } from '#core/shared/config/lint/topology-view.js';

export const seeOtherHostName = perNode('K22', (node) => {
  const { process } = node;
  const value = findEntry(node.file, '--cm-see-other-host')?.value;
  const redirects = value === undefined || value.endsWith('SeeOtherHostHashed');
  const clients = process.components.some((component) => component.name === 'c2s');
  if (!process.clusterMode || !clients || !redirects) return [];
  // `localhost` is K7's business.
  if (process.hostname.includes('.') || process.hostname === 'localhost' || isIpAddress(process.hostname))
    return [];
  const own = process.clusterNodes.find((item) => item.host === process.hostname);
  const range = own?.source ?? rangeOfFirst(node, ['--cm-see-other-host', '--cluster-mode']);
  return [report('warning', range, { node: process.hostname })];
});
