/** K25: `--cluster-connect-all` is read and ignored from 5.2.0 on (§2.3). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { withoutEntry } from '#core/shared/config/lint/entry-fixes.js';
import { removing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { CONNECT_ALL_IGNORED, CONNECT_ALL_KEY } from '../ignored-properties.js';

export const connectAllIgnored = perNode(
  'K25',
  (node) => {
    const entry = findEntry(node.file, CONNECT_ALL_KEY);
    if (entry === undefined) return [];
    return [
      report('info', entry.keyRange, { value: entry.value }, removing(withoutEntry(entry).range, 'entry')),
    ];
  },
  CONNECT_ALL_IGNORED,
);
