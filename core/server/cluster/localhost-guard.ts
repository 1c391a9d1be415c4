/** 7.x does not run as a cluster node that is called `localhost` (§1.6). */
import type { ServerContext } from '../server-context.js';

const BANNER = [
  'ERROR! Tigase is running in Clustered Mode yet the hostname',
  'of the machine was resolved to *localhost* which will cause',
  'malfunctioning of Tigase in clustered environment!',
  '',
  'To prevent further issues with the clustering Tigase will be shutdown.',
  '',
  'Please make sure that FQDN hostname of the machine is set correctly',
  'and restart the server.',
];

/** True: the process has said why, and ends itself. */
export function refusesLocalhost(context: ServerContext): boolean {
  const { hostname, plan, profile } = context;
  if (profile !== '7.1' || !plan.clusterMode || hostname.toLowerCase() !== 'localhost') return false;
  BANNER.forEach((line) => context.log.print(line));
  context.exit();
  return true;
}
