/** E2: the dialled server accepts components, but not this domain (§6.1). */
import { fieldRange } from '#core/shared/config/external.js';
import { nearestName } from '#core/shared/config/nearest-name.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, itemFor, serves } from '#core/shared/config/lint/topology-view.js';
import { dialledServers } from './dialled-servers.js';

export const domainUnknown: LintRule = {
  code: 'E2',
  run: (view) =>
    dialledServers(view).flatMap(({ link: { client, source }, server, accept, params }) => {
      const accepted = acceptItems(server);
      // A server that dials itself is E10, one that listens for nobody E26.
      if (accept !== undefined || accepted.length === 0) return [];
      if (itemFor(server, source.item.domain, 'connect') !== undefined) return [];
      const range = fieldRange(source, 'domain');
      const related = accepted.map((candidate) => ({ range: fieldRange(candidate, 'domain') }));
      // Another domain helps only where a component of this process answers to it (E14).
      const names = accepted.map(({ item }) => item.domain).filter((domain) => serves(client, domain));
      return [
        report('error', range, params, {
          related,
          ...replacing(range, nearestName(source.item.domain, names)),
        }),
      ];
    }),
};
