/** C13: `yes`, `on` or `1` where only `true` counts (§2.1). */
import { entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import { isTrueWord } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { isIgnored } from '../ignored-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

/** Properties whose code compares with the literal text `true`. */
const LITERAL_BOOLEANS = entriesOf('property')
  .filter(({ grammar }) => grammar.type === 'boolean' && grammar.trueWords.length === 1)
  .map(({ name }) => name);

export const weakBoolean = perNode('C13', (node, { profile }) =>
  LITERAL_BOOLEANS.filter((key) => !isIgnored(key, profile)).flatMap((key) => {
    const entry = findEntry(node.file, key);
    if (entry === undefined || entry.value === 'true' || !isTrueWord(entry.value)) return [];
    const { value, valueRange } = entry;
    return [report('warning', valueRange, { key, value }, replacing(valueRange, 'true'))];
  }),
);
