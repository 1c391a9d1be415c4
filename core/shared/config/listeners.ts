/** The TCP ports a process will try to open (§1.4, §2.1 `--<comp>-ports`, §2.3, §2.5). */
import { DEFAULT_CLUSTER_PORT, parsePort } from './cluster-nodes.js';
import { CLUSTERED_CLASSES, STANDARD_CLASSES } from './config-type.js';
import { ANY_ADDRESS } from './external.js';
import { valueOf, type PropertiesFile } from './init-properties.js';
import { ownValue } from './own-value.js';
import type { ComponentPlan, ListenerPlan, ProcessPlan } from './topology-plan.js';

type Socket = ListenerPlan['socket'];

/** Ports of the managers whose ports do not come from a list of peers. */
const DEFAULT_PORTS: Readonly<Record<string, readonly (readonly [port: number, socket: Socket])[]>> = {
  c2s: [
    [5222, 'plain'],
    [5223, 'ssl'],
  ],
  s2s: [[5269, 'plain']],
  bosh: [[5280, 'plain']],
  ws2s: [[5290, 'plain']],
};

export type ListenerInput = Pick<
  ProcessPlan,
  'components' | 'clusterNodes' | 'externals' | 'extComps' | 'hostname' | 'settings'
>;

/** Every port, in the order of the components. Components that are missing open nothing. */
export function planListeners(file: PropertiesFile, process: ListenerInput): ListenerPlan[] {
  const loaded = process.components.filter((component) => component.origin !== 'missing');
  return loaded.flatMap((component) => listenersOf(file, process, component));
}

function listenersOf(file: PropertiesFile, process: ListenerInput, component: ComponentPlan): ListenerPlan[] {
  const kind = kindOf(component);
  if (kind === 'ext') return externalListeners(process, component.name);
  if (kind === 'cl-comp') return [listener(component.name, ownClusterPort(process), 'plain')];
  const configured = configuredPorts(file, process, component.name);
  if (configured !== undefined && (kind in DEFAULT_PORTS || kind === 'ext-comp'))
    return onInterfaces(configured, process);
  if (kind === 'ext-comp') return onInterfaces(extCompListeners(process, component.name), process);
  const standard = (DEFAULT_PORTS[kind] ?? []).map(([port, socket]) =>
    listener(component.name, port, socket),
  );
  return onInterfaces(standard, process);
}

/** The standard name whose class a component has, clustered or not. */
function kindOf(component: ComponentPlan): string {
  const { className } = component;
  const found = Object.entries(STANDARD_CLASSES).find(
    ([, standard]) => standard === className || CLUSTERED_CLASSES[standard] === className,
  );
  return found?.[0] ?? '';
}

/** §2.1: every port of `--<comp>-ports` is plain; an entry that is no number, for a blank beside it as well, becomes port 0. */
function configuredPorts(
  file: PropertiesFile,
  process: ListenerInput,
  name: string,
): ListenerPlan[] | undefined {
  const setting = process.settings[`${name}/connections/ports`]?.split(',').map((text) => text.trim());
  const list = setting ?? valueOf(file, `--${name}-ports`)?.split(',');
  return list?.map((text) => {
    const port = parsePort(text);
    const socket = process.settings[`${name}/connections/${port}/socket`] === 'ssl' ? 'ssl' : 'plain';
    return { ...listener(name, port ?? 0, socket), ...(port === undefined ? { unreadable: text } : {}) };
  });
}

/** §7.5 `COMP/connections/PORT/ifc[s]`: one socket an address, in the order of the list. */
function onInterfaces(listeners: ListenerPlan[], process: ListenerInput): ListenerPlan[] {
  return listeners.flatMap((plan) => {
    const addresses = ownValue(process.settings, `${plan.component}/connections/${plan.port}/ifc`);
    const list = (addresses ?? '').split(',').map((address) => address.trim());
    const binds = list.filter((address) => address !== '');
    return binds.length === 0 ? [plan] : binds.map((bind) => ({ ...plan, bind }));
  });
}

/** The own item supplies the listening port (§2.3). */
function ownClusterPort(process: ListenerInput): number {
  return process.clusterNodes.find((item) => item.host === process.hostname)?.port ?? DEFAULT_CLUSTER_PORT;
}

/** One socket per interface address of each accept item that names a port. */
function externalListeners(process: ListenerInput, component: string): ListenerPlan[] {
  return process.externals
    .filter((item) => item.type === 'accept' && item.port >= 0)
    .flatMap((item) => item.addresses.map((bind) => listener(component, item.port, 'plain', bind)));
}

/** §2.7; `ssl` is mapped to plain. */
function extCompListeners(process: ListenerInput, component: string): ListenerPlan[] {
  return process.extComps
    .filter((item) => item.component === component && item.type === 'accept')
    .map((item) => listener(component, item.port, 'plain'));
}

function listener(component: string, port: number, socket: Socket, bind = ANY_ADDRESS): ListenerPlan {
  return { component, port, bind, socket };
}
