/** K29: a port of `--cluster-nodes` that is no number becomes 5277 (§2.3). */
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';

export const clusterPortUnreadable = perNode(
  'K29',
  (node) =>
    node.process.clusterMode
      ? node.process.clusterNodes.flatMap(({ badPort: port, host, source }) =>
          port === undefined ? [] : [report('warning', source, { host, port })],
        )
      : [],
  since('5.2'),
);
