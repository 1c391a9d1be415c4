/** `--cluster-nodes` = `host[:password[:port[:lastUpdate[:cpu[:mem]]]]]`, comma-separated, nothing trimmed (§2.3). */
import { findEntry, splitValue, type PropertiesFile, type PropertyEntry } from './init-properties.js';
import type { ClusterNodeItem } from './topology-plan.js';

export const CLUSTER_NODES_KEY = '--cluster-nodes';
export const DEFAULT_CLUSTER_PORT = 5277;

/** A decimal port as `Integer.parseInt` takes it; undefined when it would throw. */
export function parsePort(text: string): number | undefined {
  if (!/^[+-]?\d{1,10}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 0x7fffffff && port >= -0x80000000 ? port : undefined;
}

/** Items of one line in their order; an item without a host is left out. */
export function parseClusterNodes(entry: PropertyEntry): ClusterNodeItem[] {
  const items: ClusterNodeItem[] = [];
  for (const part of splitValue(entry, ',')) {
    const [address = '', password = '', port = ''] = part.text.split(':');
    const host = address.slice(address.indexOf('@') + 1);
    if (host === '') continue;
    const parsed = parsePort(port);
    items.push({
      host,
      ...(password.trim() === '' ? {} : { password }),
      port: parsed ?? DEFAULT_CLUSTER_PORT,
      ...(port === '' || parsed !== undefined ? {} : { badPort: port }),
      source: part.range,
    });
  }
  return items;
}

/** Items of the line that counts; none when the file does not have it. */
export function clusterNodesOf(file: PropertiesFile): ClusterNodeItem[] {
  const entry = findEntry(file, CLUSTER_NODES_KEY);
  return entry === undefined ? [] : parseClusterNodes(entry);
}
