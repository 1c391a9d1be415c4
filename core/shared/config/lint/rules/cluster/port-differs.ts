/** K8: the listening port is the one in a node's own item; others must name the same (§2.3, §5.1). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, since, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { sharesNodeTable } from '#core/shared/config/lint/topology-view.js';
import { itemText, listedPairs } from './cluster-items.js';

export const portDiffers: LintRule = {
  code: 'K8',
  profiles: since('5.2'),
  run: (view) =>
    listedPairs(view)
      .filter(({ own, listed }) => own.port !== listed.port)
      // Here the node that is listed is the one dialled.
      .map(({ connector: target, own, acceptor: dialler, listed }) => {
        const params = { node: target.process.hostname, port: own.port, listed: listed.port };
        const severity = sharesNodeTable(dialler, target) ? 'warning' : 'error';
        return report(severity, listed.source, params, {
          related: [{ range: own.source }],
          ...replacing(listed.source, itemText({ ...listed, port: own.port })),
        });
      }),
};
