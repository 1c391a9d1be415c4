/** E26: the dialled server does not listen on that port (§6.4). */
import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { fieldRange } from '#core/shared/config/external.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  acceptItems,
  itemFor,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import { dialledServers } from './dialled-servers.js';
import { namesOf, unequalItems, type ItemPair, type UnequalItem } from './unequal-items.js';

export const nobodyListens: LintRule = {
  code: 'E26',
  run: (view) => [...wrongPorts(view), ...withoutListeners(view)],
};

/** Any port may serve any domain, so it need not be the one of the domain's own item. */
function wrongPorts(view: TopologyView): Report[] {
  const unequal = unequalItems(
    view,
    // An item without a port only has a password to say.
    ({ item }) => (item.port < 0 ? undefined : String(item.port)),
    (pair) => isUnreadable(pair) || listensOn(pair.server, pair.params.port),
  );
  return unequal.map((wrong) => {
    const { source, isServers, pairs, cure } = wrong;
    const range = fieldRange(source, 'port');
    const ends = new Set(pairs.map(({ link, accept }) => (isServers ? link.source : accept)));
    const related = [...ends].map((end) => ({ range: fieldRange(end, 'port') }));
    return report('error', range, paramsOf(wrong), {
      related,
      ...replacing(range, source.fields.port && cure),
    });
  });
}

function paramsOf(wrong: UnequalItem): Report['params'] {
  const { source, isServers, pairs } = wrong;
  const params = { ...namesOf(wrong), port: pairs[0].params.port };
  return isServers ? { ...params, listens: source.item.port, variant: 'listens' } : params;
}

/** A port that is no number is E13. */
function isUnreadable({ link, accept }: ItemPair): boolean {
  return [link.source, accept].some(({ item }) => item.unreadablePort !== undefined);
}

/** Servers that listen for no component at all; one that dials itself is E10. */
function withoutListeners(view: TopologyView): Report[] {
  return dialledServers(view)
    .filter(({ link, server, accept }) => {
      const dialsToo = itemFor(server, link.source.item.domain, 'connect') !== undefined;
      return accept === undefined && !dialsToo && acceptItems(server).length === 0;
    })
    .map(({ link, params }) => report('error', fieldRange(link.source, 'port'), params));
}

/** Clients' ports, for one, take no component. */
function listensOn({ process }: LintNode, port: number): boolean {
  const readers = process.components.filter(({ className }) => className === EXTERNAL_COMPONENT_CLASS);
  const names = new Set(readers.map(({ name }) => name));
  return process.listeners.some((listener) => listener.port === port && names.has(listener.component));
}
