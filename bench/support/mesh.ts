/** Topologies of any size for benches: N clustered servers in full mesh, with or without MUC processes. */
import { buildTopology } from '#core/shared/config/build-topology.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';

const DOMAIN = 'bench.example';

function serverFile(count: number, index: number, muc: boolean): string {
  const nodes = Array.from({ length: count }, (_, node) => `node${node + 1}:secret:5277`).join(',');
  const ext = [
    '--comp-name-1 = ext',
    '--comp-class-1 = tigase.server.ext.ComponentProtocol',
    `--external = muc.${DOMAIN}:secret:listen:5270:node${index + 1}:accept:ReceiverBareJidLB`,
  ];
  return [
    'config-type = --gen-config-def',
    '--cluster-mode = true',
    `--cluster-nodes = ${nodes}`,
    `--virt-hosts = ${DOMAIN}`,
    '--user-db = mysql',
    '--user-db-uri = jdbc:mysql://db/bench',
    ...(muc ? ext : []),
  ].join('\n');
}

export function meshTopology(servers: number, muc = false): TopologyPlan {
  const files = Array.from({ length: servers }, (_, index) => ({
    path: `node${index + 1}.properties`,
    processName: `node${index + 1}`,
    text: serverFile(servers, index, muc),
  }));
  const hosts = files.map(({ processName }) => `  ${processName}: { hostname: ${processName} }`).join('\n');
  const labYaml = { path: 'lab.yaml', text: `processes:\n${hosts}\n` };
  return buildTopology(`mesh-${servers}`, files, labYaml).plan;
}
