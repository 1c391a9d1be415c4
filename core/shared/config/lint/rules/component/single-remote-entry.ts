/** E17: a single entry is the remote domain and the only address (§2.5). */
import { fieldRange } from '#core/shared/config/external.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';

export const singleRemoteEntry = perNode('E17', (node) =>
  connectItems(node)
    .filter(({ fields }) => fields.remote !== undefined && !fields.remote.text.includes(';'))
    .map((source) => {
      const params = { name: source.item.remoteDomain ?? '' };
      return report('info', fieldRange(source, 'remote'), params);
    }),
);
