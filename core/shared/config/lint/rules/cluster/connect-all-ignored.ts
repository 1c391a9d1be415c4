/** K25: `--cluster-connect-all` is read and ignored from 5.2.0 on (§2.3). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';

export const connectAllIgnored = perNode(
  'K25',
  (node) => {
    const entry = findEntry(node.file, '--cluster-connect-all');
    return entry === undefined ? [] : [report('info', entry.keyRange, { value: entry.value })];
  },
  since('5.2'),
);
