/** C14: a blank beside a comma becomes part of the name (§2.3, §2.5, §2.8, §2.9). */
import { SM_PLUGINS_KEY } from '#core/shared/config/sm-plugins.js';
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

/** Lists whose items no Tigase trims. */
const UNTRIMMED_LISTS = ['--cluster-nodes', '--external', '--virt-hosts'];

export const blanksInList = perNode('C14', (node, { profile }) =>
  // 7.1 trims the plugins' ids.
  [...UNTRIMMED_LISTS, ...(profile === '7.1' ? [] : [SM_PLUGINS_KEY])].flatMap((key) => {
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
