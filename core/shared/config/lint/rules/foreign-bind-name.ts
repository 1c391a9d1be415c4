import { remoteRange } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, isOwnName, nodesAt, perNode } from '../topology-view.js';

const EVERYWHERE = new Set(['*', '0.0.0.0', '::', 'localhost', '127.0.0.1', '::1']);

/** E3: a listen item binds an address that this process does not have; the port stays closed for good (§6.4). */
export const foreignBindName = perNode(['E3'], (node, view) =>
  node.externals
    .filter(({ item }) => item.type === 'accept' && item.port >= 0)
    .flatMap((source) =>
      source.item.addresses
        .filter((name) => !EVERYWHERE.has(name) && !isOwnName(view, node, name))
        .map((name) => {
          const range = remoteRange(source, name);
          const owner = nodesAt(view, name)[0];
          const related = owner === undefined ? [] : ownersPlace(owner, name);
          const params = {
            name,
            hostname: node.process.hostname,
            process: node.process.name,
            ...(owner === undefined ? { variant: 'nobody' } : { owner: owner.process.name }),
          };
          return finding('E3', 'error', range, params, {
            related,
            fix: { range, newText: node.process.hostname },
          });
        }),
    ),
);

/** E25: one interface only; right for this host, and wrong for any other that the file is copied to. */
export const singleBindName = perNode(['E25'], (node, view) =>
  node.externals
    .filter(({ item }) => item.type === 'accept' && item.port >= 0 && item.addresses.length === 1)
    .flatMap((source) => {
      const name = source.item.addresses[0];
      if (name === undefined || EVERYWHERE.has(name) || !isOwnName(view, node, name)) return [];
      return [finding('E25', 'info', remoteRange(source, name), { name, port: source.item.port })];
    }),
);

function ownersPlace(owner: Parameters<typeof isOwnName>[1], name: string) {
  const source = owner.externals.find(({ item }) => item.type === 'accept' && item.addresses.includes(name));
  const entry = findEntry(owner.file, '--external');
  if (source !== undefined) return [{ range: remoteRange(source, name) }];
  return entry === undefined ? [] : [{ range: entry.keyRange }];
}
