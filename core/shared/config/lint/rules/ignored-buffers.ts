import { findEntry } from '#core/shared/config/init-properties.js';
import { finding, perNode } from '../topology-view.js';

/** C17: the socket buffer properties do nothing before 7.1 (§1.2, `parseNum`). */
export const ignoredBuffers = perNode(['C17'], (node) =>
  ['--net-buff-high-throughput', '--net-buff-standard'].flatMap((key) => {
    const entry = findEntry(node.file, key);
    return entry === undefined ? [] : [finding('C17', 'info', entry.keyRange, { key, value: entry.value })];
  }),
);
