/** K7: `localhost` is the name of every machine (§1.6, §5.1). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const localhostListed = perNode('K7', (node) =>
  node.process.clusterMode
    ? node.process.clusterNodes
        .filter((item) => item.host === 'localhost')
        .map((item) => report('error', item.source))
    : [],
);
