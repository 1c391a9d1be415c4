/** K8: the listening port is the one in a node's own item; others must name the same (§2.3, §5.1). In 5.1 no item has one. */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, since, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { sharesNodeTable } from '#core/shared/config/lint/topology-view.js';
import { itemText } from './cluster-items.js';
import { acceptorsOf, unequalNodes } from './unequal-nodes.js';

export const portDiffers: LintRule = {
  code: 'K8',
  profiles: since('5.2'),
  run(view) {
    const unequal = unequalNodes(
      view,
      ({ port }) => String(port),
      // A port that is no number is K29.
      ({ own, listed }) => own.badPort === undefined && listed.badPort === undefined,
    );
    return unequal.map((wrong) => {
      const { item, isOwn, pairs, cure } = wrong;
      // Here the node that is listed is the one dialled.
      const heals = pairs.every(({ connector, acceptor }) => sharesNodeTable(acceptor, connector));
      const { connector, own, listed } = pairs[0];
      const dialled = { node: connector.process.hostname, port: own.port, listed: listed.port };
      const params = isOwn ? { ...dialled, others: acceptorsOf(wrong), variant: 'own' } : dialled;
      return report(heals ? 'warning' : 'error', item.source, params, {
        related: pairs.map((pair) => ({ range: isOwn ? pair.listed.source : pair.own.source })),
        ...replacing(item.source, cure && itemText({ ...item, port: Number(cure) })),
      });
    });
  },
};
