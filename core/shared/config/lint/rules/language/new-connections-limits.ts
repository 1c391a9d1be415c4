/**
 * C26: `--new-connections-throttling` takes fewer connections a second on a port than Tigase does by default, or leaves
 * out a port that this process listens on, which keeps the default (§2.4).
 */
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { parsePort } from '#core/shared/config/cluster-nodes.js';
import { readNewConnectionLimits } from '#core/shared/config/new-connections-throttling.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';

const byDefault = readNewConnectionLimits(undefined);

export const newConnectionsLimits = perNode('C26', (node) => {
  const entry = findEntry(node.file, '--new-connections-throttling');
  if (entry === undefined) return [];
  const limits = readNewConnectionLimits(entry.value);
  const named = entry.value.split(',').flatMap((item) => parsePort(item.split(':')[0]?.trim() ?? '') ?? []);
  const lower = named.filter((port) => limits.of(port) < byDefault.of(port));
  const absent = portsOf(node).filter((port) => !named.includes(port));
  if (lower.length === 0 && absent.length === 0) return [];
  const params = {
    lower: lower.map((port) => `${port} (${limits.of(port)} < ${byDefault.of(port)})`).join(', ') || '–',
    absent: absent.map((port) => `${port} (${byDefault.of(port)})`).join(', ') || '–',
  };
  return [report('info', entry.valueRange, params)];
});

function portsOf(node: LintNode): number[] {
  const ports = node.process.listeners.map(({ port }) => port).filter((port) => port > 0);
  return [...new Set(ports)].sort((left, right) => left - right);
}
