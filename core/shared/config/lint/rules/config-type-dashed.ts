import { finding, perNode } from '../topology-view.js';

/** C2: the key has no dashes; `--config-type` is one more property that nobody reads. */
export const configTypeDashed = perNode(['C2'], (node) =>
  node.file.entries
    .filter((entry) => entry.key === '--config-type')
    .map((entry) =>
      finding(
        'C2',
        'error',
        entry.keyRange,
        { value: entry.value },
        { fix: { range: entry.keyRange, newText: 'config-type' } },
      ),
    ),
);
