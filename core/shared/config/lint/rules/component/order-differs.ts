/**
 * E24: servers sort the connections of a domain by the address that they see; where `lab.yaml` says that they see
 * different ones (NAT, several cards), the order may differ, and with it the process that a room lives on (§6.5).
 */
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import {
  connectItems,
  nodesAt,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import { ownValue } from '#core/shared/config/own-value.js';

export const orderDiffers: LintRule = {
  code: 'E24',
  run: (view) => {
    // Without a word of it everybody sees the same addresses.
    if (view.nodes.every(({ process }) => process.seenAs === undefined)) return [];
    const domains = new Set(view.nodes.flatMap((node) => connectItems(node).map(({ item }) => item.domain)));
    return [...domains].flatMap((domain) => checkDomain(view, domain));
  },
};

function checkDomain(view: TopologyView, domain: string) {
  const dialled = clientsByServer(view, domain);
  const [first, ...others] = [...dialled.keys()];
  if (first === undefined) return [];
  return others.flatMap((server) => {
    const both = (dialled.get(first) ?? []).filter((client) => dialled.get(server)?.includes(client));
    const orders = [first, server].map((at) => orderAt(at, both));
    const moved = both.find((client) => orders[0]?.indexOf(client) !== orders[1]?.indexOf(client));
    const source = moved && connectItems(moved).find(({ item }) => item.domain === domain);
    if (source === undefined) return [];
    const params = { domain, server: first.process.hostname, other: server.process.hostname };
    return [report('error', source.item.source, params)];
  });
}

/** Who dials each server as this domain. */
function clientsByServer(view: TopologyView, domain: string): Map<LintNode, LintNode[]> {
  const dialled = new Map<LintNode, LintNode[]>();
  for (const client of view.nodes) {
    const names = connectItems(client).filter(({ item }) => item.domain === domain);
    for (const server of names.flatMap(({ item }) => item.addresses.flatMap((name) => nodesAt(view, name))))
      dialled.set(server, [...(dialled.get(server) ?? []), client]);
  }
  return dialled;
}

/** As text, the way Tigase compares them; equal ones are E6's business. */
function orderAt(server: LintNode, clients: readonly LintNode[]): LintNode[] {
  const seen = ({ process }: LintNode) =>
    ownValue(process.seenAs ?? {}, server.process.name) ?? process.address;
  return [...clients].sort((left, right) =>
    seen(left) < seen(right) ? -1 : seen(left) > seen(right) ? 1 : 0,
  );
}
