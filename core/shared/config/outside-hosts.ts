/** Servers on this machine that the lab did not start: `lab.yaml` gives them a name, and the lab's processes may dial it. */
import { isLabAddress, isLoopbackAddress } from './loopback-address.js';
import type { TopologyPlan } from './topology-plan.js';

/**
 * Names of `hosts` in `lab.yaml` that mean somebody outside the lab: a loopback address that no process has and that
 * is none of the lab's own. What only a properties file names never leads out of the lab.
 * @returns host name in lower case → address
 */
export function outsideHosts({
  hosts,
  processes,
}: Pick<TopologyPlan, 'hosts' | 'processes'>): Map<string, string> {
  const inside = new Set(processes.map(({ address }) => address));
  const isOutside = (address: string): boolean =>
    isLoopbackAddress(address) && !isLabAddress(address) && !inside.has(address);
  return new Map(
    Object.entries(hosts)
      .filter(([, address]) => isOutside(address))
      .map(([host, address]) => [host.toLowerCase(), address]),
  );
}
