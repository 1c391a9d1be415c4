/** Where a server would send a room: the process behind the connection that its load balancer picks (§6.5). */
import type { Jid } from '../xmpp/jid.js';
import { countedSlots, slotAt, type ComponentDomain, type ComponentSlot } from './component-choice.js';
import { javaStringHash } from './java-hash.js';

/** What one server knows of a component domain. */
export interface ServerDomain extends Omit<ComponentDomain, 'slots'> {
  server: string;
  /** In the order in which the load balancer counts them. */
  slots: readonly ComponentSlot[];
}

/** The only class that hashes what all stanzas of a room have in common: its bare address. */
export const ROOM_SAFE_BALANCER = 'ReceiverBareJidLB';

/** How many residues are looked at: more than the least common multiple of 1 to 10. */
const MOST_RESIDUES = 5000;

/**
 * Processes that a server sends the stanzas of a room to: one; none when nobody is connected; several when the class
 * hashes the sender or the full address, so that it depends on who writes.
 */
export function roomTargets(domain: ServerDomain, room: Jid): string[] {
  // As in `loadBalancerIndex`: the remainder first and the absolute value after it is |hash| mod n.
  return targetsIn(domainTargets(domain), Math.abs(javaStringHash(room.bare)));
}

/** Targets of the rooms of which the hash without its sign leaves 0, 1, 2 … when it is divided by their number. */
type DomainTargets = readonly string[][];

function domainTargets(domain: ServerDomain): DomainTargets {
  const counted = countedSlots(domain);
  const living = [...new Set(counted.filter(({ connected }) => connected).map(({ peer }) => peer))];
  if (counted.length < 2 || living.length < 2) return [living];
  if (domain.loadBalancer !== ROOM_SAFE_BALANCER) return [living.sort()];
  return counted.map((_, index) => {
    const slot = slotAt(counted, index);
    return slot ? [slot.peer] : [];
  });
}

function targetsIn(targets: DomainTargets, hash: number): string[] {
  return targets[hash % targets.length] ?? [];
}

/** Whether stanzas of one room do not all reach the same process. */
export function isApart(targets: readonly (readonly string[])[]): boolean {
  const all = new Set(targets.flat());
  return all.size > 1 || (all.size === 1 && targets.some((of) => of.length === 0));
}

/** Share of all rooms that are apart, 0 to 1: exact, by every residue that a hash can leave at these servers. */
export function shareApart(servers: readonly ServerDomain[]): number {
  // In a large cluster nearly all servers have the same list, and each of them says the same of every room.
  const lists = new Map(servers.map(domainTargets).map((targets) => [JSON.stringify(targets), targets]));
  const different = [...lists.values()];
  const residues = Math.min(
    MOST_RESIDUES,
    different.map(({ length }) => length).reduce(leastCommonMultiple, 1),
  );
  let apart = 0;
  for (let residue = 0; residue < residues; residue += 1) {
    if (isApart(different.map((targets) => targetsIn(targets, residue)))) apart += 1;
  }
  return apart / residues;
}

function leastCommonMultiple(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return (left / a) * right;
}
