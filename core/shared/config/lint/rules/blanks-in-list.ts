import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { finding, perNode } from '../topology-view.js';

/** Lists whose items Tigase does not trim (§2.3, §2.5, §2.8, §2.9). */
const UNTRIMMED_LISTS = ['--cluster-nodes', '--external', '--sm-plugins', '--virt-hosts'];

/** C14: a blank beside a comma becomes part of the name. */
export const blanksInList = perNode(['C14'], (node) =>
  UNTRIMMED_LISTS.flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined) return [];
    return splitValue(entry, ',')
      .filter((part) => part.text !== part.text.trim())
      .map((part) => {
        const item = part.text.trim();
        return finding(
          'C14',
          'warning',
          part.range,
          { key, item },
          { fix: { range: part.range, newText: item } },
        );
      });
  }),
);
