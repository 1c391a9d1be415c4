/** E19: items stored in a shared database override `--external` of every process, whatever its role (§6.7). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { addingLines } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import {
  connectItems,
  itemFor,
  sharesDatabase,
  type LintNode,
} from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';

const REPOSITORY_KEY = '--extcomp-repo-class';

export const storedItems = perNodeInView('E19', (node, view) => {
  const { properties, name } = node.process;
  const inFile = properties[REPOSITORY_KEY]?.endsWith('CompConfigRepository') === true;
  if (inFile) return [];
  return connectItems(node).flatMap(({ item: { domain }, entry }) => {
    const server = view.nodes.find(
      (other) => sharesDatabase(node, other) && itemFor(other, domain, 'accept') !== undefined,
    );
    if (server === undefined) return [];
    const params = { domain, process: name, server: server.process.name };
    const theirs = itemFor(server, domain, 'accept')?.item.source;
    const related = theirs === undefined ? [] : [{ range: theirs }];
    return [report('info', entry.keyRange, params, { related, ...keepingToFile(node, entry.keyRange) })];
  });
});

/** A repository that has only what the file says; nothing where the file names another one. */
function keepingToFile(node: LintNode, range: SourceRange) {
  if (findEntry(node.file, REPOSITORY_KEY) !== undefined) return {};
  return addingLines(range, [`${REPOSITORY_KEY} = tigase.server.ext.CompConfigRepository`]);
}
