/**
 * `--ext-comp[_N]` = `localDomain,remoteDomain,port,password,plain|ssl,accept|connect[,routing]` (§2.7): one line a
 * component, and the components that such lines create.
 */
import { escapedHost } from '../routing/address-pattern.js';
import { parsePort } from './cluster-nodes.js';
import { CONNECTION_MANAGER_CLASS, type ComponentSet } from './config-type.js';
import {
  findEntry,
  splitValue,
  type PropertiesFile,
  type PropertyEntry,
  type ValuePart,
} from './init-properties.js';
import type { ComponentPlan, ExtCompItem } from './topology-plan.js';

const EXT_COMP_KEY = '--ext-comp';
const DEFAULT_EXT_COMP_PORT = 5555;
const DEFAULT_SECRET = 'someSecret';

/** Names of the fields, in the order they are written. */
const FIELDS = ['local', 'remote', 'port', 'secret', 'socket', 'type', 'routing'] as const;
type Field = (typeof FIELDS)[number];

/** `ext-comp`, `ext-comp_1` …: one component a line, whatever the config-type. */
export function extCompNames(file: PropertiesFile): string[] {
  const keys = file.entries.map((entry) => entry.key).filter(isExtCompKey);
  return [...new Set(keys)].map((key) => key.slice(2));
}

/** First field of the first such line: the host that this process is. */
export function extCompLocalName(file: PropertiesFile): string | undefined {
  return file.entries.find((entry) => isExtCompKey(entry.key))?.value.split(',')[0];
}

/** What each loaded ComponentConnectionManager does: its own line, or the defaults. */
export function extCompsOf(
  file: PropertiesFile,
  set: ComponentSet,
  components: readonly ComponentPlan[],
): ExtCompItem[] {
  return components
    .filter((component) => component.className === CONNECTION_MANAGER_CLASS)
    .map((component) => readItem(file, set, component));
}

/** Places of the fields of a component's line, for those who point at one. */
export function extCompFields(file: PropertiesFile, component: string): Partial<Record<Field, ValuePart>> {
  const entry = lineOf(file, component);
  const fields: Partial<Record<Field, ValuePart>> = {};
  if (entry === undefined) return fields;
  // Java's split drops empty strings at the end, and only there.
  const parts = splitValue(entry, ',');
  while (parts.length > 1 && parts.at(-1)?.text === '') parts.pop();
  parts.forEach((part, index) => {
    const name = FIELDS[index];
    if (name !== undefined) fields[name] = part;
  });
  return fields;
}

function isExtCompKey(key: string): boolean {
  return key === EXT_COMP_KEY || key.startsWith(`${EXT_COMP_KEY}_`);
}

function readItem(file: PropertiesFile, set: ComponentSet, component: ComponentPlan): ExtCompItem {
  const fields = extCompFields(file, component.name);
  const text = (field: Field, absent: string): string => fields[field]?.text ?? absent;
  const remoteDomain = text('remote', `${component.name}.localhost`);
  const source = lineOf(file, component.name)?.valueRange ?? component.source;
  return {
    component: component.name,
    localDomain: text('local', 'localhost'),
    remoteDomain,
    // A connection manager without a remote domain looks for its session manager on its own host.
    host: text('remote', 'localhost'),
    ...readPort(fields.port?.text),
    secret: text('secret', DEFAULT_SECRET),
    type: typeOf(fields.type?.text, set),
    routings: routingsOf(fields, remoteDomain, set),
    packRouted: set === 'sm' || set === 'cs',
    ...(source ? { source } : {}),
  };
}

function lineOf(file: PropertiesFile, component: string): PropertyEntry | undefined {
  const entry = findEntry(file, `--${component}`);
  return entry && isExtCompKey(entry.key) ? entry : undefined;
}

function readPort(text: string | undefined): Pick<ExtCompItem, 'port' | 'badPort'> {
  const port = text === undefined ? DEFAULT_EXT_COMP_PORT : parsePort(text);
  return port === undefined ? { port: DEFAULT_EXT_COMP_PORT, badPort: text ?? '' } : { port };
}

/** Any word but `accept` dials. */
function typeOf(text: string | undefined, set: ComponentSet): ExtCompItem['type'] {
  if (text === undefined) return set === 'cs' ? 'connect' : 'accept';
  return text === 'accept' ? 'accept' : 'connect';
}

function routingsOf(fields: Partial<Record<Field, ValuePart>>, remote: string, set: ComponentSet): string[] {
  if (fields.routing !== undefined) return [fields.routing.text];
  // A component process sends everything that is not its own to the server.
  if (set === 'comp' && fields.local !== undefined) return ['.*'];
  const host = escapedHost(remote);
  return [host, `.*@${host}`, `.*\\.${host}`];
}
