/** `--external` = `domain:secret[:type[:port[:remote[:protocol[:lbclass]]]]]`, comma-separated, nothing trimmed (§2.5). */
import { NS_CLIENT, NS_COMPONENT_ACCEPT, NS_COMPONENT_CONNECT } from '../xmpp/namespaces.js';
import { DEFAULT_LOAD_BALANCER } from '../routing/load-balancers.js';
import { DEFAULT_CLUSTER_PORT, parsePort } from './cluster-nodes.js';
import { findEntry, parseInitProperties, rangeInValue, splitValue } from './init-properties.js';
import type { PropertiesFile, PropertyEntry, ValuePart } from './init-properties.js';
import { ownValue } from './own-value.js';
import { remembering } from './remembering.js';
import type { SourceRange } from './source-range.js';
import type { ExternalItem } from './topology-plan.js';

export const EXTERNAL_KEY = '--external';
/** All interfaces. */
export const ANY_ADDRESS = '*';

const PROTOCOLS: Readonly<Record<string, string>> = {
  accept: NS_COMPONENT_ACCEPT,
  client: NS_CLIENT,
  connect: NS_COMPONENT_CONNECT,
};

/** Names of the fields, in the order they are written. */
export const EXTERNAL_FIELDS = ['domain', 'secret', 'type', 'port', 'remote', 'protocol', 'lbclass'] as const;
export type ExternalField = (typeof EXTERNAL_FIELDS)[number];

/** One item with its fields as they stand in the file. */
export interface ExternalItemSource {
  item: ExternalItem;
  entry: PropertyEntry;
  fields: Partial<Record<ExternalField, ValuePart>>;
}

/** Every item of one line, also those that a later item for the same domain replaces. */
export function parseExternal(entry: PropertyEntry): ExternalItemSource[] {
  return splitValue(entry, ',')
    .filter((part) => part.text !== '')
    .map((part) => readItem(entry, part));
}

/** The items that count: a second item for a domain replaces the first. */
export function externalItemsOf(file: PropertiesFile): ExternalItem[] {
  return effectiveExternals(file).map((source) => source.item);
}

/** The same with the places of their fields. */
export function effectiveExternals(file: PropertiesFile): ExternalItemSource[] {
  const entry = findEntry(file, EXTERNAL_KEY);
  const byDomain = new Map<string, ExternalItemSource>();
  for (const source of entry === undefined ? [] : parseExternal(entry))
    byDomain.set(source.item.domain, source);
  return [...byDomain.values()];
}

/** Reads one item that somebody has typed; undefined: not exactly one, or one without a domain. */
export function externalItemFrom(text: string): ExternalItem | undefined {
  const file = parseInitProperties('', `${EXTERNAL_KEY}=${text}`);
  const entry = file.entries.length === 1 ? findEntry(file, EXTERNAL_KEY) : undefined;
  const [source, ...more] = entry === undefined ? [] : parseExternal(entry);
  return source === undefined || source.item.domain === '' || more.length > 0 ? undefined : source.item;
}

/** What Tigase uses when `ext` is loaded and the property is absent: a listener on 5277, of all ports (§2.5). */
export function sampleExternalItem(source: SourceRange): ExternalItem {
  return {
    domain: 'muc.domain.tld',
    secret: 'passwd',
    type: 'accept',
    port: DEFAULT_CLUSTER_PORT,
    addresses: [ANY_ADDRESS],
    protocol: NS_COMPONENT_ACCEPT,
    loadBalancer: DEFAULT_LOAD_BALANCER,
    source,
    sample: true,
  };
}

/** Range of a field; of the whole item when the field is not written. */
export function fieldRange(source: ExternalItemSource, field: ExternalField): SourceRange {
  return source.fields[field]?.range ?? source.item.source;
}

/** Range of one entry of the remote field, such as the second address; the field's when there is none. */
export function remoteRange(source: ExternalItemSource, name: string): SourceRange {
  return remotePart(source, name).range;
}

/** The same with the index in the value where the entry begins; undefined when there is no such entry. */
export function remotePart(
  source: ExternalItemSource,
  name: string,
): { range: SourceRange; from: number | undefined } {
  const remote = source.fields.remote;
  if (remote === undefined) return { range: source.item.source, from: undefined };
  const start = startsOf(remote).get(name);
  if (start === undefined) return { range: remote.range, from: undefined };
  const from = remote.from + start;
  return { range: rangeInValue(source.entry, from, from + name.length), from };
}

/** Each entry of a remote field → where its last occurrence begins. */
const startsOf = remembering(({ text }: ValuePart) => {
  const starts = new Map<string, number>();
  let at = 0;
  for (const name of text.split(';')) {
    starts.set(name, at);
    at += name.length + 1;
  }
  return starts;
});

function readItem(entry: PropertyEntry, part: ValuePart): ExternalItemSource {
  const fields: Partial<Record<ExternalField, ValuePart>> = {};
  splitValue(entry, ':', part.text, part.from).forEach((field, index) => {
    const name = EXTERNAL_FIELDS[index];
    if (name !== undefined) fields[name] = field;
  });
  const protocol = fields.protocol?.text;
  const remote = readRemote(fields.remote?.text);
  const item: ExternalItem = {
    domain: fields.domain?.text ?? '',
    secret: fields.secret?.text ?? '',
    type: fields.type?.text === 'connect' ? 'connect' : 'accept',
    ...readPort(fields.port?.text),
    ...remote,
    ...(protocol === undefined || protocol === ''
      ? {}
      : { protocol: ownValue(PROTOCOLS, protocol) ?? protocol }),
    loadBalancer: fields.lbclass?.text || DEFAULT_LOAD_BALANCER,
    source: part.range,
  };
  return { item, entry, fields };
}

/** No port: the item is only a password entry. A port that is no number becomes 5277 with a warning. */
function readPort(text: string | undefined): Pick<ExternalItem, 'port' | 'unreadablePort'> {
  if (text === undefined) return { port: -1 };
  const port = parsePort(text);
  return port === undefined ? { port: DEFAULT_CLUSTER_PORT, unreadablePort: text } : { port };
}

/** With a single entry it serves as both the remote domain and the address. */
function readRemote(text: string | undefined): Pick<ExternalItem, 'addresses' | 'remoteDomain'> {
  if (text === undefined || text === '') return { addresses: [ANY_ADDRESS] };
  const names = text.split(';').filter((name) => name !== '');
  const [first, ...rest] = names;
  if (first === undefined) return { addresses: [ANY_ADDRESS] };
  return { remoteDomain: first, addresses: rest.length === 0 ? [first] : rest };
}
