/**
 * Whether all servers send each room of a domain to the same MUC process, and if not, why (§6.5, §8.9, §10.3). An
 * external MUC has no cluster of its own: two processes that each hold a half of a room know nothing of one another.
 */
import { countedSlots, type ComponentSlot } from './component-choice.js';
import { ROOM_SAFE_BALANCER, shareApart, type ServerDomain } from './room-targets.js';

/**
 * `no-link` a server has no connection at all (E5); `link-count` they count different numbers (E5);
 * `other-processes` as many, but not the same ones (E5); `dead-slot` one counts a connection whose socket is gone,
 * and the others do not;
 * `balancer-class` different classes (E7); `balancer-spreads` a class that hashes sender or full address (E9);
 * `equal-addresses` same processes, other order, because addresses are equal (E6); `address-order` because a process
 * comes from another address (E24).
 */
export type RoomSplitReason =
  | 'no-link'
  | 'dead-slot'
  | 'link-count'
  | 'other-processes'
  | 'balancer-class'
  | 'balancer-spreads'
  | 'equal-addresses'
  | 'address-order';

export interface RoomVerdict {
  /** `unserved`: no server has a connection, so every room is nowhere. */
  verdict: 'agreed' | 'split' | 'unserved';
  /** Of a split: the first one is the one to mend first. */
  reasons: RoomSplitReason[];
  /** Share of all rooms that are split, 0 to 1. */
  share: number;
  /** They agree by luck: equal addresses, of which the next reconnection may turn the order round (E6). */
  fragile: boolean;
}

/** @param servers that are running and take components of one domain */
export function roomVerdict(servers: readonly ServerDomain[]): RoomVerdict {
  if (!servers.some(hasLiving)) return { verdict: 'unserved', reasons: [], share: 0, fragile: false };
  const share = shareApart(servers);
  if (share === 0) return { verdict: 'agreed', reasons: [], share, fragile: servers.some(hasTie) };
  return { verdict: 'split', reasons: reasonsOf(servers), share, fragile: false };
}

function reasonsOf(servers: readonly ServerDomain[]): RoomSplitReason[] {
  const lists = servers.filter(hasLiving).map(countedSlots);
  const found: (RoomSplitReason | undefined)[] = [
    servers.every(hasLiving) ? undefined : 'no-link',
    deadSlotsDiffer(lists) ? 'dead-slot' : undefined,
    differenceOf(lists),
    ...classReasons(servers.filter((server) => countedSlots(server).length > 1)),
  ];
  return found.filter((reason) => reason !== undefined);
}

function differenceOf(lists: readonly (readonly ComponentSlot[])[]): RoomSplitReason | undefined {
  if (differ(lists.map((list) => list.length))) return 'link-count';
  if (differ(lists.map((list) => peersOf(list).sort().join()))) return 'other-processes';
  if (!differ(lists.map((list) => peersOf(list).join()))) return undefined;
  return differ(lists.map((list) => list.map(({ remoteAddress }) => remoteAddress).join()))
    ? 'address-order'
    : 'equal-addresses';
}

/** A dead entry that all servers count alike leads none of them astray. */
function deadSlotsDiffer(lists: readonly (readonly ComponentSlot[])[]): boolean {
  const dead = lists.map((list) => list.flatMap(({ connected, peer }, at) => (connected ? [] : [at, peer])));
  return differ(dead.map((slots) => slots.join()));
}

function classReasons(servers: readonly ServerDomain[]): RoomSplitReason[] {
  const classes = servers.map(({ loadBalancer }) => loadBalancer);
  if (differ(classes)) return ['balancer-class'];
  const spreads = classes.some((name) => name !== ROOM_SAFE_BALANCER);
  return spreads ? ['balancer-spreads'] : [];
}

function hasLiving({ slots }: ServerDomain): boolean {
  return slots.some(({ connected }) => connected);
}

function hasTie({ rules, slots }: ServerDomain): boolean {
  if (!rules.tieByArrival) return false;
  return slots.some((slot, index) => {
    const before = slots[index - 1];
    return before?.remoteAddress === slot.remoteAddress && before.peer !== slot.peer;
  });
}

function peersOf(list: readonly ComponentSlot[]): string[] {
  return list.map(({ peer }) => peer);
}

function differ(values: readonly unknown[]): boolean {
  return new Set(values).size > 1;
}
