/**
 * E21: an address means two things, and the router's first rule wins: a virtual host that is an external component's
 * domain, or an account whose name is a component's (§4.3).
 */
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, type LintNode, type TopologyView } from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { labYamlValueRange } from '#core/shared/config/lab-yaml.js';
import { parseVirtualHosts, VIRT_HOSTS_KEY } from '#core/shared/config/virtual-hosts.js';

/** Lists of accounts. */
const ACCOUNT_LISTS = ['--admins', '--trusted'];

export const addressShadowed: LintRule = {
  code: 'E21',
  run: (view) => [
    ...view.nodes.flatMap((node) => [...shadowedDomains(node), ...shadowedAccounts(node)]),
    ...shadowedInLabYaml(view),
  ],
};

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
  return ACCOUNT_LISTS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    return (entry === undefined ? [] : splitValue(entry, ',')).flatMap(({ text, range }) =>
      shadowedAccount([node], text.trim(), range),
    );
  });
}

/** Accounts that the lab makes at its start. */
function shadowedInLabYaml({ nodes, plan, labYaml }: TopologyView): Report[] {
  if (labYaml === undefined) return [];
  return plan.users.accounts.flatMap(({ jid }, index) => {
    const path = ['users', 'accounts', index, 'jid'];
    return shadowedAccount(nodes, jid, labYamlValueRange(labYaml.path, labYaml.text, path));
  });
}

/** An account with the name of a component of any process that serves its domain. */
function shadowedAccount(nodes: readonly LintNode[], account: string, range: SourceRange): Report[] {
  const [name = '', domain = ''] = account.toLowerCase().split('@');
  const isShadowed = nodes.some(
    ({ process: { components, virtualHosts } }) =>
      virtualHosts.includes(domain) && components.some((component) => component.name === name),
  );
  return isShadowed ? [report('warning', range, { account, component: name })] : [];
}
