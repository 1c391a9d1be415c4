/** Where a component's item and a dialled server's item disagree: the pairs, each laid at the door of one of the two. */
import type { ExternalItemSource } from '#core/shared/config/external.js';
import type { TopologyView } from '#core/shared/config/lint/topology-view.js';
import { agreed, votes } from '../votes.js';
import { dialledServers, type DialledServer } from './dialled-servers.js';

/** A dialled server that has an item for the domain. */
export interface ItemPair extends DialledServer {
  accept: ExternalItemSource;
}

export interface UnequalItem {
  /** The item that is most likely wrong. */
  source: ExternalItemSource;
  /** Whether it is the server's. */
  isServers: boolean;
  /** The pairs in which it does not fit. */
  pairs: readonly [ItemPair, ...ItemPair[]];
  /** What all items at other ends of its links say; undefined when they do not agree. */
  cure: string | undefined;
}

/**
 * @param read what of an item must be equal
 * @param fits whether a pair is right as it is
 */
export function unequalItems(
  view: TopologyView,
  read: (source: ExternalItemSource) => string | undefined,
  fits: (pair: ItemPair) => boolean,
): UnequalItem[] {
  const pairs = dialledServers(view).flatMap((each) =>
    each.accept === undefined ? [] : [{ ...each, accept: each.accept }],
  );
  const count = voters(view, read);
  const wrong = new Map<ExternalItemSource, ItemPair[]>();
  for (const pair of pairs.filter((each) => !fits(each))) {
    const [client, server] = [pair.link.source, pair.accept];
    const vote = count(client.item.domain);
    // Who says nothing says nothing wrong.
    const says = read(server) !== undefined;
    const culprit = says && vote(read(server)) < vote(read(client)) ? server : client;
    wrong.set(culprit, [...(wrong.get(culprit) ?? []), pair]);
  }
  return [...wrong].flatMap(([source, [first, ...others]]) => {
    if (first === undefined) return [];
    const isServers = first.accept === source;
    const ends = pairs.flatMap((pair) => otherEnd(pair, source));
    return [{ source, isServers, pairs: [first, ...others], cure: agreed(ends.map(read)) }];
  });
}

function otherEnd({ link, accept }: ItemPair, source: ExternalItemSource): ExternalItemSource[] {
  return accept === source ? [link.source] : link.source === source ? [accept] : [];
}

/** Everybody who has an item for a domain votes. */
function voters({ nodes }: TopologyView, read: (source: ExternalItemSource) => string | undefined) {
  const said = new Map<string, (string | undefined)[]>();
  for (const source of nodes.flatMap(({ externals }) => externals)) {
    const { domain } = source.item;
    const known = said.get(domain);
    if (known === undefined) said.set(domain, [read(source)]);
    else known.push(read(source));
  }
  const counts = new Map([...said].map(([domain, texts]) => [domain, votes(texts)]));
  return (domain: string) => counts.get(domain) ?? votes([]);
}

/** Names for the sentences: all components and all servers of the pairs. */
export function namesOf({ pairs }: UnequalItem): { domain: string; process: string; server: string } {
  const list = (name: (pair: ItemPair) => string) => [...new Set(pairs.map(name))].join(', ');
  return {
    domain: pairs[0].params.domain,
    process: list(({ params }) => params.process),
    server: list(({ params }) => params.server),
  };
}
