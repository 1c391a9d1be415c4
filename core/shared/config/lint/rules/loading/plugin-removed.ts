/** C15: a plugin is taken away that logging in, rooms or contact lists need (§3.2, §3.5). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { parseVirtualHosts, VIRT_HOSTS_KEY } from '#core/shared/config/virtual-hosts.js';
import type { Severity } from '#core/shared/config/lint/finding.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';
import { forPluginItems, pluginsOn, withoutPlugin } from './plugin-list.js';

/** What breaks when a plugin is gone; `variant` picks the text `lint.C15.<variant>`. */
interface Loss {
  variant: 'login' | 'presence' | 'roster' | 'tls' | 'internal';
  severity: Severity;
  /** Other plugins that do the same. */
  replacedBy?: readonly string[];
  onlyIf?: (node: LintNode) => boolean;
}

const LOSSES: ReadonlyMap<string, Loss> = new Map<string, Loss>([
  ['urn:ietf:params:xml:ns:xmpp-bind', { variant: 'login', severity: 'error' }],
  ['urn:ietf:params:xml:ns:xmpp-sasl', { variant: 'login', severity: 'error' }],
  ['session-open', { variant: 'internal', severity: 'error' }],
  ['session-close', { variant: 'internal', severity: 'error' }],
  ['default-handler', { variant: 'internal', severity: 'error' }],
  [
    'presence',
    { variant: 'presence', severity: 'warning', replacedBy: ['roster-presence', 'presence-state'] },
  ],
  // The half of it that 7.1 sends presence with.
  [
    'presence-state',
    { variant: 'presence', severity: 'warning', replacedBy: ['presence', 'roster-presence'] },
  ],
  ['jabber:iq:roster', { variant: 'roster', severity: 'warning', replacedBy: ['roster-presence'] }],
  ['starttls', { variant: 'tls', severity: 'error', onlyIf: requiresTls }],
]);

export const pluginRemoved = perNode('C15', (node, { profile }) => {
  if (!hasSessionManager(node)) return [];
  const on = pluginsOn(node, profile);
  return forPluginItems(node, profile, (item, before) => {
    const loss = LOSSES.get(item.id);
    if (item.action !== 'remove' || loss === undefined || !before.has(item.id) || on.has(item.id)) return [];
    if (loss.replacedBy?.some((id) => on.has(id)) === true || loss.onlyIf?.(node) === false) return [];
    const params = { plugin: item.id, variant: loss.variant };
    return [report(loss.severity, item.source, params, withoutPlugin(node, item))];
  });
});

function hasSessionManager(node: LintNode): boolean {
  return node.process.components.some((component) => component.name === 'sess-man');
}

function requiresTls(node: LintNode): boolean {
  const { properties } = node.process;
  if (properties['--vhost-tls-required'] === 'true' || properties['--hardened-mode'] === 'true') return true;
  const hosts = findEntry(node.file, VIRT_HOSTS_KEY);
  return hosts !== undefined && parseVirtualHosts(hosts).some((host) => host.flags.includes('tls-required'));
}
