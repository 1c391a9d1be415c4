/** E25: one interface only; right for this host, and wrong for any other that the file is copied to (§6.4). */
import { remoteRange } from '#core/shared/config/external.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, isOwnName } from '#core/shared/config/lint/topology-view.js';
import { bindsEverywhere } from './bind-addresses.js';

export const singleBindName = perNodeInView('E25', (node, view) =>
  acceptItems(node)
    .filter(({ item }) => item.port >= 0 && item.addresses.length === 1)
    .flatMap((source) => {
      const name = source.item.addresses[0];
      if (name === undefined || bindsEverywhere(name) || !isOwnName(view, node, name)) return [];
      return [report('info', remoteRange(source, name), { name, port: source.item.port })];
    }),
);
