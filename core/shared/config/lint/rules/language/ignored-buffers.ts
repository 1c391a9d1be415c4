/** C17: the socket buffer properties do nothing before 7.1 (§1.2, `parseNum`). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report, until } from '#core/shared/config/lint/lint-rule.js';

const KEYS = ['--net-buff-high-throughput', '--net-buff-standard'];

export const ignoredBuffers = perNode(
  'C17',
  (node) =>
    KEYS.flatMap((key) => {
      const entry = findEntry(node.file, key);
      return entry === undefined ? [] : [report('info', entry.keyRange, { key, value: entry.value })];
    }),
  until('7.0'),
);
