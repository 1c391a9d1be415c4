import { fieldRange } from '#core/shared/config/external.js';
import { nearestName } from '#core/shared/config/known-properties.js';
import type { Finding } from '../finding.js';
import { componentLinks, finding, itemFor, type ComponentLink, type LintNode } from '../topology-view.js';
import type { LintRule } from '../topology-view.js';

/** E1, E2, E10 (both dial) and E26: what the dialled server makes of the component that dials it. */
export const componentAtServer: LintRule = {
  codes: ['E1', 'E2', 'E10', 'E26'],
  run: (view) => componentLinks(view).flatMap((link) => checkLink(link)),
};

function checkLink(link: ComponentLink): Finding[] {
  const { client, source, targets } = link;
  const { domain, port, secret } = source.item;
  const server = targets.find((node) => itemFor(node, domain, 'accept') !== undefined) ?? targets[0];
  if (server === undefined || server === client) return [];
  const params = { domain, process: client.process.name, server: server.process.hostname, port };
  const accept = itemFor(server, domain, 'accept');
  if (accept === undefined) return [unknownDomain(link, server, params)];
  const found: Finding[] = [];
  if (accept.item.secret !== secret) {
    const range = fieldRange(source, 'secret');
    const related = [{ range: fieldRange(accept, 'secret') }];
    found.push(
      finding('E1', 'error', range, params, { related, fix: { range, newText: accept.item.secret } }),
    );
  }
  if (!listensOn(server, port)) {
    const related = [{ range: fieldRange(accept, 'port') }];
    found.push(finding('E26', 'error', fieldRange(source, 'port'), params, { related }));
  }
  return found;
}

function unknownDomain({ source }: ComponentLink, server: LintNode, params: Finding['params']): Finding {
  const other = itemFor(server, source.item.domain, 'connect');
  if (other !== undefined) {
    const related = [{ range: fieldRange(other, 'type') }];
    return finding(
      'E10',
      'error',
      fieldRange(source, 'type'),
      { ...params, variant: 'connect' },
      { related },
    );
  }
  const accepted = server.externals.filter(({ item }) => item.type === 'accept');
  if (accepted.length === 0) return finding('E26', 'error', fieldRange(source, 'port'), params);
  const range = fieldRange(source, 'domain');
  const related = accepted.map((candidate) => ({ range: fieldRange(candidate, 'domain') }));
  const near = nearestName(
    source.item.domain,
    accepted.map(({ item }) => item.domain),
  );
  return finding(
    'E2',
    'error',
    range,
    params,
    near === undefined ? { related } : { related, fix: { range, newText: near } },
  );
}

function listensOn(node: LintNode, port: number): boolean {
  return node.process.listeners.some((listener) => listener.port === port);
}
