/** Why a port could not be opened, from what the system said and what the files ask for. */
import type { NodeView } from '#core/shared/api/results.js';
import type { ListenerPlan, ProcessPlan } from '#core/shared/config/topology-plan.js';

export type PortProblem = 'wifiOff' | 'wifiBack' | 'foreign' | 'taken' | 'other';

/** What the files say of a port, by the name under which the host shows it. */
export function plannedPort(process: ProcessPlan, name: string): ListenerPlan | undefined {
  if (name === 'c2s-tls')
    return process.listeners.find(({ component, port }) => component === 'c2s' && port === 5223);
  const own = process.listeners.filter(({ component }) => component === name);
  return own.find(({ port }) => name !== 'c2s' || port !== 5223) ?? own[0];
}

export function portProblem(node: NodeView, process: ProcessPlan, name: string): PortProblem {
  const code = node.failedPorts[name];
  if (code === 'EADDRINUSE') return 'taken';
  if (code !== 'EADDRNOTAVAIL') return 'other';
  const bind = plannedPort(process, name)?.bind ?? '*';
  const own = ['*', process.hostname.toLowerCase(), process.address, process.name.toLowerCase()];
  if (!own.includes(bind.toLowerCase())) return 'foreign';
  return node.interfaceUp ? 'wifiBack' : 'wifiOff';
}
