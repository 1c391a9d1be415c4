/** E26: the dialled server does not listen on that port (§6.4). */
import { fieldRange } from '#core/shared/config/external.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, itemFor, type LintNode } from '#core/shared/config/lint/topology-view.js';
import { dialledServers } from './dialled-servers.js';

export const nobodyListens: LintRule = {
  code: 'E26',
  run: (view) =>
    dialledServers(view).flatMap(({ link: { source }, server, accept, params }) => {
      const range = fieldRange(source, 'port');
      if (accept !== undefined) {
        if (listensOn(server, params.port)) return [];
        return [report('error', range, params, { related: [{ range: fieldRange(accept, 'port') }] })];
      }
      const dialsToo = itemFor(server, source.item.domain, 'connect') !== undefined;
      return dialsToo || acceptItems(server).length > 0 ? [] : [report('error', range, params)];
    }),
};

function listensOn(node: LintNode, port: number): boolean {
  return node.process.listeners.some((listener) => listener.port === port);
}
