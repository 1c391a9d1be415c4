/** C14: a blank beside a comma becomes part of the name (§2.3, §2.5, §2.8, §2.9). */
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

/** Lists whose items Tigase does not trim. */
const UNTRIMMED_LISTS = ['--cluster-nodes', '--external', '--sm-plugins', '--virt-hosts'];

export const blanksInList = perNode('C14', (node) =>
  UNTRIMMED_LISTS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined) return [];
    return splitValue(entry, ',')
      .filter((part) => part.text !== part.text.trim())
      .map((part) => {
        const item = part.text.trim();
        return report('warning', part.range, { key, item }, replacing(part.range, item));
      });
  }),
);
