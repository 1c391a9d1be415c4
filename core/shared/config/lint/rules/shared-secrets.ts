import { fieldRange } from '#core/shared/config/external.js';
import { finding, perNode, type LintRule } from '../topology-view.js';

/** K26: the cluster and the components have one password; who knows one link can join the other. */
export const onePasswordForAll = perNode(['K26'], (node) => {
  const own = node.process.clusterNodes.find((item) => item.host === node.process.hostname);
  if (!node.process.clusterMode || own?.password === undefined) return [];
  return node.externals
    .filter(({ item }) => item.type === 'accept' && item.secret === own.password)
    .map((source) =>
      finding(
        'K26',
        'info',
        fieldRange(source, 'secret'),
        { domain: source.item.domain },
        {
          related: [{ range: own.source }],
        },
      ),
    );
});

/** E19: items stored in a shared database override `--external` of every process, whatever its role (§6.7). */
export const storedItemsOverride: LintRule = {
  codes: ['E19'],
  run: (view) =>
    view.nodes.flatMap((node) =>
      node.externals.flatMap((source) => {
        const { item } = source;
        const uri = node.process.databaseUri;
        const repository = node.process.properties['--extcomp-repo-class'] ?? '';
        if (item.type !== 'connect' || uri === undefined || repository.endsWith('CompConfigRepository'))
          return [];
        const server = view.nodes.find(
          (other) =>
            other.process.databaseUri === uri &&
            other.externals.some(
              (accept) => accept.item.type === 'accept' && accept.item.domain === item.domain,
            ),
        );
        if (server === undefined) return [];
        const params = { domain: item.domain, process: node.process.name, server: server.process.name };
        return [finding('E19', 'info', source.entry.keyRange, params)];
      }),
    ),
};
