/** E3: a listen item binds an address that this process does not have; the port stays closed for good (§6.4). */
import { ANY_ADDRESS, EXTERNAL_KEY, remoteRange } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, isOwnName, nodesAt, type LintNode } from '#core/shared/config/lint/topology-view.js';
import { bindsEverywhere } from './bind-addresses.js';

export const foreignBindName = perNode('E3', (node, view) =>
  acceptItems(node)
    .filter(({ item }) => item.port >= 0)
    .flatMap((source) =>
      source.item.addresses
        .filter((name) => !bindsEverywhere(name) && !isOwnName(view, node, name))
        .map((name) => {
          const range = remoteRange(source, name);
          const { hostname, name: process } = node.process;
          const owner = nodesAt(view, name)[0];
          const whose = owner === undefined ? { variant: 'nobody' } : { owner: owner.process.name };
          const related = owner === undefined ? [] : ownersPlace(owner, name);
          const params = { name, hostname, process, ...whose };
          // All interfaces are right on any machine, this one's name on this one only.
          const cure = source.item.addresses.length === 1 ? ANY_ADDRESS : hostname;
          return report('error', range, params, { related, ...replacing(range, cure) });
        }),
    ),
);

function ownersPlace(owner: LintNode, name: string) {
  const source = acceptItems(owner).find(({ item }) => item.addresses.includes(name));
  const entry = findEntry(owner.file, EXTERNAL_KEY);
  if (source !== undefined) return [{ range: remoteRange(source, name) }];
  return entry === undefined ? [] : [{ range: entry.keyRange }];
}
