/** Edits of one item of a list value: nothing else of the line changes. */
import { clusterNodesOf, CLUSTER_NODES_KEY } from '../cluster-nodes.js';
import { effectiveExternals, remoteRange, type ExternalItemSource } from '../external.js';
import { findEntry, rangeInValue, splitValue, type PropertiesFile } from '../init-properties.js';
import { printValue } from '../edit/print-properties.js';
import type { TextEdit } from '../lint/finding.js';
import { behind } from '../lint/fixes.js';

/** `host` in a list of cluster nodes, with the password and the port of `like`; nothing in a file without a list. */
export function listNode(file: PropertiesFile, host: string, like: string): TextEdit[] {
  const entry = findEntry(file, CLUSTER_NODES_KEY);
  const items = clusterNodesOf(file);
  if (!entry || items.length === 0 || items.some((item) => item.host === host)) return [];
  const parts = splitValue(entry, ',').filter(({ text }) => text !== '');
  const model = parts.find(({ text }) => text.split(':')[0] === like) ?? parts.at(-1);
  const [, ...rest] = model?.text.split(':') ?? [];
  return [behind(entry.valueRange, printValue(`,${[host, ...rest].join(':')}`))];
}

/** Takes a host out of a list of cluster nodes; its last item stays. */
export function unlistNode(file: PropertiesFile, host: string): TextEdit[] {
  const entry = findEntry(file, CLUSTER_NODES_KEY);
  if (!entry) return [];
  return withoutParts(entry, ',', 0, entry.value.length, (text) => hostOf(text) === host);
}

function hostOf(item: string): string {
  const [address = ''] = item.split(':');
  return address.slice(address.indexOf('@') + 1);
}

/** Lets each component that dials `like` dial `host` as well. */
export function dialToo(file: PropertiesFile, host: string, like: string): TextEdit[] {
  return connectItems(file)
    .filter(({ item }) => item.addresses.includes(like) && !item.addresses.includes(host))
    .flatMap((source) => {
      const remote = source.fields.remote;
      if (!remote) return [];
      // By itself, one entry is the domain and the address in one.
      const both = remote.text.includes(';') ? '' : `;${like}`;
      return [behind(remote.range, printValue(`${both};${host}`))];
    });
}

/** Lets no component dial `host`; the last address of an item stays: without one it would dial its domain. */
export function dialNoMore(file: PropertiesFile, host: string): TextEdit[] {
  return connectItems(file).flatMap((source) => {
    const remote = source.fields.remote;
    const [domain, ...addresses] = remote?.text.split(';') ?? [];
    const left = addresses.filter((address) => address !== host);
    if (!remote || left.length === addresses.length || left.length === 0) return [];
    const { from, text, range } = remote;
    if (left.length === 1 && left[0] === domain) return [{ range, newText: printValue(left[0] ?? '') }];
    const start = from + (domain?.length ?? 0) + 1;
    return withoutParts(source.entry, ';', start, from + text.length, (address) => address === host);
  });
}

/** Lets components that come to `from` come to `to`, in a file that was another server's. */
export function listenAs(file: PropertiesFile, from: string, to: string): TextEdit[] {
  return effectiveExternals(file)
    .filter(({ item }) => item.type === 'accept' && item.addresses.includes(from))
    .map((source) => ({ range: remoteRange(source, from), newText: to }));
}

function connectItems(file: PropertiesFile): ExternalItemSource[] {
  return effectiveExternals(file).filter(({ item }) => item.type === 'connect');
}

/** Takes parts of a list out, each with the separator before it (of the first: behind it). */
function withoutParts(
  entry: Parameters<typeof splitValue>[0],
  separator: string,
  from: number,
  to: number,
  isGone: (text: string) => boolean,
): TextEdit[] {
  const parts = splitValue(entry, separator, entry.value.slice(from, to), from);
  const left = parts.filter(({ text }) => text !== '' && !isGone(text));
  if (left.length === 0) return [];
  const first = parts.findIndex(({ text }) => !isGone(text));
  return parts.flatMap(({ text, from: start }, index) => {
    if (!isGone(text)) return [];
    const end = start + text.length;
    const range = index < first ? rangeInValue(entry, start, end + 1) : rangeInValue(entry, start - 1, end);
    return [{ range, newText: '' }];
  });
}
