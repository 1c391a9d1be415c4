/** C24: a property names a class of Tigase's own packages that Tigase does not have there (§2.1, §2.6, §5.2). */
import { entriesOf } from '#core/shared/config/catalogue/catalogue.js';
import { wordsOf } from '#core/shared/config/catalogue/value-grammar.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { nearestName } from '#core/shared/config/nearest-name.js';

/** Those whose classes another rule knows: components (C5), and strategies, some of which are in other jars (K19). */
const OTHER_RULES = ['--comp-class-N', '--sm-cluster-strategy-class'];

/** Each property with the classes of Tigase that it can name. */
const CLASSES: readonly (readonly [key: string, classes: readonly string[]])[] = entriesOf('property')
  .filter(({ name }) => !OTHER_RULES.includes(name))
  .map(({ name, grammar }) => [name, wordsOf(grammar).filter((word) => word.startsWith('tigase.'))] as const)
  .filter(([, classes]) => classes.length > 0);

export const classUnknown = perNode('C24', (node) =>
  CLASSES.flatMap(([key, classes]) => {
    const entry = findEntry(node.file, key);
    if (entry?.value.startsWith('tigase.') !== true || classes.includes(entry.value)) return [];
    const near = nearestName(entry.value, classes);
    const params = { key, className: entry.value, ...suggesting(near) };
    return [report('warning', entry.valueRange, params, replacing(entry.valueRange, near))];
  }),
);
