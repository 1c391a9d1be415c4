/**
 * E21: an address means two things, and the router's first rule wins: a virtual host that is an external component's
 * domain, or an account whose name is a component's (§4.3).
 */
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, type LintNode } from '#core/shared/config/lint/topology-view.js';
import { parseVirtualHosts, VIRT_HOSTS_KEY } from '#core/shared/config/virtual-hosts.js';

/** Lists of accounts. */
const ACCOUNT_LISTS = ['--admins', '--trusted'];

export const addressShadowed = perNode('E21', (node) => [
  ...shadowedDomains(node),
  ...shadowedAccounts(node),
]);

function shadowedDomains(node: LintNode): Report[] {
  const entry = findEntry(node.file, VIRT_HOSTS_KEY);
  return (entry === undefined ? [] : parseVirtualHosts(entry)).flatMap(({ domain, source }) => {
    const external = acceptItems(node).find(({ item }) => item.domain.toLowerCase() === domain);
    if (external === undefined) return [];
    const related = [{ range: external.item.source }];
    return [report('error', source, { domain, variant: 'domain' }, { related })];
  });
}

function shadowedAccounts(node: LintNode): Report[] {
  const { components, virtualHosts } = node.process;
  return ACCOUNT_LISTS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    return (entry === undefined ? [] : splitValue(entry, ',')).flatMap(({ text, range }) => {
      const [name = '', domain = ''] = text.trim().toLowerCase().split('@');
      const shadowed =
        components.some((component) => component.name === name) && virtualHosts.includes(domain);
      return shadowed ? [report('warning', range, { account: text.trim(), component: name })] : [];
    });
  });
}
