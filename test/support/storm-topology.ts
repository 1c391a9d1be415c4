/** Five servers in a cluster and three MUC processes, each bound to all of them. */
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';

export const DOMAIN = 'storm.example';
const SERVERS = [1, 2, 3, 4, 5];
const MUCS = [1, 2, 3];
const CLUSTER = SERVERS.map((number) => `vm-${number}:quiet:5277`).join(',');
const HOSTS = SERVERS.map((number) => `vm-${number}`).join(';');
const DATABASE = '--user-db = mysql\n--user-db-uri = jdbc:mysql://db/storm';

/** All three serve it; the balancer gives each room to one of them. */
export const ROOMS = `muc.${DOMAIN}`;

function server(number: number): string {
  return `config-type = --gen-config-def
--cluster-mode = true
--cluster-nodes = ${CLUSTER}
--virt-hosts = ${DOMAIN}
${DATABASE}
--comp-name-1 = ext
--comp-class-1 = tigase.server.ext.ComponentProtocol
--external = ${ROOMS}:quiet:listen:5270:vm-${number}:accept:ReceiverBareJidLB
`;
}

function muc(): string {
  return `config-type = --gen-config-comp
--virt-hosts = ${DOMAIN}
${DATABASE}
--comp-name-1 = muc
--comp-class-1 = tigase.muc.MUCComponent
--external = ${ROOMS}:quiet:connect:5270:${DOMAIN};${HOSTS}:accept
`;
}

export function stormTopology(): TopologyPlan {
  const files = [
    ...MUCS.map((number) => ({ name: `muc${number}`, text: muc() })),
    ...SERVERS.map((number) => ({ name: `server${number}`, text: server(number) })),
  ];
  const hosts = SERVERS.map((number) => `  server${number}: { hostname: vm-${number} }`).join('\n');
  return buildTopology(
    'storm',
    files.map(({ name, text }) => ({ path: `${name}.properties`, processName: name, text })),
    { path: 'lab.yaml', text: `processes:\n${hosts}\n` },
  ).plan;
}

export const SERVER_NODES = SERVERS.map((number) => `server${number}`);
export const HOST_NAMES = SERVERS.map((number) => `vm-${number}`);
/** Diallers of a healthy cluster: two of each server to each other (§5.4), one of each MUC to each server. */
export const DIALLERS = 2 * SERVERS.length * (SERVERS.length - 1) + MUCS.length * SERVERS.length;
