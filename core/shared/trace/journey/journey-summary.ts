/** A journey in one line, and its legs in the order of reading. */
import type { JourneySummary, Leg } from './journey.js';

/** Each leg behind its parent, and its whole branch before the next: as a tree is read from top to bottom. */
export function inOrder(legs: readonly Leg[]): Leg[] {
  const children = new Map<number, Leg[]>();
  for (const leg of legs) {
    const siblings = children.get(leg.parent);
    if (siblings) siblings.push(leg);
    else children.set(leg.parent, [leg]);
  }
  const ordered: Leg[] = [];
  const [first] = legs;
  // With a list of its own: a long way must not cost call stack.
  const waiting = first ? [first] : [];
  for (let leg = waiting.pop(); leg; leg = waiting.pop()) {
    ordered.push(leg);
    waiting.push(...(children.get(leg.seq) ?? []).reverse());
  }
  return ordered;
}

/** @param ms lab time that it took */
export function summaryOfLegs(legs: readonly Leg[], ms: number): JourneySummary {
  const [first] = legs;
  const count = (fits: (leg: Leg) => boolean): number => legs.filter(fits).length;
  const arrived = legs.filter(({ end }) => end?.kind === 'delivered');
  const errors = arrived.filter(({ summary }) => summary.endsWith(' error')).length;
  return {
    sender: first?.node ?? '',
    at: first?.kind === 'frame' ? first.to : (first?.node ?? ''),
    stanza: first?.summary ?? '',
    address: legs.find((leg) => leg.kind === 'frame')?.address ?? '',
    deliveries: arrived.length - errors,
    errors,
    clusterHops: count((leg) => leg.kind === 'frame' && leg.cluster),
    dropped: count(({ end }) => end?.kind === 'dropped'),
    stored: count(({ end }) => end?.kind === 'stored'),
    underWay: count(({ end }) => end?.kind === 'flying' || end?.kind === 'held' || end?.kind === 'inside'),
    ms,
  };
}
