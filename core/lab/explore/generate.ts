/** Draws the choices of one run: which things go later than their turn, which faults are put on, where and when. */
import type { FaultRequest } from '#core/shared/api/fault-request.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { Choice, Moment } from '#core/shared/explore/choice.js';
import type { ExploreSettings, FaultOffer } from '#core/shared/explore/explore-settings.js';
import { faultKind } from '../faults/kinds.js';
import { SeededRandom } from '../random.js';
import { linePlace, type Ground } from './ground.js';

/** Most things that one lets go before itself: doubled as often as a coin says so. */
const LONGEST_WAIT = 64;

type Draw = Pick<SeededRandom, 'below'>;

/** The same ground, settings and seed give the same choices. */
export function generate(ground: Ground, settings: ExploreSettings, seed: number): Choice[] {
  const random = new SeededRandom(seed);
  if (ground.moments.length === 0) return [];
  const { atMost, orders, faults } = settings;
  const faultCount = faults.length === 0 ? 0 : countOf(random, atMost, orders > 0);
  const laterCount = countOf(random, orders, faultCount > 0);
  return [
    ...times(laterCount, () => laterThing(ground, random)),
    ...times(faultCount, () => faultSomewhere(ground, faults, random)),
  ];
}

/** Throws `unknown-fault` or `fault-needs-target` for what cannot be drawn. */
export function checkOffers(offers: readonly FaultOffer[]): void {
  for (const { kind, target } of offers) {
    const known = faultKind(kind);
    if (!known) throw new HostError('unknown-fault', { kind });
    if (target === undefined && (known.on === 'port' || known.on === 'name'))
      throw new HostError('fault-needs-target', { kind });
  }
}

/** From 1 to `most`; none in one run of three, when there is something else to try. */
function countOf(random: Draw, most: number, mayBeNone: boolean): number {
  if (most === 0 || (mayBeNone && random.below(3) === 0)) return 0;
  return 1 + random.below(most);
}

function laterThing(ground: Ground, random: Draw): Choice {
  let by = 1;
  while (by < LONGEST_WAIT && random.below(2) === 0) by *= 2;
  return { later: { ...momentOf(ground, random), by: by + random.below(by) } };
}

function faultSomewhere(ground: Ground, offers: readonly FaultOffer[], random: Draw): Choice {
  const after = momentOf(ground, random);
  const offer: FaultRequest = { ...oneOf(offers, random) };
  const target = offer.target ?? targetOf(offer.kind, ground, after, random);
  return { fault: target === undefined ? offer : { ...offer, target }, after };
}

/**
 * Any moment, any moment of any line, or one at which a client's stanza is on its way: what happens rarely is as
 * interesting as what happens all the time.
 */
function momentOf({ moments, stanzas, lines }: Ground, random: Draw): Moment {
  if (stanzas.length > 0 && random.below(2) === 0) return { ...oneOf(stanzas, random) };
  const list = random.below(2) === 0 ? moments : oneOf([...lines.values()], random);
  return { ...oneOf(list, random) };
}

/** Half of the faults hit who or what has just been at work. */
function targetOf(kind: string, ground: Ground, after: Moment, random: Draw): string | undefined {
  const { nodes, routes } = ground;
  const near = random.below(2) === 0 ? linePlace(after.line) : undefined;
  switch (faultKind(kind)?.on) {
    case 'node':
    case 'database':
      return near && nodes.includes(near.receiver) ? near.receiver : oneOf(nodes, random);
    case 'route':
      if (near && routes.includes(near.route)) return near.route;
      return routes.length === 0 ? '*>*' : oneOf(routes, random);
    case 'nodes':
      return groupsOf(nodes, random);
    default:
      return undefined;
  }
}

/** `a,c|b`: one node at least on each side, where there are two. */
function groupsOf(nodes: readonly string[], random: Draw): string {
  const alone = random.below(nodes.length);
  const left = nodes.filter((_, index) => index === alone || random.below(2) === 0);
  const rest = nodes.filter((node) => !left.includes(node));
  if (rest.length > 0) return `${left.join(',')}|${rest.join(',')}`;
  return [nodes[alone], nodes.filter((_, index) => index !== alone).join(',')].join('|');
}

function oneOf<T>(list: readonly T[], random: Draw): T {
  const one = list[random.below(list.length)];
  if (one === undefined) throw new Error('nothing to draw from');
  return one;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
