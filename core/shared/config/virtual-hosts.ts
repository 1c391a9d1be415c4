/** `--virt-hosts` = `domain[:flag…]`, comma-separated (§2.9). */
import { findEntry, splitValue, type PropertiesFile, type PropertyEntry } from './init-properties.js';
import type { SourceRange } from './source-range.js';

export const VIRT_HOSTS_KEY = '--virt-hosts';

export interface VirtualHost {
  /** Lower-cased, as every domain is compared. */
  domain: string;
  /** `tls-required`, `-anon`, `max-users=5` … as written. */
  flags: string[];
  source: SourceRange;
}

/** Virtual hosts of one line; items without a name are left out. */
export function parseVirtualHosts(entry: PropertyEntry): VirtualHost[] {
  return splitValue(entry, ',').flatMap((part) => {
    const host = readVirtualHost(part.text);
    return host ? [{ ...host, source: part.range }] : [];
  });
}

/** One item of the list; undefined: it has no name. */
export function readVirtualHost(item: string): Omit<VirtualHost, 'source'> | undefined {
  const [domain = '', ...flags] = item.trim().split(':');
  return domain === '' ? undefined : { domain: domain.toLowerCase(), flags };
}

/** Domains of a process; without the property, its own host name and `localhost` (§1.6). */
export function virtualHostsOf(file: PropertiesFile, hostname: string): string[] {
  const entry = findEntry(file, VIRT_HOSTS_KEY);
  const hosts = entry === undefined ? [] : parseVirtualHosts(entry).map((host) => host.domain);
  return [...new Set(hosts.length === 0 ? [hostname, 'localhost'] : hosts)];
}
