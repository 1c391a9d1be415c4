/** C19: a key that the version linted for does not read yet, or not any more (§0.2, §2.1). */
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { perNode, report, since, until } from '#core/shared/config/lint/lint-rule.js';

export const otherVersion = perNode('C19', (node, { profile }) =>
  node.file.entries.flatMap(({ key, keyRange }) => {
    const known = entryForKey(key);
    if (known?.since !== undefined && !since(known.since).includes(profile))
      return [report('warning', keyRange, { key, profile, first: known.since })];
    if (known?.until !== undefined && !until(known.until).includes(profile))
      return [report('warning', keyRange, { key, profile, variant: 'gone', last: known.until })];
    return [];
  }),
);
