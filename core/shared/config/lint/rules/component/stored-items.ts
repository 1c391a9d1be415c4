/** E19: items stored in a shared database override `--external` of every process, whatever its role (§6.7). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems, itemFor } from '#core/shared/config/lint/topology-view.js';

export const storedItems = perNode('E19', (node, view) => {
  const { databaseUri, properties, name } = node.process;
  const inFile = properties['--extcomp-repo-class']?.endsWith('CompConfigRepository') === true;
  if (databaseUri === undefined || inFile) return [];
  return connectItems(node).flatMap(({ item: { domain }, entry }) => {
    const server = view.nodes.find(
      (other) => other.process.databaseUri === databaseUri && itemFor(other, domain, 'accept') !== undefined,
    );
    if (server === undefined) return [];
    return [report('info', entry.keyRange, { domain, process: name, server: server.process.name })];
  });
});
